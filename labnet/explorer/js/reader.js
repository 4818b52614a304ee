// Reading the network: what the pointer or the cursor is at, in symbols, shapes and numbers.

const HINT = "Point at a unit or a line; click to keep it.";
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function readingText({ item, pic }) {
  return (item.kind === "a" ? unitText : parameterText)(item, arrayOf(pic.net, item), pic);
}

/** W2[3, 5] = 0.52 in W2 (10, 10) · dW2[3, 5] = -0.0031 over all examples */
function parameterText({ i, j }, { name, rows, columns, start }, { net, example }) {
  const [at, place] = [start + i * columns + j, `${name}[${i}, ${j}]`];
  const gradients = [[net.dW, "over all examples"], [example?.dW, `for example ${example?.index}`]]
    .filter(([numbers]) => numbers?.length)
    .map(([numbers, whose]) => ` · d${place} = ${numberText(numbers[at])} ${whose}`);
  const text = `${place} = ${numberText(net.W[at])} in ${name} (${rows}, ${columns})`;
  return text + gradients.join("");
}

/** A unit over all examples; or, with an example picked, its numbers for that one. */
function unitText({ k, j }, { name, columns, first, inner }, { net, example, y }) {
  const range = inner ? ` · ${net.ranges[first + j]}` : "";
  if (!example) return `${name}[:, ${j}] in ${name} (${y.length}, ${columns})${range}`;
  const { z, a, da, dz } = k ? (example.layers[k - 1] ?? {}) : { a: example.x };
  const known = [[`z${k}`, z], [name, a], [`d${name}`, da], [`dz${k}`, dz]].filter(([, v]) => v);
  const numbers = known.map(([symbol, v]) => `${symbol}[0, ${j}] = ${numberText(v[j])}`);
  return `${numbers.join(" · ")} in ${name} (1, ${columns})`;
}

/** Its name in Python, where it can be picked: a parameter, or a hidden unit. */
function entryName({ arrays }, item) {
  const array = arrayOf({ arrays }, item);
  if (!array || (array.kind === "a" && !array.inner)) return null;
  return `${array.name}[${array.kind === "a" ? ":" : item.i}, ${item.j}]`;
}

/** What is read stands at the place it is about; the hint stands below the drawing. */
function showReading(view) {
  const { item, layout, large, nodes: { reading: card, networkHint, network } } = view;
  setText(networkHint, item ? "" : HINT);
  setText(card, item ? readingText(view) : "");
  if (!item) return;
  const place = placeOf(layout, arrayOf(view.pic.net, item), item.i, item.j);
  const [x, y] = view.at ?? place;
  const room = network.clientWidth - card.offsetWidth;
  card.style.left = `${clamp(x * large - 20, 0, Math.max(0, room))}px`;
  card.style.top = `${y * large + 20}px`;
}

/** The entry so many arrays to the right, and entries further on, from `item`. */
function movedItem(net, item, [across, down]) {
  const at = Math.max(0, net.arrays.indexOf(arrayOf(net, item)));
  const { kind, k, rows, columns } = net.arrays[clamp(at + across, 0, net.arrays.length - 1)];
  const entry = item ? item.i * net.arrays[at].columns + item.j + down : 0;
  const inside = clamp(entry, 0, rows * columns - 1);
  return { kind, k, i: Math.floor(inside / columns), j: inside % columns };
}

/** Let pointer and keys move `view.item`; a click or Enter keeps it as the entry. */
function listenToNetwork(view) {
  const { network } = view.nodes;
  const on = (event, act) =>
    network.addEventListener(event, (happened) => {
      if (!view.pic?.net || !view.layout) return;
      const before = JSON.stringify(view.item);
      view.item = act(view.pic.net, happened);
      if (JSON.stringify(view.item) !== before) view.schedule("network", "map");
    });
  const move = (net, steps) => {
    const item = movedItem(net, view.item, steps);
    view.at = null;
    setText(view.nodes.spoken, readingText({ item, pic: view.pic }));
    return item;
  };
  const itemUnder = (net, { offsetX, offsetY }) => {
    view.at = [offsetX / view.large, offsetY / view.large];
    return itemAt(view.layout, net, { x: view.at[0], y: view.at[1] });
  };
  on("pointermove", itemUnder);
  for (const event of ["pointerleave", "blur"]) on(event, () => null);
  on("focus", (net) => (network.matches(":focus-visible") ? move(net, [0, 0]) : view.item));
  on("click", (net, event) => {
    const item = itemUnder(net, event);
    keepEntry(view, net, item);
    return item;
  });
  on("keydown", (net, event) => {
    if (!(event.key in STEPS) && event.key !== "Enter") return view.item;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Enter") return move(net, STEPS[event.key]);
    keepEntry(view, net, view.item);
    return view.item;
  });
}

/** Let the kernel know which entry is looked at; the same once more lets it go. */
function keepEntry(view, net, item) {
  const name = entryName(net, item);
  if (name !== null) view.set("entry", view.model.get("entry") === name ? null : name);
}
