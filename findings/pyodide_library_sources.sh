#!/usr/bin/env bash
# Pyodide ships Python's library as sources, and each start compiles what it imports.
#
# Expected: the library comes as bytecode, since each page begins with a new interpreter, which finds
#   no __pycache__ of an earlier one.
# Happens: python_stdlib.zip holds sources alone. Python compiles more than a hundred modules before
#   it says anything. With a zip of bytecode in its place the start takes half the processor time.
# Bitten: every page that runs Pyodide. A course in the browser took seconds longer to its first
#   picture, and a profile of its imports named zipimport's compiler.
# Versions: pyodide 314.0.3, Node 20
# Date: 2026-11-30
# Source: seen in profiles of a page; Lib/zipimport.py (_get_module_code) prefers .pyc where it is.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --no-package-lock pyodide@314.0.3

cat > start.mjs <<'JS'
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const { user, system } = process.cpuUsage();
console.log((user + system) / 1e6);
JS

cat > compile.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const path = "node_modules/pyodide/python_stdlib.zip";
const python = await loadPyodide();
python.FS.writeFile("/old.zip", readFileSync(path));
python.runPython(`
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash
from zipfile import ZIP_DEFLATED, ZipFile

with ZipFile("/old.zip") as old, ZipFile("/new.zip", "w", ZIP_DEFLATED) as new:
    names = old.namelist()
    counts = [sum(name.endswith(end) for name in names) for end in (".py", ".pyc")]
    print("sources: {}, bytecode: {}".format(*counts))
    for name in names:
        data = old.read(name)
        if name.endswith(".py"):
            code = compile(data, name, "exec", dont_inherit=True)
            name, data = name + "c", _code_to_hash_pyc(code, source_hash(data), False)
        new.writestr(name, data)
`);
writeFileSync(path, python.FS.readFile("/new.zip"));
JS

echo "pyodide $(node -p 'require("./node_modules/pyodide/package.json").version'), node $(node --version)"
shipped=$(node start.mjs)
node compile.mjs | tee seen
compiled=$(node start.mjs)
echo "processor seconds to start: $shipped as shipped, $compiled from bytecode"
grep -qE "^sources: [1-9][0-9]{2}, bytecode: 0$" seen
node -e "process.exit($compiled < 0.75 * $shipped ? 0 : 1)"
echo "as described: sources alone, and a start that compiles them"
