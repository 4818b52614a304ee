// The frame of a plot: scales from numbers to pixels, axes with ticks and names.

const MARGIN = { left: 48, right: 18, top: 8, bottom: 34 };
const FEW = 5; // ticks on an axis
const tickText = (value) => withMinus(String(Number(value.toPrecision(4))));

/** Round numbers 1, 2 or 5 times a power of ten apart. */
function ticks(low, high) {
  const rough = (high - low) / FEW || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= 0.999 * rough);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** Powers of ten; over a short range round numbers. */
function logTicks(low, high) {
  if (high / low < 100) return ticks(low, high).filter((value) => value > 0);
  return ticks(Math.log10(low), Math.log10(high)).filter(Number.isInteger).map((v) => 10 ** v);
}

/** From [low, high] to the pixels [start, end]; `back` only where the scale is linear. */
function makeScale([low, high], start, end, log = false) {
  const warp = log ? Math.log10 : Number;
  const factor = (end - start) / (warp(high) - warp(low) || 1);
  const to = (value) => start + factor * (warp(value) - warp(low));
  const back = (pixel) => low + (pixel - start) / factor;
  return { start, end, to, back, ticks: (log ? logTicks : ticks)(low, high) };
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
