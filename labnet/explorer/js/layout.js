// Where the units and lines of the network stand, and which of them is at the pointer.

const UNITS_HEIGHT = 350; // more only where units would become too small
const PITCH = { least: 8, most: 44 }; // from unit to unit
const UNIT = { gap: 5, most: 34, least: 6 };
const NUMBERS = 42; // pixels that numbers beside a unit need
// At the top: steppers and names; at the right: the numbers of an example, if one is picked.
const AROUND = { left: 44, right: 30, numbers: 92, top: 62, bottom: 20 };
const NEAR_LINE = 5;

/** `columns[k]` has the x, and all y, of the centres of its units; `numbered` ones need room. */
function layOut(sizes, width, numbered) {
  const most = Math.max(...sizes);
  const pitch = clamp(UNITS_HEIGHT / most, PITCH.least, PITCH.most);
  const right = numbered ? AROUND.numbers : AROUND.right;
  const across = (width - AROUND.left - right) / (sizes.length - 1);
  const room = Math.max(UNIT.least, across - (numbered ? NUMBERS : 0));
  const unit = Math.min(pitch - UNIT.gap, UNIT.most, room);
  const columns = sizes.map((size, k) => ({
    x: AROUND.left + k * across,
    y: Array.from({ length: size }, (_, i) => AROUND.top + (i + (most - size + 1) / 2) * pitch),
  }));
  const height = Math.round(AROUND.top + most * pitch + AROUND.bottom);
  return { columns, unit, half: unit / 2, pitch, across, height, mark: clamp(unit / 6, 2, 5) };
}

/** Where an entry of an array is drawn: a unit's or a mark's centre, or both ends of a line. */
function placeOf({ columns, half }, { kind, k }, i, j) {
  const [before, { x, y }] = [columns[k - 1], columns[k]];
  if (kind === "a") return [x, y[j]];
  return kind === "b" ? [x - half, y[j] + half] : [before.x + half, before.y[i], x - half, y[j]];
}

/** Add the entry to the path: a square, a circle or a line. */
function trace(path, layout, array, i, j) {
  const [x, y, right, down] = placeOf(layout, array, i, j);
  if (array.kind === "a") addPoint(path, x, y, layout.half / 0.9, 1);
  else if (array.kind === "b") addPoint(path, x, y, layout.mark, 0);
  else {
    path.moveTo(x, y);
    path.lineTo(right, down);
  }
}

function distanceToLine(x, y, [x1, y1, x2, y2]) {
  const [right, down] = [x2 - x1, y2 - y1];
  const product = (x - x1) * right + (y - y1) * down;
  const share = clamp(product / (right * right + down * down), 0, 1);
  return Math.hypot(x - x1 - share * right, y - y1 - share * down);
}

/** How far the pointer is from an entry; marks lie over units, and units over lines. */
function distanceTo(layout, array, i, j, { x, y }) {
  const place = placeOf(layout, array, i, j);
  if (array.kind === "W") return distanceToLine(x, y, place);
  const [right, down] = [Math.abs(x - place[0]), Math.abs(y - place[1])];
  if (array.kind === "b") return Math.hypot(right, down) <= layout.mark + 1 ? -2 : Infinity;
  return Math.max(right, down) <= layout.half ? -1 : Infinity;
}

/** What is at the pointer, {kind, k, i, j}, or null. */
function itemAt(layout, { arrays }, pointer) {
  let [best, found] = [NEAR_LINE, null];
  eachEntry(arrays, (array, i, j) => {
    const distance = distanceTo(layout, array, i, j, pointer);
    if (distance < best) [best, found] = [distance, { kind: array.kind, k: array.k, i, j }];
  });
  return found;
}
