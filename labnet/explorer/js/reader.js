// Reading the network: what the pointer or the cursor is at, in symbols, shapes and numbers.

const HINT = "Point at a unit, a line or a bias mark; or focus the network and use the arrow keys.";

class Reader {
  constructor(graph) {
    this.graph = graph;
    this.node = make("div", { class: "lx-reading" });
    this.pointed = this.cursor = null;
    const { canvas } = graph;
    canvas.onpointermove = (event) => this.point(pointerPlace(event));
    canvas.onpointerleave = () => this.point(null);
    canvas.onkeydown = (event) => this.key(event);
    canvas.onfocus = () => canvas.matches(":focus-visible") && this.move(0, 0);
    canvas.onblur = () => this.set({ cursor: null });
  }

  get net() {
    return this.graph.view.pic?.net;
  }

  /** What is read: {kind, k, i, j}, or null. */
  get item() {
    return this.pointed ?? (this.cursor && cursorItem(this.net, this.cursor));
  }

  point(pointer) {
    if (!this.net || !this.graph.layout) return;
    const pointed = pointer && itemAt(this.graph.layout, this.net, pointer);
    if (JSON.stringify(pointed) !== JSON.stringify(this.pointed)) this.set({ pointed });
  }

  set(change) {
    Object.assign(this, change);
    this.graph.view.schedule();
  }

  key(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (!this.net || !(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(...steps[event.key]);
  }

  move(across, down) {
    if (!this.net) return;
    const { array, entry } = this.cursor ?? { array: 0, entry: 0 };
    const arrays = readableArrays(this.net);
    const next = clamp(array + across, 0, arrays.length - 1);
    const most = arrays[next].rows * arrays[next].columns - 1;
    this.set({ pointed: null, cursor: { array: next, entry: clamp(entry + down, 0, most) } });
    this.graph.view.say(this.text());
  }

  text() {
    return this.item ? itemText(this.item, this.graph.view.pic) : HINT;
  }

  /** A network that was replaced may lack what was read. */
  update() {
    if (this.pointed && !isThere(this.net, this.pointed)) this.pointed = null;
    if (this.cursor && !isThere(this.net, this.item)) this.cursor = null;
    setText(this.node, this.text());
  }
}

/** x, W1, b1, a1, ..., p in the order of the forward pass. */
function readableArrays({ sizes, parts }) {
  const units = (k) => ({ kind: "a", k, rows: 1, columns: sizes[k] });
  return sizes.flatMap((_, k) => [...parts.filter((part) => part.k === k), units(k)]);
}

function cursorItem(net, { array, entry }) {
  const found = readableArrays(net)[array];
  if (!found) return null;
  const { kind, k, columns } = found;
  return { kind, k, i: Math.floor(entry / columns), j: entry % columns };
}

function isThere(net, item) {
  if (!item) return false;
  const { kind, k, i, j } = item;
  const found = readableArrays(net).find((array) => array.kind === kind && array.k === k);
  return Boolean(found) && i < found.rows && j < found.columns;
}

function itemText(item, pic) {
  return item.kind === "a" ? unitText(item, pic) : parameterText(item, pic);
}

/** W2[3, 5] = 0.52 in W2 (10, 10) · dW2[3, 5] = -0.0031 */
function parameterText({ kind, k, i, j }, { net, example }) {
  const { name, rows, columns, start } = net.parts.find((part) => part.kind === kind && part.k === k);
  const at = start + i * columns + j;
  const place = `${name}[${i}, ${j}]`;
  const texts = [`${place} = ${numberText(net.W[at])} in ${name} ${shapeText(rows, columns)}`];
  texts.push(`d${place} = ${numberText(net.dW[at])} over all examples`);
  if (example?.dW.length) texts.push(`${numberText(example.dW[at])} for example ${example.index}`);
  return texts.join(" · ");
}

/** A unit over all examples; or, with an example picked, its numbers for that one. */
function unitText({ k, j }, pic) {
  const { net, example, y } = pic;
  const name = columnName(net, k);
  const shape = shapeText(example ? 1 : y.length, net.sizes[k]);
  if (!example) return `${name}[:, ${j}] in ${name} ${shape}${rangeText(net, k, j)}`;
  const place = (symbol) => `${symbol}[0, ${j}]`;
  if (k === 0) return `${place(name)} = ${numberText(example.x[j])} in ${name} ${shape}`;
  const { z, a, da, dz } = example.layers[k - 1] ?? {};
  const known = [[`z${k}`, z], [name, a], [`d${name}`, da], [`dz${k}`, dz]].filter(([, v]) => v);
  const numbers = known.map(([symbol, values]) => `${place(symbol)} = ${numberText(values[j])}`);
  return [`${name} ${shape}`, ...numbers].join(" · ");
}

/** What the white and the dark of a hidden unit's map mean. */
function rangeText({ sizes, depth, ranges }, k, j) {
  if (k === 0 || k === depth || !ranges?.length) return "";
  const before = sizes.slice(1, k).reduce((sum, size) => sum + size, 0);
  const [low, high] = ranges[before + j];
  return ` · over the map from ${numberText(low)} (white) to ${numberText(high)} (dark)`;
}

/** What lines and marks mean; only the number of the thickest changes. */
function makeNetworkLegend() {
  const node = make("span", { class: "lx-keys" }, ...lineKeys(), unitKey());
  const thickest = make("span", { class: "lx-key" });
  node.append(thickest);
  const update = ({ symbol, single, largest, numbers, view }) => {
    const whose = single ? `, example ${view.pic.example.index}` : symbol === "dW" ? ", all examples" : "";
    const size = numbers.length ? numberText(largest) : "unknown";
    setText(thickest, `thickest: |${symbol}| = ${size}${whose}`);
  };
  return { node, update };
}

function lineKeys() {
  const dash = DASHES.join(" ");
  return [
    [`<path class="lx-positive" d="M0 7H26" stroke-width="3"/>`, "positive"],
    [`<path class="lx-negative" d="M0 7H26" stroke-width="3" stroke-dasharray="${dash}"/>`, "negative"],
    [`<circle class="lx-positive lx-solid" cx="13" cy="7" r="4"/>`, "b > 0"],
    [`<circle class="lx-negative" cx="13" cy="7" r="4" stroke-width="1.6"/>`, "b < 0"],
  ].map(([inside, text]) => make("span", { class: "lx-key" }, makeSwatch(inside, 26), text));
}

function unitKey() {
  const bar = make("span", { class: "lx-bar", "aria-hidden": "true" });
  bar.style.background = `linear-gradient(90deg, ${SHADES.join(", ")})`;
  return make("span", { class: "lx-key" }, "a unit’s smallest a ", bar, " largest");
}
