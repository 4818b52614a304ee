// What the kernel sends, with bytes turned into numbers and the network's arrays named.

/** `object` with these of its fields read by `read`; null stays null. */
const reading = (object, names, read) =>
  object && { ...object, ...Object.fromEntries(names.map((name) => [name, read(object[name])])) };

function decode(picture) {
  const example = reading(picture.example, ["dW"], floats);
  const net = reading(reading(picture.net, ["maps"], wholes), ["W", "dW"], floats);
  if (net) net.arrays = namedArrays(net);
  const known = reading({ ...picture, net, example }, ["heat", "y"], wholes);
  return reading(known, ["X", "p", "losses"], floats);
}

/** x, W1, b1, a1, W2, ..., p: shapes; where a parameter starts in the vector of all of them, and
 * which of all hidden units is the first of its column. */
function namedArrays({ sizes, biased }) {
  const arrays = [];
  let [start, first] = [0, 0];
  sizes.forEach((columns, k) => {
    const parameters = [["W", sizes[k - 1]], ["b", 1]].slice(0, k ? 1 + biased : 0);
    for (const [kind, rows] of parameters) {
      arrays.push({ kind, k, name: `${kind}${k}`, rows, columns, start });
      start += rows * columns;
    }
    const [name, inner] = k === 0 ? ["x"] : k === sizes.length - 1 ? ["p"] : [`a${k}`, true];
    arrays.push({ kind: "a", k, name, inner, rows: 1, columns, first: inner ? first : 0 });
    if (inner) first += columns;
  });
  return arrays;
}

/** Call visit(array, i, j) for all their entries. */
function eachEntry(arrays, visit) {
  for (const array of arrays)
    for (let i = 0; i < array.rows; i += 1)
      for (let j = 0; j < array.columns; j += 1) visit(array, i, j);
}

const ofKind = ({ arrays }, kind) => arrays.filter((array) => array.kind === kind);

const holds = ({ kind, k, rows, columns }, item) =>
  kind === item?.kind && k === item.k && item.i < rows && item.j < columns;
/** The array that `item`, {kind, k, i, j}, is an entry of; undefined if there is none. */
const arrayOf = ({ arrays }, item) => arrays.find((array) => holds(array, item));
