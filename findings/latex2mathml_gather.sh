#!/usr/bin/env bash
# latex2mathml takes an environment that it does not know for a plain group, and says nothing.
#
# Expected: \begin{gather} a = b \\ c = d \end{gather} becomes two rows, as in LaTeX and
#   MathJax; or an error names the environment.
# Happens: no error. Both formulas stand in one row, and browsers ignore the line break between
#   them. \begin{align*} with the same content gives a table of two rows.
# Bitten: whoever exports a report: the notebook shows two equations, the page "a = bc = d".
# Versions: latex2mathml 3.81.1
# Date: 2026-11-30
# Source: found here, in the formulas of lab reports.
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


def rows(environment):
    tex = rf"\begin{{{environment}}} a = b \\ c = d \end{{{environment}}}"
    made = convert(tex)
    print(f"{environment}: {made.count('<mtr>')} rows\n  {made}")
    return made.count("<mtr>")


assert rows("align*") == 2
assert rows("gather") == 0
print("as described: gather has lost its rows, and nothing was raised")
PY
