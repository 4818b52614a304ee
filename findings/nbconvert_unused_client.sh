#!/usr/bin/env bash
# To write a page, nbconvert makes a client that could run the notebook, though it runs nothing.
#
# Expected: exporting a notebook with its stored outputs needs nothing that runs notebooks: the
#   preprocessor for that is switched off unless somebody asks for it.
# Happens: each exporter makes all of its usual preprocessors, the switched-off ones too. The one that
#   runs notebooks is a nbclient.NotebookClient, and so one is made for each exporter; it then does
#   nothing. Where nbclient or its kernel manager cannot be there, nothing can be exported.
# Bitten: whoever converts notebooks where no second kernel can run, such as Pyodide in a web page:
#   what stands in for nbclient there must let itself be made, and may refuse only to run.
# Versions: nbconvert 7.17.2, nbclient 0.10.4
# Date: 2026-11-30
# Source: seen where a lab report is exported in JupyterLite; nbconvert's exporters/exporter.py
#   (default_preprocessors, register_preprocessor) and preprocessors/execute.py.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check nbconvert==7.17.2 nbclient==0.10.4

cat > export.py <<'PY'
import nbformat
from nbclient import NotebookClient

made, run = [], []
make, execute = NotebookClient.__init__, NotebookClient.execute


def noted_make(self, *args, **kwargs):
    made.append(type(self).__name__)
    make(self, *args, **kwargs)


NotebookClient.__init__ = noted_make
NotebookClient.execute = lambda *_, **__: run.append(1)

from nbconvert import HTMLExporter

exporter = HTMLExporter()
switched_on = [one for one in exporter._preprocessors if getattr(one, "enabled", False)]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Only text.")])
page, _ = exporter.from_notebook_node(notebook)
print("made:", sorted(set(made)), "run:", run, "written:", "Only text." in page)
print("switched on:", any("Execute" in type(one).__name__ for one in switched_on))
PY

env/bin/python -m pip list --disable-pip-version-check 2>/dev/null | grep -E "^(nbconvert|nbclient) "
env/bin/python export.py | tee seen
grep -q "made: \['ExecutePreprocessor'\] run: \[\] written: True" seen
grep -q "switched on: False" seen
echo "as described: a client is made, and runs nothing"
