// Where the units and lines of the network stand, and which of them is near the pointer.

const NETWORK_HEIGHT = 420; // of the units; more only where they would become too small
const PITCH = { least: 8, most: 46 }; // from unit to unit
const UNIT = { gap: 5, most: 36 };
const HEADER = 46;
const FOOTER = 26;
const SIDE = { left: 48, right: 92 };
const MOST_NUMBERED = 12; // units in a column that leave room for numbers
const NUMBER_WIDTH = 40;
const NEAR_LINE = 5;

/** Centres of all units: `columns[k]` has x and the y of each unit. */
function layOut(sizes, width) {
  const most = Math.max(...sizes);
  const pitch = clamp(NETWORK_HEIGHT / most, PITCH.least, PITCH.most);
  const unit = Math.min(pitch - UNIT.gap, UNIT.most);
  const middle = HEADER + (most * pitch) / 2;
  const across = (width - SIDE.left - SIDE.right) / (sizes.length - 1);
  const columns = sizes.map((size, k) => ({
    x: SIDE.left + k * across,
    y: Array.from({ length: size }, (_, i) => middle + (i - (size - 1) / 2) * pitch),
  }));
  return { columns, unit, half: unit / 2, pitch, across, height: HEADER + most * pitch + FOOTER };
}

/** The ends of the line for W_k[i, j]. */
function lineEnds({ columns, half }, k, i, j) {
  const [from, to] = [columns[k - 1], columns[k]];
  return [from.x + half, from.y[i], to.x - half, to.y[j]];
}

/** The bias mark sits on the lower left corner of its unit. */
const biasPlace = ({ columns, half }, k, j) => [columns[k].x - half, columns[k].y[j] + half];

const biasMost = ({ unit }) => clamp(unit / 6, 2, 5);

function distanceToLine({ x, y }, [x1, y1, x2, y2]) {
  const [right, down] = [x2 - x1, y2 - y1];
  const share = ((x - x1) * right + (y - y1) * down) / (right * right + down * down);
  const along = clamp(share, 0, 1);
  return Math.hypot(x - x1 - along * right, y - y1 - along * down);
}

/** What is near the pointer as {kind, k, i, j}: a bias mark, a unit or the nearest line; or null. */
function itemAt(layout, net, pointer) {
  return biasAt(layout, net, pointer) ?? unitAt(layout, net, pointer) ?? lineAt(layout, net, pointer);
}

function biasAt(layout, net, { x, y }) {
  const reach = biasMost(layout) + 1;
  return find(net.parts.filter((part) => part.kind === "b"), (part, _, j) => {
    const [right, down] = biasPlace(layout, part.k, j);
    return Math.hypot(right - x, down - y) <= reach;
  });
}

function find(parts, matches) {
  for (const part of parts)
    for (let i = 0; i < part.rows; i += 1)
      for (let j = 0; j < part.columns; j += 1)
        if (matches(part, i, j)) return { kind: part.kind, k: part.k, i, j };
  return null;
}

function unitAt({ columns, half }, net, { x, y }) {
  const k = columns.findIndex((column) => Math.abs(column.x - x) <= half);
  const j = k < 0 ? -1 : columns[k].y.findIndex((middle) => Math.abs(middle - y) <= half);
  return j < 0 ? null : { kind: "a", k, i: 0, j };
}

function lineAt(layout, net, pointer) {
  let [best, found] = [NEAR_LINE, null];
  find(net.parts.filter((part) => part.kind === "W"), ({ kind, k }, i, j) => {
    const distance = distanceToLine(pointer, lineEnds(layout, k, i, j));
    if (distance < best) [best, found] = [distance, { kind, k, i, j }];
    return false;
  });
  return found;
}
