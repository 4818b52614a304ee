// The frame of a plot: where its numbers stand on the canvas, ticks and names.

const MARGIN = { left: 40, right: 10, top: 8, bottom: 34 };
const TICK_LENGTH = 4;

/** A linear or logarithmic scale from [low, high] to the pixels [start, end]. */
function makeScale([low, high], [start, end], log = false) {
  const warp = log ? Math.log10 : (value) => value;
  const [from, span] = [warp(low), warp(high) - warp(low) || 1];
  const to = (value) => start + ((warp(value) - from) / span) * (end - start);
  const back = (pixel) => low + ((pixel - start) / (end - start)) * (high - low);
  return { low, high, start, end, to, back, ticks: log ? logTicks(low, high) : ticks(low, high) };
}

/** Both scales of a plot that fills the canvas up to the margins. */
function makeFrame(width, height, xRange, yRange, log = false) {
  return {
    x: makeScale(xRange, [MARGIN.left, width - MARGIN.right]),
    y: makeScale(yRange, [height - MARGIN.bottom, MARGIN.top], log),
  };
}

function drawAxes(g, { x, y }, names, theme) {
  strokePath(g, [[x.start, y.end], [x.start, y.start], [x.end, y.start]], { color: theme.quiet });
  for (const value of x.ticks) drawTick(g, x.to(value), y.start, 0, tickText(value), theme);
  for (const value of y.ticks) drawTick(g, x.start, y.to(value), 1, tickText(value), theme);
  const name = { color: theme.ink, size: 12, bold: true };
  write(g, names[0], (x.start + x.end) / 2, y.start + 26, { ...name, align: "center" });
  drawUpright(g, names[1], 9, (y.start + y.end) / 2, name);
}

function drawTick(g, x, y, upright, text, theme) {
  const end = upright ? [x - TICK_LENGTH, y] : [x, y + TICK_LENGTH];
  strokePath(g, [[x, y], end], { color: theme.quiet });
  if (upright) write(g, text, x - 6, y, { color: theme.quiet, align: "right" });
  else write(g, text, x, y + 12, { color: theme.quiet, align: "center" });
}

function drawUpright(g, text, x, y, style) {
  g.save();
  g.translate(x, y);
  g.rotate(-Math.PI / 2);
  write(g, text, 0, 0, { ...style, align: "center" });
  g.restore();
}

function drawGrid(g, { x, y }, theme) {
  for (const value of y.ticks)
    strokePath(g, [[x.start, y.to(value)], [x.end, y.to(value)]], { color: theme.faint });
}
