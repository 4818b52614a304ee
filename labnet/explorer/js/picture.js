// What the kernel sends for one frame, with bytes turned into numbers and parameters named.

function decode(picture) {
  const { heat, X, y, p, losses, net, example } = picture;
  return {
    ...picture,
    heat: wholes(heat),
    X: floats(X),
    y: wholes(y),
    p: floats(p),
    losses: floats(losses),
    net: net && decodeNet(net),
    example: example && { ...example, dW: floats(example.dW) },
  };
}

function decodeNet(net) {
  const { sizes, biased } = net;
  const numbers = { maps: wholes(net.maps), W: floats(net.W), dW: floats(net.dW) };
  return { ...net, ...numbers, parts: parameterParts(sizes, biased), depth: sizes.length - 1 };
}

/** W1, b1, W2, ...: the shape of each and where it starts in the vector of all parameters. */
function parameterParts(sizes, biased) {
  const parts = [];
  let start = 0;
  const add = (kind, k, rows, columns) => {
    parts.push({ kind, k, name: `${kind}${k}`, rows, columns, start });
    start += rows * columns;
  };
  for (let k = 1; k < sizes.length; k += 1) {
    add("W", k, sizes[k - 1], sizes[k]);
    if (biased) add("b", k, 1, sizes[k]);
  }
  return parts;
}

/** "x", "a1", ..., "p": the array in column k of the network. */
const columnName = ({ depth }, k) => (k === 0 ? "x" : k === depth ? "p" : `a${k}`);

const decodePin = (pin) => ({ ...pin, losses: floats(pin.losses) });

function decodeBand(band) {
  if (!band.epochs) return {};
  const [low, median, high] = [band.low, band.median, band.high].map(floats);
  return { ...band, low, median, high };
}

/** All lines of the loss plot, the present run last and so on top. */
function makeCurves({ pic, pins, band }, theme) {
  const pinned = pins.map((pin, i) => ({ ...pin, ...pinStyle(i, theme), width: 2, last: pin.epoch }));
  const present = { losses: pic.losses, every: pic.every, last: pic.epoch };
  return [...bandCurve(band, theme), ...pinned, { ...present, color: theme.ink, width: 2.4 }];
}

function bandCurve({ low, median, high, every, epochs }, { quiet }) {
  if (!epochs) return [];
  return [{ losses: median, low, high, every, last: epochs, color: quiet, width: 1.4, dash: [1, 2] }];
}
