// Helpers that every part uses: bytes, numbers as text, and elements.

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

// A message's bytes need not start at a multiple of four: copy them.
const slice = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const typed = (Kind, bytes) => new Kind(bytes?.byteLength ? slice(bytes) : 0);
const floats = (bytes) => typed(Float32Array, bytes);
const wholes = (bytes) => typed(Uint8Array, bytes);

const MINUS = "−";
const withMinus = (text) => text.replaceAll("-", MINUS);

/** Three significant digits; powers of ten where plain digits would be long. */
function numberText(value) {
  if (value === null || value === undefined) return "unknown";
  if (!Number.isFinite(value)) return "not finite";
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 0.001 && size < 10000);
  return withMinus(plain ? value.toPrecision(3) : value.toExponential(1));
}

/** At most five characters and a sign, for numbers beside a unit. */
function shortText(value) {
  if (!Number.isFinite(value)) return "not finite";
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.005 || size >= 1000)) return withMinus(value.toExponential(0));
  return withMinus(value.toFixed(size < 10 ? 2 : 0));
}

/** A tick's number, as short as its step allows. */
const tickText = (value) => withMinus(String(Number(value.toPrecision(4))));

const shapeText = (rows, columns) => `(${rows}, ${columns})`;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** An element that takes the focus; JupyterLab would act on its keys without this mark. */
function makeFocusable(tag, attributes = {}, ...children) {
  return make(tag, { "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);
}

function makeButton(text, onclick) {
  const button = makeFocusable("button", { type: "button", class: "lx-button" }, text);
  button.onclick = onclick;
  return button;
}

/** Writing the same text again would cost a layout. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Call `listener` when one of the model's traits changes; the result undoes it. */
function listen(model, names, listener) {
  const events = names.map((name) => `change:${name}`);
  for (const event of events) model.on(event, listener);
  return () => events.forEach((event) => model.off(event, listener));
}

function put(model, name, value) {
  model.set(name, value);
  model.save_changes();
}
