#!/usr/bin/env bash
# latex2mathml prints the dollars of a formula inside \text.
#
# Expected: in \text{if $x > 0$} the part between dollars is mathematics again, as in LaTeX and
#   MathJax: x in italics, and no dollar.
# Happens: no error. The text is taken over letter by letter, "if $x > 0$" with its dollars.
# Bitten: authors of definitions by cases, where conditions are written in words.
# Versions: latex2mathml 3.81.1
# Date: 2026-11-30
# Source: found here, in the definition of ReLU by cases.
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

made = convert(r"\text{if $x > 0$}")
print(made)
assert "$x" in made and "<mi>x</mi>" not in made
print("as described: the dollars are printed, and x is no symbol")
PY
