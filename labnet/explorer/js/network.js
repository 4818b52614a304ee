// The network: units as small maps of what they compute, parameters as lines and marks.

const WIDTHS = 8; // classes of lines, each stroked at once
const [THINNEST, THICKEST] = [0.6, 6];
const PALEST = 0.25; // the alpha of the thinnest lines; thick ones are opaque
const DIMMED = 0.15; // of lines that take no part in the operation that is shown
const DASHES = [5, 4]; // of negative ones
const MOST_NUMBERED = 12; // units in a column that leave room for numbers
const NUMBER = { least: 36, most: 56, height: 14 };
const HEADER = { name: 34, shape: 50, apart: 100 }; // heights, and the room that shapes of W need

/** 16 x 16 bytes of x1, which grows to the right, then of x2, which grows upward. */
const INPUT_MAPS = Uint8Array.from({ length: 512 }, (_, i) => 17 * ((i < 256 ? i : i >> 4) % 16));

function drawNetwork(view) {
  const { model, nodes, pic: { net, example }, large } = view;
  nodes.network.hidden = !net;
  placeUnits(view);
  if (!net) return;
  view.layout = layOut(net.sizes, nodes.network.clientWidth / large, example);
  nodes.network.style.height = `${view.layout.height * large}px`;
  placeUnits(view);
  view.lines = chooseNumbers(net, example, model.get("show") === "gradients");
  view.marks = new Set((example?.stage?.marks ?? []).map((mark) => mark.replace(/^d/, "")));
  if (!arrayOf(net, view.item)) view.item = null; // another network may lack what was read
  paintNetwork(clear(nodes.network, large).g, view);
  setText(nodes.thickest, view.lines.text);
  showReading(view);
}

/** The numbers of units stand above their columns; without a drawing, side by side. */
function placeUnits({ nodes: { units }, pic: { net }, layout, large }) {
  const places = net && layout ? layout.columns.slice(1, -1).map(({ x }) => x * large) : [];
  const told = String(places);
  if (units.told === told) return;
  units.told = told;
  units.classList.toggle("lx-placed", places.length > 0);
  [...units.children].forEach((row, k) => (row.style.left = places[k] ? `${places[k]}px` : ""));
}

/** Which numbers the lines show, the largest of them, and this in words. */
function chooseNumbers(net, example, gradients) {
  const single = gradients && example?.dW.length > 0;
  const numbers = single ? example.dW : gradients ? net.dW : net.W;
  const largest = numbers.reduce((most, v) => (Math.abs(v) > most ? Math.abs(v) : most), 0);
  const whose = single ? `, example ${example.index}` : gradients ? ", all examples" : "";
  const [prefix, size] = [gradients ? "d" : "", numbers.length ? numberText(largest) : "unknown"];
  return { numbers, largest, prefix, text: `thickest: |${prefix}W| = ${size}${whose}` };
}

function paintNetwork(g, view) {
  const { pic: { net, example }, marks } = view;
  const [weights, takes] = [ofKind(net, "W"), ({ name }) => !marks.size || marks.has(name)];
  if (example?.stage) drawGrounds(g, view);
  drawLines(g, view, weights.filter((array) => !takes(array)), DIMMED);
  drawLines(g, view, weights.filter(takes), 1);
  const item = view.item ?? pickedItem(view);
  if (item) drawItem(g, view, item);
  drawUnits(g, view);
  eachEntry(ofKind(net, "b"), (array, i, j) => drawBias(g, view, array, j));
  for (const array of net.arrays) drawHeader(g, view, array);
  if (example) drawExample(g, view);
}

function drawLines(g, { layout, lines, theme }, arrays, strength) {
  const paths = Array.from({ length: 2 * WIDTHS + 2 }, () => new Path2D());
  eachEntry(arrays, (array, i, j) => {
    const value = lines.numbers[array.start + i * array.columns + j];
    const width = Math.round((WIDTHS * Math.abs(value)) / lines.largest) || 0;
    const path = paths[2 * width + (value < 0)];
    path.used = true;
    trace(path, layout, array, i, j);
  });
  paths.forEach((path, i) => {
    const share = Math.floor(i / 2) / WIDTHS;
    const sign = i % 2 ? { stroke: theme.negative, dash: DASHES } : { stroke: theme.positive };
    const width = THINNEST + (THICKEST - THINNEST) * share;
    const alpha = strength * (PALEST + (1 - PALEST) * share);
    if (path.used) paint(g, path, { ...sign, width, alpha });
  });
}

function drawUnits(g, view) {
  const { layout, pic: { net }, theme } = view;
  const [frames, { half, unit }] = [new Path2D(), layout];
  view.inputs ??= paintMaps(null, INPUT_MAPS, 16, SURFACE_PALETTE);
  eachEntry(ofKind(net, "a"), (array, i, j) => {
    const outer = array.k ? view.heat : view.inputs;
    const image = array.inner ? net.maps.length && view.maps : outer;
    const [x, y] = placeOf(layout, array, i, j);
    const place = [x - half, y - half, unit, unit];
    if (image) drawInner(g, image, image.width, (array.first + j) * image.width, place);
    trace(frames, layout, array, i, j);
    if (!array.k) write(g, `x${j + 1}`, x - half - 18, y, theme.ink);
  });
  paint(g, frames, { stroke: theme.quiet });
}

/** Filled where b > 0, hollow where b < 0. */
function drawBias(g, { layout, lines, theme }, array, j) {
  const [value, path] = [lines.numbers[array.start + j], new Path2D()];
  const share = Math.abs(value) / lines.largest || 0;
  addPoint(path, ...placeOf(layout, array, 0, j), 1.5 + (layout.mark - 1.5) * share, 0);
  const hollow = { fill: theme.paper, stroke: theme.negative, width: 1.5 };
  paint(g, path, value < 0 ? hollow : { fill: theme.positive, stroke: theme.paper });
}

/** Name and shape: above the units of a column, or above the lines that W and b belong to. */
function drawHeader(g, { layout, pic, lines, marks, theme }, { kind, k, name, rows, columns }) {
  const { x } = layout.columns[k];
  if (kind === "a") {
    write(g, name, x, HEADER.name, theme.ink, { size: 13, bold: true });
    return write(g, `(${pic.example ? 1 : "n"}, ${columns})`, x, HEADER.shape, theme.quiet);
  }
  const [middle, bold] = [(layout.columns[k - 1].x + x) / 2, marks.has(name)];
  const shape = layout.across < HEADER.apart ? "" : ` (${rows}, ${columns})`;
  const look = [bold ? theme.ink : theme.quiet, { bold }];
  const height = kind === "W" ? HEADER.name : HEADER.shape;
  return write(g, `${lines.prefix}${name}${shape}`, middle, height, ...look);
}

/** Behind columns that take part in the operation, and below them which of their arrays do. */
function drawGrounds(g, { layout: { half, pitch, columns }, pic: { net, example }, theme }) {
  const { marks, direction } = example.stage;
  for (const { k, name } of ofKind(net, "a")) {
    const own = new Set([name, `a${k}`, `z${k}`].flatMap((symbol) => [symbol, `d${symbol}`]));
    const names = marks.filter((mark) => own.has(mark)).join(", ");
    const [{ x, y }, path] = [columns[k], new Path2D()];
    path.roundRect(x - half - 7, y[0] - pitch / 2 - 2, 2 * half + 14, y.length * pitch + 4, 6);
    const ground = direction === "backward" ? theme.gradient : theme.value;
    if (names) paint(g, path, { fill: ground, stroke: theme.ink, width: 2 });
    write(g, names, x, y.at(-1) + pitch / 2 + 14, theme.ink, { bold: true });
  }
}

/** Beside each unit the example's value, and below it its gradient; y and L after the output. */
function drawExample(g, { layout, pic: { net, example }, marks, theme }) {
  const { columns, half, pitch, across } = layout;
  const width = clamp(across - 2 * half - 5, NUMBER.least, NUMBER.most);
  const look = { align: "right", size: width < NUMBER.most ? 10 : 11 };
  const few = ofKind(net, "a").filter((array) => array.columns <= MOST_NUMBERED);
  eachEntry(few, ({ k }, _, j) => {
    const { a, da } = k ? (example.layers[k - 1] ?? {}) : { a: example.x };
    const shown = [[a, theme.value], [da, theme.gradient]].filter(([values]) => values);
    shown.forEach(([values, ground], i) => {
      const down = Math.min(NUMBER.height + 1, pitch / 2) * (i + 0.5 - shown.length / 2);
      const [x, y] = [columns[k].x + half + 3, columns[k].y[j] + down];
      g.fillStyle = ground;
      g.fillRect(x, y - NUMBER.height / 2, width, NUMBER.height);
      write(g, numberText(values[j], 2), x + width - 2, y + 0.5, theme.ink, look);
    });
  });
  const { x, y } = columns.at(-1);
  [["y", String(example.y)], ["L", numberText(example.loss, 2)]].forEach(([name, text], i) => {
    const left = { size: 12, align: "left", bold: marks.has(name) };
    write(g, `${name} = ${text}`, x + half + 11, y.at(-1) + (i ? 26 : -26), theme.ink, left);
  });
}

const pickedItem = ({ pic: { net, entry } }) => (entry && arrayOf(net, entry) ? entry : null);

/** What is read stands out, on a ground of the page's colour. */
function drawItem(g, { layout, theme }, item) {
  const path = new Path2D();
  trace(path, layout, item, item.i, item.j);
  paint(g, path, { stroke: theme.paper, width: 10 });
  paint(g, path, { stroke: theme.ink, width: 5 });
}
