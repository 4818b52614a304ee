#!/usr/bin/env bash
# math-core prints the length of \\[2pt], which asks for a gap between two rows, as letters.
#
# Expected: \\[2pt] begins a row and moves it down by 2pt, as in LaTeX and MathJax; or an error.
# Happens: no error. The row begins with "[2pt]": a bracket, a number and two letters.
#   Outside of a table, a \\ b loses its new row, without an error too.
# Bitten: authors of aligned equations with fractions, who give their rows more room.
# Versions: math-core 0.9.0
# Date: 2026-11-30
# Source: found here, in the table of formulas that JupyterLab and the page of a report must share.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check math-core==0.9.0

env/bin/python - <<'PY'
from math_core import LatexToMathML


def made(tex):
    found = LatexToMathML().convert_with_local_state(tex, displaystyle=True)
    print(f"{tex}\n  {found}")
    return found


gap = made(r"\begin{matrix} a \\[2pt] b \end{matrix}")
assert "<mn>2</mn><mi>p</mi><mi>t</mi>" in gap
outside = made(r"a \\ b")
assert "<mi>a</mi><mi>b</mi>" in outside
print("as described: the gap is printed, and outside of a table the new row is lost")
PY
