#!/usr/bin/env bash
# A semicolon that silences a cell in Jupyter does not silence it under nbval.
#
# Expected: a cell `1 + 1;`, saved without any output, passes `pytest --nbval`: Jupyter shows
#   nothing, and the stored notebook has nothing.
# Happens: the cell fails: "Unexpected output fields from running code: {'text/plain'}". nbval runs
#   cells with store_history=False, and IPython looks for the semicolon in its history.
# Bitten: authors of notebooks who end a plotting line with `;`, as many tutorials teach.
# Versions: nbval 0.11.0, pytest 9.2.0, IPython 9.18.1, ipykernel 7.4.0, nbformat 5.11.1,
#   nbclient 0.11.0
# Date: 2026-11-30
# Source: nbval issue 194, open since 2023; IPython issue 14162, open.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  nbval==0.11.0 pytest==9.2.0 ipython==9.18.1 ipykernel==7.4.0 nbformat==5.11.1 nbclient==0.11.0

env/bin/python - <<'PY'
import nbformat
from nbclient import execute
from nbformat import v4

notebook = v4.new_notebook(cells=[v4.new_code_cell("1 + 1;")])
execute(notebook)
assert notebook.cells[0].outputs == [], "run as Jupyter runs it, the cell shows something"
nbformat.write(notebook, "quiet.ipynb")
PY

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^(nbval|ipython) "
env/bin/python -m pytest --nbval --nbval-current-env -p no:cacheprovider quiet.ipynb > seen || true
grep -E "Unexpected output fields|passed|failed" seen

grep -q "Unexpected output fields from running code: .*text/plain" seen && grep -q "1 failed" seen
echo "as described: the silent cell fails"
