#!/usr/bin/env bash
# math-core forgets the size of \big( where the bracket is alone between braces.
#
# Expected: {\Big(} is as large as \Big(: in LaTeX and MathJax braces change no size.
# Happens: no error; the minsize and maxsize of the bracket are gone, and in \frac{\Big(}{2} it is
#   an ordinary one. With a letter beside it, {\Big( x}, they are there.
# Bitten: whoever writes a large bracket as an index or a numerator of its own: rarely.
# Versions: math-core 0.9.0
# Date: 2026-11-30
# Source: found here, by random formulas compared with JupyterLab's.
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


assert "minsize" in made(r"\frac{\Big( x}{2}")
assert "minsize" not in made(r"\frac{\Big(}{2}")
print("as described: alone, the bracket has lost its size")
PY
