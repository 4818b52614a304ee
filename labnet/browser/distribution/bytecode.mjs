// node bytecode.mjs PYODIDE OWN OTHERS: the Python in PYODIDE compiles the modules in two folders.

import { readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [pyodide, own, others] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const nothing = { info: JSON.parse(readFileSync(new URL("pinned.json", import.meta.url))).info };
const python = await loadPyodide({
  indexURL: `${pyodide}/`,
  lockFileContents: { ...nothing, packages: {} },
});
python.mountNodeFS("/own", own);
python.mountNodeFS("/others", others);
python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
python.runPython('compile_beside("/own")\ncompile_instead("/others")');
