#!/usr/bin/env bash
# nbval compares nothing in a notebook without outputs, and calls that passed.
#
# Expected: `pytest --nbval` is the strict mode, so a cell that prints where the notebook stores
#   nothing fails, as it does if one output of many is missing.
# Happens: where a cell has neither outputs nor an execution count, it is run and passes, whatever
#   it prints: "1 passed". The same cell with a count of 1 and no output fails.
# Bitten: teams whose outputs are stripped before each commit (nbstripout and the like): their
#   comparison is always green. Also authors who save a new cell without having run it.
# Versions: nbval 0.11.0, pytest 9.2.0, ipykernel 7.4.0, nbformat 5.11.1
# Date: 2026-11-30
# Source: found here, by saving a cell before its first run.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  nbval==0.11.0 pytest==9.2.0 ipykernel==7.4.0 nbformat==5.11.1

env/bin/python - <<'PY'
import nbformat
from nbformat import v4

for name, count in {"stripped": None, "counted": 1}.items():
    cell = v4.new_code_cell("print('something new')", execution_count=count)
    nbformat.write(v4.new_notebook(cells=[cell]), f"{name}.ipynb")
PY

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^(nbval|pytest) "
for name in stripped counted; do
  env/bin/python -m pytest --nbval --nbval-current-env -p no:cacheprovider $name.ipynb > $name || true
  echo "$name: $(tail -n 1 $name)"
done

grep -q "1 passed" stripped && grep -q "1 failed" counted
echo "as described: without a count the same cell passes"
