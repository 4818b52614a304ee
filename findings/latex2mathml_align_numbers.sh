#!/usr/bin/env bash
# latex2mathml numbers the rows of align, and begins at (1) again in each formula.
#
# Expected: a converter of single formulas does not number equations: it cannot know which number
#   is next. MathJax, as notebooks use it, numbers none.
# Happens: every row of \begin{align} gets a cell of its own with "(1)", "(2)" ...; the next formula
#   of the same document begins with (1) again. align* has no numbers.
# Bitten: authors of a page with two aligned formulas: it has two equations (1).
# Versions: latex2mathml 3.81.1
# Date: 2026-11-30
# Source: found here, beside the same formulas in JupyterLab.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check latex2mathml==3.81.1

env/bin/python - <<'PY'
from importlib.metadata import version

from latex2mathml.converter import convert

print("latex2mathml", version("latex2mathml"))

for tex in (r"\begin{align} a &= b \end{align}", r"\begin{align} c &= d \end{align}"):
    made = convert(tex)
    print(f"{tex}\n  {made}")
    assert "<mtext>(1)</mtext>" in made
assert "(1)" not in convert(r"\begin{align*} a &= b \end{align*}")
print("as described: two formulas, two equations (1)")
PY
