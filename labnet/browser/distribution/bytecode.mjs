// node bytecode.mjs PYODIDE LIBRARY OWN OTHERS...: the Python in PYODIDE compiles the modules in the
// folders: its own library, what keeps its sources, and the rest.

import { readFileSync } from "node:fs";
import process from "node:process";
import { loaded } from "./loaded.mjs";

const [pyodide, library, own, ...others] = process.argv.slice(2);
const python = await loaded(pyodide);
python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
python.mountNodeFS("/library", library);
python.runPython('compile_instead("/library", LIBRARY)');
python.mountNodeFS("/own", own);
python.runPython('compile_beside("/own")');
others.forEach((folder, i) => {
  python.mountNodeFS(`/others-${i}`, folder);
  python.runPython(`compile_instead("/others-${i}")`);
});
