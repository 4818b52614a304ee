// The frame of a plot: scales from numbers to pixels, axes with the kernel's ticks, and names.

const MARGIN = { left: 48, right: 18, top: 8, bottom: 34 };
const tickText = (value) => withMinus(String(Number(value.toPrecision(4))));

/** From [low, high] to the pixels [start, end]; `back` only where the scale is linear. */
function makeScale({ range: [low, high], ticks }, start, end, log = false) {
  const warp = log ? Math.log10 : Number;
  const factor = (end - start) / (warp(high) - warp(low) || 1);
  const to = (value) => start + factor * (warp(value) - warp(low));
  const back = (pixel) => low + (pixel - start) / factor;
  return { start, end, to, back, ticks };
}

const makeFrame = (width, height, across, up, log) => ({
  x: makeScale(across, MARGIN.left, width - MARGIN.right),
  y: makeScale(up, height - MARGIN.bottom, MARGIN.top, log),
});

function drawAxes(g, { x, y }, xName, yName, { ink, quiet }) {
  const path = pathOf([[x.start, y.end], [x.start, y.start], [x.end, y.start]]);
  for (const value of x.ticks) path.rect(x.to(value), y.start, 0, 4);
  for (const value of y.ticks) path.rect(x.start - 4, y.to(value), 4, 0);
  paint(g, path, { stroke: quiet });
  const look = { align: "right" };
  for (const value of x.ticks) write(g, tickText(value), x.to(value), y.start + 11, quiet);
  for (const value of y.ticks) write(g, tickText(value), x.start - 6, y.to(value), quiet, look);
  write(g, xName, (x.start + x.end) / 2, y.start + 26, ink, { bold: true });
  g.rotate(-Math.PI / 2);
  write(g, yName, -(y.start + y.end) / 2, 6, ink, { bold: true });
  g.rotate(Math.PI / 2);
}
