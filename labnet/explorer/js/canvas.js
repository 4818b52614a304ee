// A canvas that is as sharp as the screen, axes with ticks, and images from bytes.

const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";
const TICK_SIZE = 11;
const FEW_TICKS = 5;

/** A canvas whose units are CSS pixels; `resized` is called when the page gives it another size. */
class Sheet {
  constructor(canvas, resized) {
    this.canvas = canvas;
    this.g = canvas.getContext("2d");
    this.width = this.height = 0;
    this.watcher = new ResizeObserver(([entry]) => this.resize(entry.contentRect, resized));
    this.watcher.observe(canvas);
  }

  resize({ width, height }, resized) {
    [this.width, this.height] = [Math.round(width), Math.round(height)];
    resized();
  }

  /** The empty context, in CSS pixels also after the page was zoomed. */
  clear() {
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [this.width, this.height].map((size) => Math.round(size * scale));
    if (this.canvas.width !== width || this.canvas.height !== height)
      Object.assign(this.canvas, { width, height });
    this.g.setTransform(scale, 0, 0, scale, 0, 0);
    this.g.clearRect(0, 0, this.width, this.height);
    return this.g;
  }

  close() {
    this.watcher.disconnect();
  }
}

/** Where the pointer is, in the canvas's own units. */
function pointerPlace(event) {
  return { x: event.offsetX, y: event.offsetY };
}

/** A small hidden canvas of width x height, to be filled with bytes and drawn larger. */
function makeImage(width, height) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const g = canvas.getContext("2d");
  const data = g.createImageData(width, height);
  return { canvas, g, data, pixels: new Uint32Array(data.data.buffer), width, height };
}

/** `image` if it has this size, else a new one. */
function sized(image, width, height) {
  return image?.width === width && image.height === height ? image : makeImage(width, height);
}

/** Colour square maps of side x side, whose row 0 is the bottom one, above each other. */
function fillImage(image, bytes, side, colors) {
  for (let start = 0; start < bytes.length; start += side * side)
    for (let row = 0; row < side; row += 1) {
      const from = start + row * side;
      const to = start + (side - 1 - row) * side;
      for (let i = 0; i < side; i += 1) image.pixels[to + i] = colors[bytes[from + i]];
    }
  image.g.putImageData(image.data, 0, 0);
}

/** Round numbers 1, 2 or 5 times a power of ten apart, from `low` to `high`. */
function ticks(low, high, most = FEW_TICKS) {
  const rough = (high - low) / most || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** Powers of ten from `low` to `high`, and a few between them if that is little. */
function logTicks(low, high) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const every = Math.ceil((last - first) / FEW_TICKS);
  const factors = last - first > 2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  const kept = powers.filter((_, i) => i % every === 0);
  return kept.flatMap((power) => factors.map((f) => f * power)).filter((v) => v >= low && v <= high);
}

function write(g, text, x, y, { color, size = TICK_SIZE, align = "left", bold = false }) {
  g.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
  g.fillStyle = color;
  g.textAlign = align;
  g.textBaseline = "middle";
  g.fillText(text, x, y);
}

function strokePath(g, points, { color, width = 1, dash = [] }) {
  g.beginPath();
  for (const [x, y] of points) g.lineTo(x, y);
  g.strokeStyle = color;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.stroke();
  g.setLineDash([]);
}
