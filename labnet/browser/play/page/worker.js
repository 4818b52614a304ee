// Runs Python. It is a worker, so that the page can end it whatever the Python in it does.

import { loadPyodide } from "./pyodide/start.mjs";

const early = [];
self.onmessage = ({ data }) => early.push(data);

/** Pyodide makes undefined of None; the explorer expects null. */
function withNulls(value) {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withNulls);
  if (value?.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withNulls(one)]));
}

function post(message) {
  self.postMessage(withNulls(message.toJs({ dict_converter: Object.fromEntries })));
}

try {
  const python = await loadPyodide({ indexURL: "./pyodide/" });
  const playground = python.pyimport("labnet.browser.play.playing").Playground(post);
  self.onmessage = ({ data }) => playground.receive(JSON.stringify(data));
  for (const data of early) self.onmessage({ data });
} catch (error) {
  self.postMessage({ failed: String(error.message ?? error).trim().split("\n").at(-1) });
}
