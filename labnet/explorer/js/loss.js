// The loss over the epochs: this run, the pinned ones, and the band of many seeds.

const BAND_ALPHA = 0.25;
const LABELS_APART = 13;
const SMALLEST_LOSS = 1e-12; // what a logarithmic axis can show at least

/** The points of a curve; its last sample belongs to the epoch `last`, wherever the others end. */
function curvePoints(losses, every, last) {
  const end = losses.length - 1;
  return Array.from(losses, (loss, i) => [i === end ? last : i * every, loss]);
}

const isShown = (loss, log) => Number.isFinite(loss) && (!log || loss > SMALLEST_LOSS);

/** [smallest, largest] of the losses; room above them, and below on a logarithmic axis. */
function lossRange(curves, log) {
  let [low, high] = [Infinity, -Infinity];
  for (const { losses } of curves)
    for (const loss of losses)
      if (isShown(loss, log)) [low, high] = [Math.min(low, loss), Math.max(high, loss)];
  if (high < low) return [log ? 0.1 : 0, 1];
  return log ? [low / 1.3, high * 1.3] : [0, high * 1.05 || 1];
}

/** Heights at least `gap` apart, each as near as may be below the one it was. */
function spread(labels, gap) {
  const sorted = labels.toSorted((one, other) => one.y - other.y);
  sorted.forEach((label, i) => {
    if (i) label.y = Math.max(label.y, sorted[i - 1].y + gap);
  });
  return sorted;
}

class LossPlot {
  constructor(view) {
    this.view = view;
    const canvas = make("canvas", { role: "img", class: "lx-loss-canvas" });
    this.sheet = new Sheet(canvas, () => view.schedule());
    this.caption = make("figcaption");
    this.node = make("figure", { class: "lx-loss" }, canvas, this.caption);
  }

  draw() {
    const { pic, model, theme } = this.view;
    const g = this.sheet.clear();
    const log = model.get("log_loss");
    const curves = this.view.curves(theme);
    this.frame = this.makeFrame(curves, log);
    drawGrid(g, this.frame, theme);
    drawAxes(g, this.frame, ["epoch", log ? "loss, log scale" : "loss"], theme);
    if (pic.goal !== null) this.drawGoal(g, pic.goal, theme);
    g.save();
    this.clip(g);
    for (const curve of curves) this.drawCurve(g, curve, log);
    g.restore();
    this.drawNames(g, curves, log, theme);
  }

  makeFrame(curves, log) {
    const last = Math.max(1, this.view.pic.goal ?? 0, ...curves.map((curve) => curve.last));
    const { width, height } = this.sheet;
    return makeFrame(width, height, [0, last], lossRange(curves, log), log);
  }

  clip(g) {
    const { x, y } = this.frame;
    g.beginPath();
    g.rect(x.start, y.end - 1, x.end - x.start + 2, y.start - y.end + 2);
    g.clip();
  }

  /** Where re-training will end. */
  drawGoal(g, goal, theme) {
    const { x, y } = this.frame;
    const at = x.to(goal);
    strokePath(g, [[at, y.start], [at, y.end]], { color: theme.quiet, dash: [2, 3] });
  }

  pixels({ losses, every, last }, log) {
    const { x, y } = this.frame;
    const shown = curvePoints(losses, every, last).filter(([, loss]) => isShown(loss, log));
    return shown.map(([epoch, loss]) => [x.to(epoch), y.to(loss)]);
  }

  drawCurve(g, curve, log) {
    if (curve.high) this.fillBand(g, curve, log);
    const points = this.pixels(curve, log);
    if (points.length > 1) strokePath(g, points, curve);
    else if (points.length) this.drawSample(g, ...points[0], curve.color);
  }

  drawSample(g, x, y, color) {
    g.beginPath();
    g.arc(x, y, 3.5, 0, 2 * Math.PI);
    g.fillStyle = color;
    g.fill();
  }

  fillBand(g, curve, log) {
    const floor = (losses) => losses.map((loss) => (log ? Math.max(loss, SMALLEST_LOSS * 2) : loss));
    const low = this.pixels({ ...curve, losses: floor(curve.low) }, log);
    const high = this.pixels({ ...curve, losses: floor(curve.high) }, log);
    g.beginPath();
    for (const [x, y] of [...low, ...high.reverse()]) g.lineTo(x, y);
    g.globalAlpha = BAND_ALPHA;
    g.fillStyle = curve.color;
    g.fill();
    g.globalAlpha = 1;
  }

  /** The pins' names at the ends of their lines. */
  drawNames(g, curves, log, theme) {
    const named = curves.filter((curve) => curve.name);
    const ends = named.flatMap((curve) => {
      const [x, y] = this.pixels(curve, log).at(-1) ?? [];
      return x === undefined ? [] : [{ x, y: y - 7, text: curve.name, color: curve.color }];
    });
    for (const { x, y, text, color } of spread(ends, LABELS_APART)) {
      const left = Math.min(x + 3, this.frame.x.end - 3);
      Object.assign(g, { strokeStyle: theme.paper, lineWidth: 4, lineJoin: "round" });
      g.font = `600 13px ${FONT}`;
      Object.assign(g, { textAlign: "right", textBaseline: "middle" });
      g.strokeText(text, left, y);
      write(g, text, left, y, { color, size: 13, bold: true, align: "right" });
    }
  }

  describe(text) {
    const { pins, band } = this.view;
    const others = pins.map((pin) => `pinned ${pinText(pin)}`);
    const parts = [`Loss over the epochs. ${text}`, ...others, band.text ?? ""];
    setAttribute(this.sheet.canvas, "aria-label", parts.filter(Boolean).join(" "));
  }

  /** What the lines are; built anew only when pins, band or theme change. */
  drawLegend() {
    const { pins, band, theme } = this.view;
    const keys = [makeLineKey("this run", { color: theme.ink, dash: [], width: 2.4 })];
    pins.forEach((pin, i) => keys.push(makeLineKey(pinText(pin), pinStyle(i, theme))));
    if (band.text) keys.push(makeBandKey(band.text, theme));
    this.caption.replaceChildren(...keys);
  }
}

function pinText({ name, label, epoch, loss }) {
  return `${name}: ${label} · epoch ${epoch}, loss ${numberText(loss)}`;
}

function makeLineKey(text, { color, dash, width = 2 }) {
  const line = `<path d="M0 7H26" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash}"/>`;
  return make("span", { class: "lx-key" }, makeSwatch(line, 26), text);
}

function makeBandKey(text, { quiet }) {
  const area = `<path d="M0 1H26V13H0Z" fill="${quiet}" opacity="${BAND_ALPHA}"/>`;
  const line = `<path d="M0 7H26" stroke="${quiet}" stroke-width="1.4" stroke-dasharray="1 2"/>`;
  return make("span", { class: "lx-key" }, makeSwatch(area + line, 26), text);
}
