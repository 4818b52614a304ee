// node memory.mjs PYODIDE TARGET MODULES...: writes the memory of a Python that has started, and has
// imported the modules from the archives that are there. The same files give the same bytes: the
// clock stands still, and nothing is random.

import crypto from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { loaded } from "./loaded.mjs";

const NOW = 1577836800000; // ms
const ROOM = 31 * 2 ** 20; // bytes: Pyodide starts with 30 MiB, and grows by several

class Clock extends Date {
  constructor(...parts) {
    super(...(parts.length ? parts : [NOW]));
  }

  static now() {
    return NOW;
  }
}

process.env.TZ = "UTC";
globalThis.Date = Clock;
performance.now = () => 0;
crypto.randomFillSync = (view) => view.fill(0);

const [pyodide, target, ...modules] = process.argv.splice(1, Infinity, "python").slice(1);
const env = { HOME: "/home/pyodide", PYTHONHASHSEED: "0" };
const python = await loaded(pyodide, { env, _makeSnapshot: true });
const { put } = await import(pathToFileURL(`${pyodide}/start.mjs`));
for (const name of readdirSync(pyodide).filter((one) => one.endsWith(".tar.gz"))) {
  put(python, gunzipSync(readFileSync(`${pyodide}/${name}`)));
}
python.runPython(`
import gc, importlib, sys
importlib.invalidate_caches()
for one in ${JSON.stringify(modules)}:
    importlib.import_module(one)
compiled = [name for name, one in sys.modules.items() if getattr(one, "__file__", "").endswith(".so")]
if compiled:
    raise ImportError(f"{compiled} have compiled code, which no memory holds")
sys.path_importer_cache.clear()
gc.collect()
`);
const memory = python.makeMemorySnapshot();
if (memory.length > ROOM) throw new Error("the modules need more memory than Pyodide starts with");
writeFileSync(target, memory);
