#!/usr/bin/env bash
# math-core ends the whole Python process on a formula that is nested too deep.
#
# Expected: a LatexError, as for any other formula that it cannot read.
# Happens: each level is a call of its parser; some thousand levels are more than the stack holds,
#   and the process dies with a segmentation fault. No except clause sees it.
# Bitten: whoever converts formulas that others have written. A limit of our own goes before it.
# Versions: math-core 0.9.0 (Linux x86-64, 8 MiB of stack)
# Date: 2026-11-30
# Source: found here, with formulas made to break the page of a report.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check math-core==0.9.0

cat > nested.py <<'PY'
import sys

from math_core import LatexError, LatexToMathML

levels = int(sys.argv[1])
try:
    made = LatexToMathML().convert_with_local_state("{" * levels + "x" + "}" * levels, displaystyle=True)
    print(levels, "levels:", made)
except LatexError as error:
    print(levels, "levels:", error)
PY

env/bin/python nested.py 100
status=0
env/bin/python nested.py 100000 || status=$?
echo "100000 levels: exit status $status"
[ "$status" -ge 128 ]
echo "as described: the process was ended by a signal"
