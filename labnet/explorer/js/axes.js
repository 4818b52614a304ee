// The frame of a plot: scales from numbers to pixels, axes with the kernel's ticks, and names.

const MARGIN = { left: 40, right: 10, top: 8, bottom: 32 };
const LABEL_STEP = 8; // pixels: a margin that followed each label would make the plot tremble

/** From [low, high] to the pixels [start, end]; `back` only where the scale is linear. */
function makeScale({ range: [low, high], ticks, texts }, start, end, log = false) {
  const warp = log ? Math.log10 : Number;
  const factor = (end - start) / (warp(high) - warp(low) || 1);
  const to = (value) => start + factor * (warp(value) - warp(low));
  const back = (pixel) => low + (pixel - start) / factor;
  return { start, end, to, back, ticks, texts };
}

/** How far along its axis a number lies, from 0 to 1. */
const shareOf = (value, { range: [low, high] }) => (value - low) / (high - low);

/** Room at the left for the longest text of the axis that goes up. */
function leftMargin(g, { texts }) {
  g.font = fontOf(11);
  const widest = Math.max(0, ...texts.map((text) => g.measureText(text).width));
  return Math.max(MARGIN.left, LABEL_STEP * Math.ceil((widest + 22) / LABEL_STEP));
}

function makeFrame(g, width, height, across, up, log) {
  const left = leftMargin(g, up);
  return {
    x: makeScale(across, left, width - MARGIN.right),
    y: makeScale(up, height - MARGIN.bottom, MARGIN.top, log),
  };
}

/** The largest square of the canvas that has room for axes. */
function squareFrame(g, width, height, across, up) {
  const left = leftMargin(g, up);
  const room = [width - left - MARGIN.right, height - MARGIN.top - MARGIN.bottom];
  const side = Math.max(1, Math.min(...room));
  const size = [side + left + MARGIN.right, side + MARGIN.top + MARGIN.bottom];
  return { side, ...makeFrame(g, ...size, across, up) };
}

function drawAxes(g, { x, y }, xName, yName, { ink, quiet }) {
  const path = pathOf([[x.start, y.end], [x.start, y.start], [x.end, y.start]]);
  for (const value of x.ticks) path.rect(x.to(value), y.start, 0, 4);
  for (const value of y.ticks) path.rect(x.start - 4, y.to(value), 4, 0);
  paint(g, path, { stroke: quiet });
  x.ticks.forEach((value, i) => {
    const atEnd = x.end - x.to(value) < MARGIN.right; // its text would leave the canvas
    const [place, align] = atEnd ? [x.end + MARGIN.right, "right"] : [x.to(value), "center"];
    write(g, x.texts[i], place, y.start + 11, quiet, { align });
  });
  y.ticks.forEach((value, i) =>
    write(g, y.texts[i], x.start - 6, y.to(value), quiet, { align: "right" }));
  write(g, xName, (x.start + x.end) / 2, y.start + 24, ink, { bold: true });
  g.rotate(-Math.PI / 2);
  write(g, yName, -(y.start + y.end) / 2, 7, ink, { bold: true });
  g.rotate(Math.PI / 2);
}

/** Faint lines across, one for each tick. */
function drawGrid(g, { x, y }, { line }) {
  const grid = new Path2D();
  for (const value of y.ticks) grid.rect(x.start, y.to(value), x.end - x.start, 0);
  paint(g, grid, { stroke: line, alpha: 0.3 });
}
