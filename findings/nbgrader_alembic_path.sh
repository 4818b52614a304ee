#!/usr/bin/env bash
# nbgrader called by its path, in an environment that is not activated, cannot make its database.
#
# Expected: env/bin/nbgrader works as env/bin/jupyter or env/bin/pip do: the path says which
#   environment is meant.
# Happens: every command that opens a new gradebook ends in FileNotFoundError: 'alembic'. It runs
#   the program `alembic` by its bare name, and finds it only where env/bin is on the PATH; with
#   another alembic on the PATH, that one is asked.
# Bitten: Makefiles, services and CI that call env/bin/python -m nbgrader. `autograde` afterwards
#   says "No assignment with ID ... exists in the database", which names another cause.
# Versions: nbgrader 0.9.6, alembic 1.20.1
# Date: 2026-12-01
# Source: found here; nbgrader/api.py, get_alembic_version.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check nbgrader==0.9.6 alembic==1.20.1

mkdir -p source/ps1
env/bin/python - <<'PY'
import nbformat
from nbformat import v4

graded = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
about = {"nbgrader": graded | {"points": 1, "grade_id": "one"}}
cell = v4.new_code_cell("assert True", metadata=about)
nbformat.write(v4.new_notebook(cells=[cell]), "source/ps1/a.ipynb")
PY
echo "c = get_config(); c.CourseDirectory.course_id = 'a'" > nbgrader_config.py

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^(nbgrader|alembic) "
for path in "/usr/bin:/bin" "$PWD/env/bin:/usr/bin:/bin"; do
  rm -rf release gradebook.db
  PATH=$path env/bin/python -m nbgrader generate_assignment ps1 --create > log 2>&1 || true
  made=$({ find release -name a.ipynb 2>/dev/null || true; } | wc -l)
  echo "PATH=${path/$folder/...}: $made notebook released; $(grep -o "FileNotFoundError.*" log || true)"
  echo "$made" >> seen
done
[ "$(tr '\n' ' ' < seen)" = "0 1 " ]
echo "as described: only with its bin on the PATH"
