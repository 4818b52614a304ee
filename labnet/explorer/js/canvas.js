// Canvases as sharp as the screen, text and lines on them, and images from bytes.

const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";

const fontOf = (size, bold = false) => `${bold ? "600 " : ""}${size}px ${FONT}`;

/** The emptied canvas as {g, width, height}; a drawing of `large` pictures has larger pixels. */
function clear(canvas, large = 1) {
  const [scale, g] = [window.devicePixelRatio || 1, canvas.getContext("2d")];
  const { clientWidth: width, clientHeight: height } = canvas;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  g.setTransform(scale * large, 0, 0, scale * large, 0, 0);
  g.clearRect(0, 0, width / large, height / large);
  return { g, width: width / large, height: height / large };
}

function write(g, text, x, y, color, { size = 11, align = "center", bold = false, halo } = {}) {
  const font = fontOf(size, bold);
  Object.assign(g, { font, fillStyle: color, textAlign: align, textBaseline: "middle" });
  if (halo) Object.assign(g, { strokeStyle: halo, lineWidth: 4, lineJoin: "round" });
  if (halo) g.strokeText(text, x, y);
  g.fillText(text, x, y);
}

function pathOf(points) {
  const path = new Path2D();
  for (const [x, y] of points) path.lineTo(x, y);
  return path;
}

function paint(g, path, { fill, stroke, width = 1, dash = [], alpha = 1 }) {
  Object.assign(g, { fillStyle: fill, strokeStyle: stroke, lineWidth: width, globalAlpha: alpha });
  g.setLineDash(dash);
  if (fill) g.fill(path);
  if (stroke) g.stroke(path);
  g.globalAlpha = 1;
}

/** Add a circle (class 0) or a square (class 1) to the path. */
function addPoint(path, x, y, radius, square) {
  path.moveTo(x + radius, y);
  if (square) path.rect(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
  else path.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Square maps below each other, coloured; row 0 of each is its bottom. Reuses the image `old`. */
function paintMaps(old, bytes, side, colors) {
  const size = { width: side, height: bytes.length / side };
  const image = old?.height === size.height ? old : make("canvas", size);
  const data = image.getContext("2d").createImageData(side, size.height);
  const pixels = new Uint32Array(data.data.buffer);
  for (let from = 0; from < bytes.length; from += 1) {
    const row = Math.floor(from / side) % side;
    pixels[from + side * (side - 1 - 2 * row)] = colors[bytes[from]];
  }
  image.getContext("2d").putImageData(data, 0, 0);
  return image;
}

/** One map of the image, from the middles of its outermost pixels on: these lie on the edges. */
function drawInner(g, image, side, from, [x, y, width, height]) {
  g.drawImage(image, 0.5, from + 0.5, side - 1, side - 1, x, y, width, height);
}
