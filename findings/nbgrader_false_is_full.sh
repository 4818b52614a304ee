#!/usr/bin/env bash
# A test cell of nbgrader's that ends in False gives all points; one that warns gives none.
#
# Expected: a cell whose last line is `is_right(answer)` gives its points where that is True, and
#   none where it is False. A warning, printed beside a right answer, costs nothing.
# Happens: only an exception and a number are read as points. Anything else that the cell shows,
#   False or "not yet right" too, counts as full marks; the log has a warning. And any text on
#   stderr counts as 0 points, as do a DeprecationWarning of a library or a progress bar.
# Bitten: courses whose checks return a verdict instead of raising: a blank notebook is given full
#   marks. Courses whose tests meet a newer NumPy that warns: right answers are given none.
# Versions: nbgrader 0.9.6, nbclient 0.11.0, ipykernel 7.4.0, nbformat 5.11.1
# Date: 2026-12-01
# Source: found here, by running labnet's checks under nbgrader. Its issues 1339 and 1374, closed,
#   tell the same of the number 0, which is read now.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  nbgrader==0.9.6 nbclient==0.11.0 ipykernel==7.4.0 nbformat==5.11.1

cat > graded.py <<'PY'
from nbclient import execute
from nbformat import v4
from nbgrader.utils import determine_grade

CELLS = {
    "raises": "assert False",
    "shows 0": "0",
    "shows False": "False",
    "shows a verdict": "'not yet right'",
    "is right, and warns": "import warnings; warnings.warn('old'); assert True",
}
kind = {"grade": True, "solution": False, "locked": True, "points": 3, "grade_id": "a"}
cells = [v4.new_code_cell(one, metadata={"nbgrader": kind}) for one in CELLS.values()]
notebook = execute(v4.new_notebook(cells=cells), allow_errors=True)
for name, cell in zip(CELLS, notebook.cells, strict=True):
    print(f"{name}: {determine_grade(cell)[0]:g} of 3")
PY

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^nbgrader "
env/bin/python graded.py 2>/dev/null | tee seen
for line in "raises: 0 of 3" "shows 0: 0 of 3" "shows False: 3 of 3" "shows a verdict: 3 of 3" \
  "is right, and warns: 0 of 3"; do
  grep -qx "$line" seen
done
echo "as described: False is worth all points, and a warning costs all"
