// The network: units as small maps of what they compute, parameters as lines and marks.

const WIDTHS = 8; // classes of lines, each stroked at once
const THINNEST = 0.6;
const THICKEST = 6;
const PALEST = 0.4; // the alpha of the thinnest lines; thick ones are opaque
const DIMMED = 0.2; // of lines that take no part in the operation that is shown
const DASHES = [5, 4]; // of negative ones
const INPUT_SIDE = 16;

/** x1 grows to the right, x2 upward. */
const INPUT_MAPS = Uint8Array.from({ length: 2 * INPUT_SIDE ** 2 }, (_, i) => {
  const [row, column] = [Math.floor(i / INPUT_SIDE) % INPUT_SIDE, i % INPUT_SIDE];
  return (255 * (i < INPUT_SIDE ** 2 ? column : row)) / (INPUT_SIDE - 1);
});

class NetworkGraph {
  constructor(view) {
    this.view = view;
    this.canvas = makeFocusable("canvas", NETWORK_ROLE);
    this.sheet = new Sheet(this.canvas, () => view.schedule());
    this.reader = new Reader(this);
    this.legend = makeNetworkLegend();
    const caption = make("figcaption", {}, this.legend.node);
    this.node = make("figure", { class: "lx-network" }, this.canvas, this.reader.node, caption);
    this.inputs = makeImage(INPUT_SIDE, 2 * INPUT_SIDE);
    fillImage(this.inputs, INPUT_MAPS, INPUT_SIDE, SHADES_PALETTE);
  }

  get shown() {
    return this.view.panels.has("network") && this.view.model.get("show_network");
  }

  draw() {
    const { net } = this.view.pic;
    this.node.hidden = !net || !this.shown;
    if (this.node.hidden || !this.sheet.width) return;
    this.layout = layOut(net.sizes, this.sheet.width);
    this.fitHeight();
    this.choose(this.view);
    this.paint(this.sheet.clear(), this.view);
    this.legend.update(this);
    this.reader.update();
  }

  fitHeight() {
    const height = Math.round(this.layout.height);
    if (this.sheet.height === height) return;
    this.canvas.style.height = `${height}px`;
    this.sheet.height = height;
  }

  /** Which numbers the lines show, and the largest of them. */
  choose({ model, pic: { net, example } }) {
    const gradients = model.get("show") === "gradients";
    this.single = gradients && Boolean(example?.dW.length);
    this.numbers = this.single ? example.dW : gradients ? net.dW : net.W;
    this.symbol = gradients ? "dW" : "W";
    this.largest = this.numbers.reduce((most, v) => (Math.abs(v) > most ? Math.abs(v) : most), 0);
    this.marks = new Set((example?.stage?.marks ?? []).map((mark) => mark.replace(/^d/, "")));
  }

  paint(g, { pic, theme }) {
    this.drawMarked(g, pic, theme);
    this.drawAllLines(g, pic.net, theme);
    this.drawChosen(g, pic.net, theme);
    this.drawUnits(g, pic.net, theme);
    this.drawBiases(g, pic.net, theme);
    this.drawHeaders(g, pic, theme);
    if (pic.example) this.drawNumbers(g, pic, theme);
  }

  /** Lines of arrays that take part in the present operation stand out. */
  drawAllLines(g, { parts }, theme) {
    const lines = parts.filter((part) => part.kind === "W");
    const taking = lines.filter((part) => !this.marks.size || this.marks.has(part.name));
    const others = lines.filter((part) => !taking.includes(part));
    this.drawLines(g, others, theme, DIMMED);
    this.drawLines(g, taking, theme, 1);
  }

  drawLines(g, parts, theme, strength) {
    for (const [sign, classes] of this.classes(parts).entries())
      classes.forEach((ends, i) => {
        const share = i / WIDTHS;
        g.beginPath();
        for (const [x1, y1, x2, y2] of ends) {
          g.moveTo(x1, y1);
          g.lineTo(x2, y2);
        }
        g.globalAlpha = strength * (PALEST + (1 - PALEST) * share);
        g.lineWidth = THINNEST + (THICKEST - THINNEST) * share;
        g.strokeStyle = sign ? theme.negative : theme.positive;
        g.setLineDash(sign ? DASHES : []);
        if (ends.length) g.stroke();
      });
    g.setLineDash([]);
    g.globalAlpha = 1;
  }

  /** Lines by sign (0: not negative) and by class of width. */
  classes(parts) {
    const made = [0, 1].map(() => Array.from({ length: WIDTHS + 1 }, () => []));
    find(parts, (part, i, j) => {
      const value = this.numbers[part.start + i * part.columns + j];
      made[value < 0 ? 1 : 0][this.widthClass(value)].push(lineEnds(this.layout, part.k, i, j));
    });
    return made;
  }

  widthClass(value) {
    return Math.round((WIDTHS * Math.abs(value)) / this.largest) || 0;
  }

  drawUnits(g, net, theme) {
    this.fillMaps(net);
    const { columns, unit, half } = this.layout;
    let map = 0;
    g.beginPath();
    columns.forEach(({ x, y }, k) => {
      for (const [j, middle] of y.entries()) {
        const image = this.imageOf(net, k, k > 0 && k < net.depth ? map++ : j);
        if (image) g.drawImage(...image, x - half, middle - half, unit, unit);
        if (image) g.rect(x - half, middle - half, unit, unit);
        else addPoint(g, x, middle, half, 0);
      }
    });
    this.strokeUnits(g, net, theme);
  }

  strokeUnits(g, net, theme) {
    if (!net.maps.length) {
      g.fillStyle = theme.faint;
      if (net.depth > 1) g.fill();
    }
    g.strokeStyle = theme.quiet;
    g.lineWidth = 1;
    g.stroke();
  }

  fillMaps({ maps, map_side: side }) {
    if (!maps.length) return;
    this.maps = sized(this.maps, side, maps.length / side);
    fillImage(this.maps, maps, side, SHADES_PALETTE);
  }

  /** The picture of a unit and the part of it to draw; null where it is unknown. */
  imageOf(net, k, index) {
    if (k === 0) return imagePart(this.inputs, index);
    if (k === net.depth) return imagePart(this.view.map.image, index);
    return net.maps.length ? imagePart(this.maps, index) : null;
  }

  drawBiases(g, { parts }, theme) {
    const most = biasMost(this.layout);
    find(parts.filter((part) => part.kind === "b"), (part, _, j) => {
      const value = this.numbers[part.start + j];
      const radius = 1.5 + (most - 1.5) * (Math.abs(value) / this.largest || 0);
      this.drawBias(g, biasPlace(this.layout, part.k, j), radius, value < 0, theme);
    });
  }

  /** Filled where it is positive, hollow where negative. */
  drawBias(g, [x, y], radius, negative, theme) {
    g.beginPath();
    addPoint(g, x, y, radius, 0);
    g.fillStyle = negative ? theme.paper : theme.positive;
    g.strokeStyle = negative ? theme.negative : theme.paper;
    g.lineWidth = negative ? 1.6 : 1;
    g.fill();
    g.stroke();
  }

  /** Name and shape above each column of units, and above the lines between them. */
  drawHeaders(g, { net, example, y }, theme) {
    const rows = example ? 1 : "n";
    this.layout.columns.forEach(({ x }, k) => {
      const name = columnName(net, k);
      this.drawHeader(g, x, [name, shapeText(rows, net.sizes[k])], this.isMarked(net, k), theme);
    });
    const prefix = this.symbol === "dW" ? "d" : "";
    for (const part of net.parts) this.drawPartHeader(g, part, prefix, theme);
    const [first] = this.layout.columns;
    first.y.forEach((middle, j) => {
      const label = { color: theme.ink, align: "right", size: 12 };
      write(g, `x${j + 1}`, first.x - this.layout.half - 6, middle, label);
    });
    if (example) this.drawOutcome(g, example, theme, y);
  }

  drawHeader(g, x, [name, shape], marked, theme) {
    write(g, name, x, 11, { color: theme.ink, size: 13, align: "center", bold: true });
    write(g, shape, x, 27, { color: marked ? theme.ink : theme.quiet, align: "center" });
  }

  drawPartHeader(g, { kind, k, name, rows, columns }, prefix, theme) {
    const middle = (this.layout.columns[k - 1].x + this.layout.columns[k].x) / 2;
    const bold = this.marks.has(name);
    const style = { color: bold ? theme.ink : theme.quiet, align: "center", bold };
    write(g, `${prefix}${name} ${shapeText(rows, columns)}`, middle, kind === "W" ? 11 : 27, style);
  }

  /** y and L of the picked example, under the output. */
  drawOutcome(g, { y, loss }, theme) {
    const { x, y: middles } = this.layout.columns.at(-1);
    const below = middles.at(-1) + this.layout.half;
    for (const [i, [name, text]] of [["y", String(y)], ["L", numberText(loss)]].entries()) {
      const style = { color: theme.ink, size: 12, bold: this.marks.has(name) };
      write(g, `${name} = ${text}`, x - this.layout.half, below + 18 + 16 * i, style);
    }
  }

  isMarked(net, k) {
    return [columnName(net, k), `a${k}`, `z${k}`].some((name) => this.marks.has(name));
  }

  /** A ground behind the columns whose arrays take part, and which of their arrays these are. */
  drawMarked(g, { net, example }, theme) {
    if (!example?.stage) return;
    const backward = example.stage.direction === "backward";
    this.layout.columns.forEach((column, k) => {
      if (!this.isMarked(net, k)) return;
      this.drawGround(g, column, backward ? theme.gradient : theme.value, theme);
      const names = example.stage.marks.filter((mark) => belongs(mark, net, k)).join(", ");
      const bottom = column.y.at(-1) + this.layout.pitch / 2;
      write(g, names, column.x, bottom + 14, { color: theme.ink, align: "center", bold: true });
    });
  }

  drawGround(g, { x, y }, color, theme) {
    const { half, pitch } = this.layout;
    g.beginPath();
    g.roundRect(x - half - 7, y[0] - pitch / 2 - 2, 2 * half + 14, y.length * pitch + 4, 6);
    g.fillStyle = color;
    g.fill();
    g.strokeStyle = theme.ink;
    g.lineWidth = 2;
    g.stroke();
  }

  /** The example's value beside each unit, and below it its gradient, on their grounds. */
  drawNumbers(g, { net, example }, theme) {
    const { columns, half, pitch } = this.layout;
    columns.forEach(({ x, y }, k) => {
      if (y.length > MOST_NUMBERED || (!example.layers.length && k)) return;
      const { a, da } = k ? example.layers[k - 1] : { a: example.x, da: [] };
      y.forEach((middle, j) => {
        const lines = [[a[j], theme.value], [da[j], theme.gradient]].filter(([v]) => v !== undefined);
        lines.forEach(([value, ground], i) => {
          const top = middle + Math.min(15, pitch / 2) * (i - lines.length / 2);
          drawNumber(g, shortText(value), x + half + 3, top, ground, theme);
        });
      });
    });
  }

  drawChosen(g, net, theme) {
    const { item } = this.reader;
    if (!item) return;
    const trace = () => traceItem(g, item, this.layout);
    for (const [color, width] of [[theme.paper, 9], [theme.accent, 4]]) {
      g.beginPath();
      trace();
      Object.assign(g, { strokeStyle: color, lineWidth: width });
      g.stroke();
    }
  }

  describe(text) {
    const { net } = this.view.pic;
    if (!net) return;
    const sizes = net.sizes.join(", ");
    const label = `Network with ${sizes} units. ${text} Arrow keys: left and right to the next array, up and down through its entries.`;
    setAttribute(this.canvas, "aria-label", label);
  }
}

const NETWORK_ROLE = {
  tabindex: 0,
  role: "application",
  "aria-roledescription": "network diagram",
  class: "lx-network-canvas",
};

const imagePart = ({ canvas, width }, index) => [canvas, 0, index * width, width, width];

/** Whether the array with this name stands in column k. */
function belongs(mark, net, k) {
  const name = mark.replace(/^d/, "");
  return name === columnName(net, k) || name === `a${k}` || name === `z${k}`;
}

function drawNumber(g, text, x, top, ground, theme) {
  g.fillStyle = ground;
  g.fillRect(x, top, NUMBER_WIDTH, 14);
  write(g, text, x + NUMBER_WIDTH - 3, top + 7.5, { color: theme.ink, size: 10.5, align: "right" });
}

function traceItem(g, { kind, k, i, j }, layout) {
  const { columns, half, unit } = layout;
  if (kind === "W") {
    const [x1, y1, x2, y2] = lineEnds(layout, k, i, j);
    g.moveTo(x1, y1);
    g.lineTo(x2, y2);
  } else if (kind === "b") addPoint(g, ...biasPlace(layout, k, j), biasMost(layout) + 2, 0);
  else g.rect(columns[k].x - half, columns[k].y[j] - half, unit, unit);
}
