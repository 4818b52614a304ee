// Pyodide in Node, without any package.

import { readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

// Node would first print the line that failed, and Pyodide is one line of a million letters.
process.on("uncaughtException", (error) => {
  process.exitCode = 1;
  process.stderr.write(`${error.message.trim()}\n`);
});

export async function loaded(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  const { info } = JSON.parse(readFileSync(new URL("pinned.json", import.meta.url)));
  return loadPyodide({ indexURL: `${folder}/`, lockFileContents: { info, packages: {} }, ...options });
}
