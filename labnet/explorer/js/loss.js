// The loss over the epochs: this run, its held-out points, the pinned runs, the band of many seeds.

const LABELS_APART = 13;
const LEAST = 1e-12; // the smallest loss that a logarithmic axis shows
const isShown = (loss, log) => Number.isFinite(loss) && (!log || loss > LEAST);

/** All lines, the present run last and so on top: epochs, losses and looks. */
function makeCurves({ pic, pins, band }, theme) {
  const look = (i) => ({ stroke: theme[`pin${i % 4}`], dash: PIN_DASHES[i % 4], width: 1.8 });
  const pinned = pins.map((pin, i) => makeCurve(pin, pin.epoch, look(i)));
  const median = { stroke: theme.quiet, dash: [1, 2], width: 1.4 };
  const seeds = makeCurve({ ...band, losses: band.median ?? [] }, band.epochs ?? 0, median);
  const apart = { stroke: theme.positive, width: 1.8 };
  const held = makeCurve({ losses: pic.held_losses ?? [], every: pic.every }, pic.epoch, apart);
  return [seeds, ...pinned, held, makeCurve(pic, pic.epoch, { stroke: theme.ink, width: 2.2 })];
}

function makeCurve({ losses, every, name, low = [], high = [] }, last, look) {
  const epochs = Array.from(losses, (_, i) => (i === losses.length - 1 ? last : i * every));
  return { epochs, losses, name, low, high, look };
}

function drawLoss(view) {
  const { pic: { loss_axes }, model, theme, nodes, large } = view;
  if (shownPanel(view) !== "loss") return;
  const { g, width, height } = clear(nodes.lossCanvas, large);
  const log = model.get("log_loss");
  const curves = makeCurves(view, theme);
  const frame = makeFrame(g, width, height, ...loss_axes, log);
  drawGrid(g, frame, theme);
  drawAxes(g, frame, "epoch", log ? "loss (log scale)" : "loss", theme);
  const places = curves.map((curve) => drawCurve(g, frame, curve, log));
  drawNames(g, curves, places, theme);
}

/** Draws a line, and its band; the places of its points. What the axes can't show is left out. */
function drawCurve(g, { x, y }, { epochs, losses, low, high, look }, log) {
  const [points, lower, upper] = [losses, low, high].map((side) =>
    Array.from(side, (loss, i) => [x.to(epochs[i]), clamp(y.to(loss), y.end, y.start)])
      .filter((_, i) => isShown(side[i], log)));
  paint(g, pathOf([...lower, ...upper.toReversed()]), { fill: look.stroke, alpha: 0.25 });
  const path = pathOf(points);
  if (points.length === 1) addPoint(path, ...points[0], 2, 0);
  paint(g, path, look);
  return points;
}

/** The pins' names at the ends of their lines, one above the other where they would meet. */
function drawNames(g, curves, places, { paper }) {
  const ends = curves.flatMap(({ name, look: { stroke: color } }, i) => {
    const end = places[i].at(-1);
    return name && end ? [{ name, color, x: end[0], y: end[1] }] : [];
  });
  let free = Infinity;
  for (const { name, color, x, y } of ends.toSorted((one, other) => other.y - one.y)) {
    free = Math.min(y - 8, free - LABELS_APART);
    write(g, name, x - 2, free, color, { size: 13, align: "right", bold: true, halo: paper });
  }
}

/** The lines are others than before: say what they are. */
function writeLossLegend({ model, pins, band, nodes }) {
  const keys = pins.map((pin, i) => [`lx-pin${i % 4}`, pin.text]);
  if (model.get("held_out") > 0) keys.unshift(["lx-held", "its held-out points"]);
  if (band.text) keys.push(["lx-band", band.text]);
  const spans = [["lx-run", "this run"], ...keys].map(([name, text]) =>
    make("span", { className: `lx-key ${name}` }, text));
  nodes.lines.replaceChildren(...spans);
}
