// What the kernel sends, with bytes turned into numbers.

/** `object` with these of its fields read by `read`; null stays null. */
const reading = (object, names, read) =>
  object && { ...object, ...Object.fromEntries(names.map((name) => [name, read(object[name])])) };

/** What was picked: a unit with its map, or a weight with its name in full, and L along it. */
function readEntry(entry) {
  if (!entry) return null;
  const { name, kind, i, j } = entry;
  const named = { ...entry, name: `${name}[${kind === "a" ? ":" : i}, ${j}]` };
  if (kind === "a") return reading(named, ["map"], wholes);
  return { ...named, along: reading(entry.along, ["values", "losses"], floats) };
}

/** The scene stays while the picture changes: the points, and how the network is built. */
function decode(scene, picture) {
  const built = scene.net && { ...scene.net, ...picture.net };
  const net = reading(reading(built, ["maps"], wholes), ["W", "dW"], floats);
  const example = reading(picture.example, ["dW"], floats);
  const entry = readEntry(picture.entry);
  const space = reading(picture.space, ["grid", "bent", "border_bent", "X_bent"], floats);
  const known = { ...scene, ...picture, net, example, entry, space };
  const read = reading(known, ["heat", "y", "wrong", "held"], wholes);
  return reading(read, ["places", "losses", "held_losses", "border"], floats);
}

/** Call visit(array, i, j) for all entries of the network's arrays. */
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
