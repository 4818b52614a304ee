// The Pyodide of a folder, in Node.

import process from "node:process";
import { pathToFileURL } from "node:url";

// Node would first print the line that failed, and Pyodide is one line of a million letters.
process.on("uncaughtException", (error) => {
  process.exitCode = 1;
  process.stderr.write(`${error.message.trim()}\n`);
});

export async function loaded(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  return loadPyodide({ indexURL: `${folder}/`, ...options });
}
