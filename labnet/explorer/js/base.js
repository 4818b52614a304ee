// Helpers that every part uses: numbers from bytes and as text, elements, throttling.

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
// A message's bytes need not start at a multiple of four: copy them.
const copied = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const floats = (bytes) => new Float32Array(bytes?.byteLength ? copied(bytes) : 0);
const wholes = (bytes) => new Uint8Array(bytes?.byteLength ? copied(bytes) : 0);
const withMinus = (text) => text.replaceAll("-", "−");
// Writing the same again would cost a layout.
const setText = (node, text) => node.textContent === text || (node.textContent = text);

/** So many significant digits; powers of ten where plain digits would be long. */
function numberText(value, digits = 3) {
  if (!Number.isFinite(value)) return value === null ? "unknown" : "not finite";
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e5)) return withMinus(value.toExponential(1));
  return withMinus(size >= 10 ** digits ? value.toFixed(0) : value.toPrecision(digits));
}

/** An element with these properties, such as className or onclick. */
function make(tag, properties, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** The options of a list, with values and texts; nothing is done where they are the same. */
function setOptions(select, entries, chosen) {
  const [told, built] = [JSON.stringify(entries), ([value, text]) => new Option(text, value)];
  if (select.told !== told) select.replaceChildren(...entries.map(built));
  Object.assign(select, { told, value: chosen });
}

/** A function that acts at most every gap() ms; the last call is never lost. */
function throttled(act, gap) {
  let [timer, last] = [undefined, -Infinity];
  const run = () => {
    clearTimeout(timer);
    [timer, last] = [undefined, performance.now()];
    act();
  };
  return () => {
    const wait = last + gap() - performance.now();
    if (wait <= 0) run();
    else timer ??= setTimeout(run, wait);
  };
}
