#!/usr/bin/env bash
# A snapshot of Pyodide's memory is written without a word, and cannot be loaded if memory had grown.
#
# Expected: what makeMemorySnapshot returns, loadPyodide takes as _loadSnapshot; the loader even sets
#   the size of the new memory from the snapshot's length.
# Happens: that holds while Python has stayed within the 30 MiB it starts with. After a few more
#   imports memory has grown, the snapshot is larger, and loading it is a RangeError ("offset is out of
#   bounds"), which names neither snapshot nor size. The writer should compare the two.
# Bitten: a build that imports one module more than before; it succeeds, and each page fails.
# Versions: pyodide 314.0.3, Node 20
# Date: 2026-11-30
# Source: seen while a course's page was given the memory of a started Python; pyodide.mjs
#   (prepareSnapshot) and restoreSnapshot in pyodide.asm.mjs.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --no-package-lock pyodide@314.0.3

cat > snapshot.mjs <<'JS'
import { loadPyodide } from "pyodide";

async function loaded(code) {
  const python = await loadPyodide({ _makeSnapshot: true });
  python.runPython(code);
  const snapshot = python.makeMemorySnapshot();
  console.log(`${code}: a snapshot of ${(snapshot.length / 2 ** 20).toFixed(0)} MiB`);
  try {
    const again = await loadPyodide({ _loadSnapshot: snapshot });
    return `loaded, kept = ${again.globals.get("kept")}`;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

console.log(await loaded("kept = 1"));
console.log(await loaded("kept = 2; room = bytearray(20_000_000)"));
JS

echo "pyodide $(node -p 'require("./node_modules/pyodide/package.json").version'), node $(node --version)"
node snapshot.mjs | tee seen
grep -q "^loaded, kept = 1$" seen
grep -q "^RangeError: offset is out of bounds$" seen
echo "as described: the larger snapshot is written, and cannot be loaded"
