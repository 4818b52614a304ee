// The decision map: p over the plane of the data as colour, the line p = 0.5, and the points.

const MIDDLE = 127.5; // the byte of p = 0.5
const DOTS_APART = 11; // pixels between the dots that mark p > 0.5
const NEAR_POINT = 14; // pixels within which a click means a point
const MANY_POINTS = 60;

/** Walk the square cells that `bytes` crosses the middle in, and add a piece of line for each. */
function traceMiddle(g, bytes, side, place) {
  for (let row = 0; row < side - 1; row += 1)
    for (let i = 0; i < side - 1; i += 1) {
      const at = row * side + i;
      const above = bytes[at] > MIDDLE;
      const same =
        above === bytes[at + 1] > MIDDLE &&
        above === bytes[at + side] > MIDDLE &&
        above === bytes[at + side + 1] > MIDDLE;
      if (!same) traceCell(g, bytes, [at, at + 1, at + side + 1, at + side], side, place);
    }
}

/** Join the crossings on the edges of one cell, two by two. */
function traceCell(g, bytes, corners, side, place) {
  let drawing = false;
  corners.forEach((from, edge) => {
    const to = corners[(edge + 1) % 4];
    if (bytes[from] > MIDDLE === bytes[to] > MIDDLE) return;
    const share = (MIDDLE - bytes[from]) / (bytes[to] - bytes[from]);
    const column = (from % side) + share * ((to % side) - (from % side));
    const row = Math.floor(from / side) + share * (Math.floor(to / side) - Math.floor(from / side));
    if (drawing) g.lineTo(...place(column, row));
    else g.moveTo(...place(column, row));
    drawing = !drawing;
  });
}

function addPoint(g, x, y, radius, one) {
  g.moveTo(x + radius, y);
  if (one) g.rect(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
  else g.arc(x, y, radius, 0, 2 * Math.PI);
}

class DecisionMap {
  constructor(view) {
    this.view = view;
    const canvas = make("canvas", { role: "img", class: "lx-map-canvas" });
    this.sheet = new Sheet(canvas, () => view.schedule());
    this.reading = make("div", { class: "lx-reading" });
    this.node = make("figure", { class: "lx-map" }, canvas, this.reading, makeMapLegend());
    canvas.onclick = (event) => this.pick(pointerPlace(event));
    canvas.onpointermove = (event) => this.read(pointerPlace(event));
    canvas.onpointerleave = () => this.read(null);
  }

  draw() {
    const { pic, theme } = this.view;
    const g = this.sheet.clear();
    this.measure(pic);
    this.drawSurface(g, pic);
    drawAxes(g, this.frame, ["x1", "x2"], theme);
    this.drawPoints(g, pic);
    if (pic.example) this.drawPicked(g, pic);
    this.tellReading();
  }

  /** A square plot, however wide the canvas. */
  measure({ box }) {
    const across = this.sheet.width - MARGIN.left - MARGIN.right;
    const side = Math.max(1, Math.min(across, this.sheet.height - MARGIN.top - MARGIN.bottom));
    const [width, height] = [side + MARGIN.left + MARGIN.right, side + MARGIN.top + MARGIN.bottom];
    this.frame = makeFrame(width, height, box.slice(0, 2), box.slice(2));
    this.side = side;
  }

  drawSurface(g, { heat, side }) {
    const { x, y } = this.frame;
    const cell = this.side / (side - 1);
    this.image = sized(this.image, side, side);
    fillImage(this.image, heat, side, SURFACE_PALETTE);
    g.save();
    g.beginPath();
    g.rect(x.start, y.end, this.side, this.side);
    g.clip();
    // A byte belongs to the middle of its pixel, and the outermost ones lie on the edges.
    const size = this.side + cell;
    g.drawImage(this.image.canvas, x.start - cell / 2, y.end - cell / 2, size, size);
    this.drawDots(g, heat, side, cell);
    this.drawMiddle(g, heat, side, cell);
    g.restore();
  }

  drawDots(g, heat, side, cell) {
    const { x, y } = this.frame;
    g.beginPath();
    for (let down = DOTS_APART / 2, odd = 0; down < this.side; down += DOTS_APART, odd = 1 - odd)
      for (let right = (DOTS_APART / 4) * (1 + 2 * odd); right < this.side; right += DOTS_APART) {
        const row = Math.round((this.side - down) / cell);
        const p = heat[row * side + Math.round(right / cell)];
        if (p > MIDDLE) g.rect(x.start + right - 0.75, y.end + down - 0.75, 1.5, 1.5);
      }
    g.fillStyle = "rgb(34 34 34 / 50%)";
    g.fill();
  }

  drawMiddle(g, heat, side, cell) {
    const { x, y } = this.frame;
    g.beginPath();
    traceMiddle(g, heat, side, (i, row) => [x.start + i * cell, y.start - row * cell]);
    g.strokeStyle = DARK_INK;
    g.lineWidth = 2;
    g.stroke();
  }

  place({ X }, i) {
    return [this.frame.x.to(X[2 * i]), this.frame.y.to(X[2 * i + 1])];
  }

  drawPoints(g, pic) {
    this.radius = pic.y.length > MANY_POINTS ? 3.6 : 4.6;
    g.lineWidth = 1.2;
    for (const one of [0, 1]) {
      g.beginPath();
      pic.y.forEach((y, i) => y === one && addPoint(g, ...this.place(pic, i), this.radius, one));
      g.fillStyle = CLASS_COLORS[one];
      g.strokeStyle = "#FFFFFF";
      g.fill();
      g.stroke();
    }
    this.drawRings(g, pic);
  }

  drawRings(g, pic) {
    g.beginPath();
    pic.y.forEach((_, i) => {
      if (isWrong(pic, i)) addPoint(g, ...this.place(pic, i), this.radius + 3.6, 0);
    });
    g.strokeStyle = DARK_INK;
    g.lineWidth = 1.6;
    g.stroke();
  }

  /** Larger, and between four strokes that point at it. */
  drawPicked(g, pic) {
    const { index } = pic.example;
    const [x, y] = this.place(pic, index);
    g.beginPath();
    addPoint(g, x, y, this.radius + 2, pic.y[index]);
    for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      g.moveTo(x + 10 * right, y + 10 * down);
      g.lineTo(x + 19 * right, y + 19 * down);
    }
    g.fillStyle = CLASS_COLORS[pic.y[index]];
    g.fill();
    for (const [color, width] of [["#FFFFFF", 5], [DARK_INK, 2.4]]) {
      Object.assign(g, { strokeStyle: color, lineWidth: width });
      g.stroke();
    }
  }

  /** The point nearest to the pointer, or null. */
  pointAt({ x, y }) {
    const { pic } = this.view;
    const far = Array.from(pic.y, (_, i) => {
      const [px, py] = this.place(pic, i);
      return Math.hypot(px - x, py - y);
    });
    const best = Math.min(...far);
    return best <= NEAR_POINT ? far.indexOf(best) : null;
  }

  pick(pointer) {
    const { pic } = this.view;
    const found = pic && this.view.panels.has("example") ? this.pointAt(pointer) : null;
    if (found !== null) this.view.choose(found === pic.example?.index ? null : found);
  }

  read(pointer) {
    this.pointer = pointer;
    if (this.view.pic) this.tellReading();
  }

  tellReading() {
    setText(this.reading, this.pointer ? this.readingText(this.pointer) : "");
  }

  readingText(pointer) {
    const { pic } = this.view;
    const [x1, x2] = [this.frame.x.back(pointer.x), this.frame.y.back(pointer.y)];
    const [left, right, bottom, top] = pic.box;
    if (x1 < left || x1 > right || x2 < bottom || x2 > top) return "";
    const cells = pic.side - 1;
    const column = Math.round(((x1 - left) / (right - left)) * cells);
    const row = Math.round(((x2 - bottom) / (top - bottom)) * cells);
    const p = pic.heat[row * pic.side + column] / 255;
    const near = this.pointAt(pointer);
    const point = near === null ? "" : ` · example ${near}, class ${pic.y[near]}`;
    return withMinus(`x1 ${x1.toFixed(2)}, x2 ${x2.toFixed(2)}, p ${p.toFixed(2)}${point}`);
  }

  describe(text) {
    const { pic } = this.view;
    const wrong = countWrong(pic);
    const label = `Decision map: p over x1 and x2, and ${pic.y.length} examples, ${wrong} of them wrong. ${text}`;
    setAttribute(this.sheet.canvas, "aria-label", label);
  }
}

const isWrong = ({ p, y }, i) => p[i] > 0.5 !== (y[i] === 1);
const countWrong = (pic) => pic.y.reduce((count, _, i) => count + isWrong(pic, i), 0);

/** A small drawing for a legend, from the inside of an <svg>. */
function makeSwatch(inside, width = 18) {
  const swatch = make("span", { class: "lx-swatch", "aria-hidden": "true" });
  swatch.innerHTML = `<svg width="${width}" height="14" viewBox="0 0 ${width} 14">${inside}</svg>`;
  return swatch;
}

const makeKey = (inside, text) => make("span", { class: "lx-key" }, makeSwatch(inside), text);

const POINTS_KEY = [
  [`<circle cx="9" cy="7" r="4.6" fill="${CLASS_COLORS[0]}"/>`, "class 0"],
  [`<rect x="5" y="3" width="8" height="8" fill="${CLASS_COLORS[1]}"/>`, "class 1"],
  [`<circle cx="9" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.6"/>`, "wrong"],
  [`<path d="M1 7H17" stroke="currentColor" stroke-width="2"/>`, "p = 0.5"],
  [`<path d="M3 4h2M9 4h2M6 9h2M12 9h2" stroke="currentColor" stroke-width="2"/>`, "p > 0.5"],
];

function makeMapLegend() {
  const bar = make("span", { class: "lx-bar", "aria-hidden": "true" });
  bar.style.background = `linear-gradient(90deg, ${SURFACE.join(", ")})`;
  const scale = make("span", { class: "lx-key" }, "p = 0 ", bar, " 1");
  return make("figcaption", {}, ...POINTS_KEY.map((key) => makeKey(...key)), scale);
}
