// The decision map: p over the plane of the data as colour, the line p = 0.5, and the points.
// While a hidden unit is pointed at, its a takes the place of p.

const MIDDLE = 127.5; // the byte of p = 0.5
const DOTS_APART = 11; // pixels between the dots that mark p > 0.5
const NEAR_POINT = 14; // pixels within which a click means a point
const [MANY, CROWD] = [60, 500]; // points from which on they are drawn smaller, and as a cloud
const RADII = { few: 4.6, many: 3.6, crowd: 1.6 };
const between = ({ start, end }, share) => start + share * (end - start);
/** Where a point lies that is given in shares of the plane. */
const pointPlace = ({ x, y }, { places }, i) =>
  [between(x, places[2 * i]), between(y, places[2 * i + 1])];

/** The images that map and network share: p over the plane, and a of every hidden unit. */
function paintImages(view) {
  const { heat, side, net } = view.pic;
  view.heat = paintMaps(view.heat, heat, side, SURFACE_PALETTE);
  if (net?.maps.length) view.maps = paintMaps(view.maps, net.maps, net.map_side, SURFACE_PALETTE);
}

function drawMap(view) {
  const { pic, theme, nodes, large } = view;
  const { g, width, height } = clear(nodes.map, large);
  const frame = squareFrame(g, width, height, ...pic.axes);
  view.mapFrame = frame;
  const unit = shownUnit(view);
  if (unit) drawUnitLarge(g, frame, unit);
  else drawSurface(g, frame, view);
  drawAxes(g, frame, "x1", "x2", theme);
  drawPoints(g, pic, (i) => pointPlace(frame, pic, i), unit ? null : DARK);
  setText(nodes.mapReading, mapText(view));
}

/** The map of the hidden unit that is pointed at, else of the one that was picked; or null. */
function shownUnit(view) {
  const { item, pic: { net, entry } } = view;
  const array = item?.kind === "a" && net ? arrayOf(net, item) : null;
  if (array && !(entry?.map && `${array.name}[:, ${item.j}]` === entry.name))
    return array.inner ? smallUnit(view, array, item) : null;
  return entry?.map && (!item || array) ? pickedUnit(view, entry) : null;
}

function smallUnit({ pic: { net }, maps }, { name, first }, { j }) {
  const [side, text] = [net.map_side, `${name}[:, ${j}]: ${net.ranges[first + j]}`];
  return { image: maps, side, from: (first + j) * side, text };
}

function pickedUnit(view, { map, side, text }) {
  view.unit = paintMaps(view.unit, map, side, SURFACE_PALETTE);
  return { image: view.unit, side, from: 0, text };
}

function drawUnitLarge(g, { x, y, side }, { image, side: pixels, from }) {
  drawInner(g, image, pixels, from, [x.start, y.end, side, side]);
}

function drawSurface(g, frame, { pic: { heat, side, border }, heat: image }) {
  const { x, y, side: size } = frame;
  const cell = size / (side - 1);
  g.save();
  g.translate(x.start, y.start);
  g.clip(pathOf([[0, 0], [size, 0], [size, -size], [0, -size]]));
  // A byte belongs to the middle of its pixel, and the outermost ones lie on the edges.
  g.drawImage(image, -cell / 2, -size - cell / 2, size + cell, size + cell);
  const byteAt = (right, up) => heat[Math.round(up / cell) * side + Math.round(right / cell)];
  paint(g, dots(size, byteAt), { fill: DARK, alpha: 0.55 });
  g.restore();
  const line = brokenLine(border, (i) => pointPlace(frame, { places: border }, i));
  paint(g, line, { stroke: DARK, width: 2 });
}

/** Sparse dots where p > 0.5. */
function dots(size, byteAt) {
  const path = new Path2D();
  for (let up = DOTS_APART / 2, odd = 0; up < size; up += DOTS_APART, odd = 1 - odd)
    for (let right = DOTS_APART * (0.25 + odd / 2); right < size; right += DOTS_APART)
      if (byteAt(right, up) > MIDDLE) path.rect(right - 0.75, -up - 0.75, 1.5, 1.5);
  return path;
}

/** A line through two numbers in turn, broken where they are no numbers; place(i) is a corner. */
function brokenLine(numbers, place) {
  const path = new Path2D();
  for (let i = 0; i < numbers.length / 2; i += 1) {
    const pen = i && !Number.isNaN(numbers[2 * i - 2]) ? "lineTo" : "moveTo";
    path[pen](...place(i));
  }
  return path;
}

/** Full where the point trains, hollow where it is held out; `ring` is the colour of wrong ones. */
function drawPoints(g, pic, place, ring) {
  const size = pic.y.length > CROWD ? "crowd" : pic.y.length > MANY ? "many" : "few";
  const paths = Array.from({ length: 5 }, () => new Path2D());
  pic.y.forEach((y, i) => {
    addPoint(paths[y + 2 * (pic.held[i] === 1)], ...place(i), RADII[size], y);
    if (pic.wrong[i] && ring && size !== "crowd")
      addPoint(paths[4], ...place(i), RADII[size] + 3.6, 0);
  });
  const alpha = size === "crowd" ? 0.4 : 1;
  for (const y of [0, 1]) {
    const outline = size === "crowd" ? {} : { stroke: "#FFFFFF", width: 1.2 };
    paint(g, paths[y], { fill: CLASS_COLORS[y], alpha, ...outline });
    paint(g, paths[y + 2], { fill: "#FFFFFF", stroke: CLASS_COLORS[y], width: 1.8, alpha });
  }
  paint(g, paths[4], { stroke: ring, width: 1.6 });
  if (pic.example) drawPicked(g, place(pic.example.index));
}

/** A cross of hairs, open in the middle. */
function drawPicked(g, [x, y]) {
  const path = pathOf([[x - 20, y], [x + 20, y]]);
  path.addPath(pathOf([[x, y - 20], [x, y + 20]]));
  paint(g, path, { stroke: "#FFFFFF", width: 6, dash: [13, 14] });
  paint(g, path, { stroke: DARK, width: 3, dash: [13, 14] });
}

/** The number of the point near the pointer, or null. */
function pointAt({ mapFrame, pic, large }, { offsetX, offsetY }) {
  let [best, found] = [NEAR_POINT, null];
  for (let i = 0; i < pic.y.length; i += 1) {
    const [x, y] = pointPlace(mapFrame, pic, i);
    const far = Math.hypot(x - offsetX / large, y - offsetY / large);
    if (far < best) [best, found] = [far, i];
  }
  return found;
}

/** The place in the plane under the pointer, or null outside of it. */
function placeAt({ mapFrame: { x, y }, pic: { axes }, large }, { offsetX, offsetY }) {
  const place = [x.back(offsetX / large), y.back(offsetY / large)];
  const inside = place.every((v, i) => v >= axes[i].range[0] && v <= axes[i].range[1]);
  return inside ? place : null;
}

/** What is under the pointer: x1, x2, p, and the point; or the unit that is shown. */
function mapText(view) {
  const { pic: { axes, side, heat, y }, pointer } = view;
  const place = pointer && placeAt(view, pointer);
  if (!place) return shownUnit(view)?.text ?? (view.hasPicked ? "" : PICK_A_POINT);
  const shares = place.map((v, i) => shareOf(v, axes[i]));
  const [column, row] = shares.map((share) => Math.round(share * (side - 1)));
  const near = pointAt(view, pointer);
  const [x1, x2] = place.map((v) => numberText(v));
  const point = near === null ? "" : ` · example ${near}, class ${y[near]}`;
  return `x1 = ${x1}, x2 = ${x2}, p = ${(heat[row * side + column] / 255).toFixed(2)}${point}`;
}

const PICK_A_POINT = "Click a point to follow it.";

/** What a click does is the pen's affair: pick a point, set one, or take one away. */
function listenToMap(view) {
  const { map, mapReading, pen } = view.nodes;
  const data = view.model.get("controls").find(({ name }) => name === "data");
  pen.hidden = !data || data.locked;
  const read = (pointer) => {
    view.pointer = pointer;
    if (view.pic) setText(mapReading, mapText(view));
  };
  map.addEventListener("pointermove", read);
  map.addEventListener("pointerleave", () => read(null));
  map.addEventListener("click", (event) => {
    if (view.pic) PENS[pen.selectedIndex](view, event);
  });
}

const PENS = [pickPoint, setPoint(0), setPoint(1), removePoint];

function pickPoint(view, event) {
  const found = view.nodes.index ? pointAt(view, event) : null;
  if (found !== null) view.set("example", found === view.pic.example?.index ? null : found);
}

/** All points as the kernel has them: x1, x2 and the class. */
const pointsOf = ({ axes: [{ range: across }, { range: up }], places, y }) =>
  Array.from(y, (kind, i) => [
    across[0] + places[2 * i] * (across[1] - across[0]),
    up[0] + places[2 * i + 1] * (up[1] - up[0]),
    kind,
  ]);

/** These are the data now, as they are seen: noise that moved them would move them again. */
function drawnNow(view, points) {
  view.model.set("noise", 0);
  view.set("points", points);
}

function setPoint(kind) {
  return (view, event) => {
    const place = placeAt(view, event);
    if (place) drawnNow(view, [...pointsOf(view.pic), [...place, kind]]);
  };
}

function removePoint(view, event) {
  const found = pointAt(view, event);
  if (found !== null) drawnNow(view, pointsOf(view.pic).toSpliced(found, 1));
}
