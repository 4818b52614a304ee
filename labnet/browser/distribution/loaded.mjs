// Pyodide in Node, without any package.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export async function loaded(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
  const { info } = JSON.parse(readFileSync(new URL("pinned.json", import.meta.url)));
  return loadPyodide({ indexURL: `${folder}/`, lockFileContents: { info, packages: {} }, ...options });
}
