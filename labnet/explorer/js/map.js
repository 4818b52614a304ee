// The decision map: p over the plane of the data as colour, the line p = 0.5, and the points.

const MIDDLE = 127.5; // the byte of p = 0.5
const DOTS_APART = 11; // pixels between the dots that mark p > 0.5
const NEAR_POINT = 14; // pixels within which a click means a point
const MANY = 60; // points, that are drawn smaller
const isWrong = ({ p, y }, i) => p[i] >= 0 && p[i] > 0.5 !== (y[i] === 1); // not where p is NaN
const pointPlace = ({ x, y }, { X }, i) => [x.to(X[2 * i]), y.to(X[2 * i + 1])];

function drawMap(view) {
  const { pic, theme, nodes } = view;
  const { g, width, height } = clear(nodes.map);
  const { left, right, top, bottom } = MARGIN;
  const side = Math.max(1, Math.min(width - left - right, height - top - bottom));
  const size = [side + left + right, side + top + bottom];
  view.mapFrame = makeFrame(...size, ...pic.axes);
  view.heat = paintMaps(view.heat, pic.heat, pic.side, SURFACE_PALETTE);
  drawSurface(g, view.mapFrame, side, view);
  drawAxes(g, view.mapFrame, "x1", "x2", theme);
  drawPoints(g, view.mapFrame, pic);
  setText(nodes.mapReading, mapText(view));
}

function drawSurface(g, frame, size, { pic: { heat, side, border }, heat: image }) {
  const cell = size / (side - 1);
  g.save();
  g.translate(frame.x.start, frame.y.start);
  g.clip(pathOf([[0, 0], [size, 0], [size, -size], [0, -size]]));
  // A byte belongs to the middle of its pixel, and the outermost ones lie on the edges.
  g.drawImage(image, -cell / 2, -size - cell / 2, size + cell, size + cell);
  const byteAt = (right, up) => heat[Math.round(up / cell) * side + Math.round(right / cell)];
  paint(g, dots(size, byteAt), { fill: DARK, alpha: 0.55 });
  g.restore();
  paint(g, brokenLine(border, frame), { stroke: DARK, width: 2 });
}

/** Sparse dots where p > 0.5. */
function dots(size, byteAt) {
  const path = new Path2D();
  for (let up = DOTS_APART / 2, odd = 0; up < size; up += DOTS_APART, odd = 1 - odd)
    for (let right = DOTS_APART * (0.25 + odd / 2); right < size; right += DOTS_APART)
      if (byteAt(right, up) > MIDDLE) path.rect(right - 0.75, -up - 0.75, 1.5, 1.5);
  return path;
}

/** A line through x1 and x2 in turn, broken where they are no numbers. */
function brokenLine(numbers, { x, y }) {
  const path = new Path2D();
  for (let i = 0; i < numbers.length; i += 2) {
    const pen = i && !Number.isNaN(numbers[i - 2]) ? "lineTo" : "moveTo";
    path[pen](x.to(numbers[i]), y.to(numbers[i + 1]));
  }
  return path;
}

function drawPoints(g, frame, pic) {
  const radius = pic.y.length > MANY ? 3.6 : 4.6;
  const [zeros, ones, wrong] = [new Path2D(), new Path2D(), new Path2D()];
  pic.y.forEach((y, i) => {
    const place = pointPlace(frame, pic, i);
    addPoint(y ? ones : zeros, ...place, radius, y);
    if (isWrong(pic, i)) addPoint(wrong, ...place, radius + 3.6, 0);
  });
  [zeros, ones].forEach((path, y) =>
    paint(g, path, { fill: CLASS_COLORS[y], stroke: "#FFFFFF", width: 1.2 }));
  paint(g, wrong, { stroke: DARK, width: 1.6 });
  if (pic.example) drawPicked(g, pointPlace(frame, pic, pic.example.index));
}

/** A cross of hairs, open in the middle. */
function drawPicked(g, [x, y]) {
  const path = pathOf([[x - 20, y], [x + 20, y]]);
  path.addPath(pathOf([[x, y - 20], [x, y + 20]]));
  paint(g, path, { stroke: "#FFFFFF", width: 6, dash: [13, 14] });
  paint(g, path, { stroke: DARK, width: 3, dash: [13, 14] });
}

/** The number of the point near the pointer, or null. */
function pointAt({ mapFrame, pic }, { offsetX, offsetY }) {
  const places = Array.from(pic.y, (_, i) => pointPlace(mapFrame, pic, i));
  const far = places.map(([x, y]) => Math.hypot(x - offsetX, y - offsetY));
  const best = Math.min(...far);
  return best <= NEAR_POINT ? far.indexOf(best) : null;
}

/** What is under the pointer: x1, x2, p, and the point. */
function mapText(view) {
  const { pic: { axes, side, heat, y }, pointer, mapFrame } = view;
  const place = pointer ? [mapFrame.x.back(pointer.offsetX), mapFrame.y.back(pointer.offsetY)] : [];
  const shares = place.map((v, i, _, [low, high] = axes[i].range) => (v - low) / (high - low));
  if (!pointer || shares.some((share) => share < 0 || share > 1)) return "";
  const [column, row] = shares.map((share) => Math.round(share * (side - 1)));
  const near = pointAt(view, pointer);
  const [x1, x2, p] = [...place, heat[row * side + column] / 255].map((v) => v.toFixed(2));
  const point = near === null ? "" : ` · example ${near}, class ${y[near]}`;
  return withMinus(`x1 = ${x1}, x2 = ${x2}, p = ${p}${point}`);
}

/** A click near a point picks it, or lets it go again. */
function listenToMap(view) {
  const { map, mapReading } = view.nodes;
  const read = (pointer) => {
    view.pointer = pointer;
    if (view.pic) setText(mapReading, mapText(view));
  };
  map.addEventListener("pointermove", read);
  map.addEventListener("pointerleave", () => read(null));
  map.addEventListener("click", (event) => {
    const found = view.pic && !view.nodes.example.hidden ? pointAt(view, event) : null;
    if (found !== null) view.set("example", found === view.pic.example?.index ? null : found);
  });
}
