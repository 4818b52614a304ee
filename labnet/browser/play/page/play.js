// The page around the explorer: it starts Python in a worker, keeps the address, and the class.

import explorer from "./explorer.js";
import { Model } from "./model.js";

const KEPT = "labnet playground: class"; // in localStorage
const SKELETON = `class MyNetwork:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        ...

    def forward(self, x):
        ...

    def backward(self, y):
        ...

    def step(self, lr):
        ...
`;
const TRAINS = "The explorer above trains it now.";
const STOPPED = "Stopped. Python is being loaded again; your text is still there.";
const FAILED = "Python could not be loaded. Reload the page; if that does not help, try a newer browser.";
const CHECKING = "Checking… Stop ends an endless loop, and keeps your text.";
const ADDRESS_GAP = 1000; // ms: browsers refuse faster changes

const ids = [...document.querySelectorAll("[id]")].map((node) => [node.id, node]);
const nodes = Object.fromEntries(ids);
const page = { worker: null, model: null, close: () => {}, address: location.hash.slice(1), using: "" };

const HEARD = {
  open: (traits) => {
    page.close();
    page.model = new Model(traits, (message) => page.worker.postMessage(message));
    page.close = explorer.render({ model: page.model, el: nodes.explorer });
    nodes.loading.textContent = "";
    nodes.explorer.inert = false;
    nodes.own.hidden = nodes.copy.disabled = false;
  },
  update: (traits) => page.model.update(traits),
  said: (text) => (nodes.said.textContent = text),
  address: (text) => {
    page.address = text;
    keepAddress();
  },
  using: (name) => {
    page.using = name;
    nodes.leave.hidden = !name;
    rest();
  },
  verdict: (html) => {
    nodes.verdict.innerHTML = html;
    for (const pre of nodes.verdict.querySelectorAll("pre")) pre.tabIndex = 0; // it may scroll
    rest();
  },
  refused: (text) => {
    nodes.verdict.replaceChildren(preformatted(text));
    rest();
  },
  printed: (text) => text && nodes.verdict.append(preformatted(text)),
  failed: (text) => (nodes.loading.textContent = `${FAILED} (${text})`),
};

function preformatted(text) {
  return Object.assign(document.createElement("pre"), { textContent: text, tabIndex: 0 });
}

function start() {
  page.worker = new Worker("worker.js", { type: "module" });
  page.worker.addEventListener("message", ({ data }) => {
    for (const [kind, content] of Object.entries(data)) HEARD[kind](content);
  });
  page.worker.addEventListener("error", (event) => HEARD.failed(event.message ?? "no worker"));
  page.worker.postMessage({ open: page.address });
}

/** Neither a check nor a training of the class is under way. */
function rest() {
  nodes.judge.disabled = false;
  nodes.stop.disabled = !page.using;
  nodes.doing.textContent = page.using ? TRAINS : "";
}

// The address

let timer;
function keepAddress() {
  timer ??= setTimeout(writeAddress, ADDRESS_GAP);
}

function writeAddress() {
  clearTimeout(timer);
  timer = undefined;
  if (location.hash !== `#${page.address}`) history.replaceState(null, "", `#${page.address}`);
}

async function copyLink() {
  writeAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    nodes.copied.textContent = "Copied.";
  } catch {
    nodes.copied.textContent = "Copy it from the address bar.";
  }
  setTimeout(() => (nodes.copied.textContent = ""), 4000);
}

function openAddress() {
  clearTimeout(timer);
  timer = undefined;
  page.address = location.hash.slice(1);
  page.worker.postMessage({ open: page.address });
}

// The class

function judge() {
  nodes.judge.disabled = true;
  nodes.stop.disabled = false;
  nodes.doing.textContent = CHECKING;
  nodes.verdict.replaceChildren();
  page.worker.postMessage({ judge: nodes.code.value });
}

/** Python cannot be asked while it computes: it is ended, and another one begins. */
function stop() {
  page.worker.terminate();
  page.address = withoutClass(page.address);
  nodes.stop.disabled = nodes.judge.disabled = nodes.leave.hidden = nodes.explorer.inert = true;
  nodes.verdict.replaceChildren();
  nodes.doing.textContent = STOPPED;
  nodes.code.focus();
  start();
}

function leave() {
  nodes.code.focus();
  nodes.verdict.replaceChildren();
  page.worker.postMessage({ open: withoutClass(page.address) });
}

function withoutClass(address) {
  return address.replace(/&class=[^&]*/, "");
}

function keepCode() {
  try {
    localStorage.setItem(KEPT, nodes.code.value);
  } catch {
    // Where nothing may be kept, the text is there until the page is closed.
  }
}

function keptCode() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** A new line begins where the one before did; Ctrl-Enter checks. Tab leads on, as everywhere. */
function typed(event) {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    if (!nodes.judge.disabled) judge();
    return;
  }
  const { value, selectionStart } = nodes.code;
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const deeper = line.trimEnd().endsWith(":") ? "    " : "";
  document.execCommand("insertText", false, `\n${line.match(/^ */)[0]}${deeper}`);
}

nodes.code.value = keptCode() ?? SKELETON;
nodes.code.addEventListener("input", keepCode);
nodes.code.addEventListener("keydown", typed);
nodes.judge.addEventListener("click", judge);
nodes.stop.addEventListener("click", stop);
nodes.leave.addEventListener("click", leave);
nodes.copy.addEventListener("click", copyLink);
window.addEventListener("hashchange", openAddress);
window.addEventListener("pagehide", writeAddress);
// The explorer reads its colours anew when the body's attributes change.
const dark = matchMedia("(prefers-color-scheme: dark)");
const tellTheme = () => (document.body.dataset.theme = dark.matches ? "dark" : "light");
dark.addEventListener("change", tellTheme);
tellTheme();
start();
