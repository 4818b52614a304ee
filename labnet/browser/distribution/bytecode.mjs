// node bytecode.mjs PYODIDE OWN OTHERS...: the Python in PYODIDE compiles the modules in the folders.

import { readFileSync } from "node:fs";
import process from "node:process";
import { loaded } from "./loaded.mjs";

const [pyodide, own, ...others] = process.argv.slice(2);
const python = await loaded(pyodide);
python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
python.mountNodeFS("/own", own);
python.runPython('compile_beside("/own")');
others.forEach((folder, i) => {
  python.mountNodeFS(`/others-${i}`, folder);
  python.runPython(`compile_instead("/others-${i}")`);
});
