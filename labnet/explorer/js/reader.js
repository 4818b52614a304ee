// Reading the network: what the pointer or the cursor is at, in symbols, shapes and numbers.

const HINT = "Point at a unit, a line or a bias mark; or focus the network and use the arrow keys.";
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function readingText({ item, pic }) {
  if (!item) return HINT;
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

/** The entry so many arrays to the right, and entries further on, from `item`. */
function movedItem(net, item, [across, down]) {
  const at = Math.max(0, net.arrays.indexOf(arrayOf(net, item)));
  const { kind, k, rows, columns } = net.arrays[clamp(at + across, 0, net.arrays.length - 1)];
  const entry = item ? item.i * net.arrays[at].columns + item.j + down : 0;
  const inside = clamp(entry, 0, rows * columns - 1);
  return { kind, k, i: Math.floor(inside / columns), j: inside % columns };
}

/** Let pointer and keys move `view.item`. */
function listenToNetwork(view) {
  const { network } = view.nodes;
  const on = (event, act) =>
    network.addEventListener(event, (happened) => {
      if (!view.pic?.net || !view.layout) return;
      const before = JSON.stringify(view.item);
      view.item = act(view.pic.net, happened);
      if (JSON.stringify(view.item) !== before) view.schedule();
    });
  const move = (net, steps) => {
    const item = movedItem(net, view.item, steps);
    setText(view.nodes.spoken, readingText({ item, pic: view.pic }));
    return item;
  };
  on("pointermove", (net, pointer) => itemAt(view.layout, net, pointer));
  on("pointerleave", () => null);
  on("blur", () => null);
  on("focus", (net) => (network.matches(":focus-visible") ? move(net, [0, 0]) : view.item));
  on("keydown", (net, event) => {
    if (!(event.key in STEPS)) return view.item;
    event.preventDefault();
    event.stopPropagation();
    return move(net, STEPS[event.key]);
  });
}
