// loadPyodide as Pyodide has it, but with everything that files.json names already there: its files
// are put in place without Python, and where there is one, it goes on from the memory of a Python
// that has started.

import { loadPyodide as load } from "./pyodide.mjs";

// In memory.mjs nothing was random. The folder of the notebooks comes last: each look into it asks
// the service worker.
const GO_ON = `
import importlib, random, sys
random.seed()
sys.path[:] = [*(one for one in sys.path if one), ""]
importlib.invalidate_caches()
`;
const PREFIX = "sys.prefix/"; // of files that belong there, and into no package
const BLOCK = 512; // bytes, in a tar

export async function loadPyodide(options) {
  const { archives, memory } = await (await fetched("files.json", { cache: "no-cache" })).json();
  const files = Promise.all(archives.map(unpacked));
  const start = memory ? { _loadSnapshot: unpacked(memory) } : {};
  const python = await load({ ...options, ...start, packages: [] });
  for (const archive of await files) put(python, archive);
  python.runPython(GO_ON);
  return python;
}

async function fetched(name, options) {
  const answer = await fetch(new URL(name, import.meta.url), options);
  if (!answer.ok) throw new Error(`${name} could not be loaded: ${answer.status}.`);
  return answer;
}

async function unpacked(name) {
  const { body } = await fetched(name);
  const stream = body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Installs the files of a tar. */
export function put({ FS, runPython }, archive) {
  const place = runPython("import site; site.getsitepackages()[0]");
  const folders = new Set();
  for (const [name, data] of entries(archive)) {
    const path = name.startsWith(PREFIX) ? `/${name.slice(PREFIX.length)}` : `${place}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(path, data, { canOwn: true });
  }
}

/** [name, data] of each file in a tar of plain files. */
function* entries(tar) {
  const decoder = new TextDecoder();
  const text = (from, size) => decoder.decode(tar.subarray(from, from + size)).split("\0", 1)[0];
  for (let at = 0; tar[at]; ) {
    const [name, folder, size] = [text(at, 100), text(at + 345, 155), parseInt(text(at + 124, 12), 8)];
    at += BLOCK;
    yield [folder ? `${folder}/${name}` : name, tar.subarray(at, at + size)];
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}
