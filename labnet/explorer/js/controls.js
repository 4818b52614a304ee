// Controls built from the kernel's table: each is native, labelled, and says its real value.

const GROUPS = ["network", "training", "data", "view"];
const MOST = { layers: 3, units: 20 };
const FIRST_UNITS = 10; // of a layer that was not there before
let made = 0; // ids join labels with controls: no two views may share one
const newId = () => `lx-${(made += 1)}`;

/** A labelled control, as a row with room for its value in words. */
function makeRow({ label, locked }, input) {
  const name = make("label", { htmlFor: (input.id = newId()) }, label);
  const row = make("div", { className: "lx-row" }, name, make("span"), input);
  const note = make("span", { className: "lx-locked", id: newId() }, "(locked)");
  input.disabled = Boolean(locked);
  if (locked) row.append(note);
  if (locked) input.setAttribute("aria-describedby", note.id);
  return row;
}

/** `show(position, text)` moves the slider, and says the text to the eye and the screen reader. */
function makeSlider(control, most, oninput, min = 0) {
  const range = { type: "range", min, max: most, step: 1, value: FIRST_UNITS };
  const input = make("input", { ...range, oninput });
  const node = makeRow(control, input);
  const show = (position, text = String(position)) => {
    input.value = position;
    setText(node.children[1], text);
    input.setAttribute("aria-valuetext", text);
  };
  return { node, input, show };
}

function nearest(values, value) {
  const far = values.map((other) => Math.abs(other - value));
  return far.indexOf(Math.min(...far));
}

/** One builder for each kind: {node, show}, where `show` puts the trait's value into it. */
const BUILDERS = {
  slider(control, send) {
    const { values, texts } = control;
    const move = ({ target }) => send(values[target.value]);
    const { node, show } = makeSlider(control, values.length - 1, move);
    const text = (value) => texts[values.indexOf(value)] ?? String(value);
    return { node, show: (value) => show(nearest(values, value), text(value)) };
  },
  choice(control, send) {
    const options = control.texts.map((text) => make("option", {}, text));
    const onchange = ({ target }) => send(control.values[target.selectedIndex]);
    const select = make("select", { onchange }, ...options);
    const show = (value) => (select.selectedIndex = control.values.indexOf(value));
    return { node: makeRow(control, select), show };
  },
  switch(control, send) {
    const input = make("input", { type: "checkbox", onchange: () => send(input.checked) });
    return { node: makeRow(control, input), show: (value) => (input.checked = value) };
  },
  seed(control, send) {
    const onchange = () => input.reportValidity() && send(Number(input.value));
    const input = make("input", { type: "number", min: 0, step: 1, required: true, onchange });
    return { node: makeRow(control, input), show: (value) => (input.value = value) };
  },
  layers(control, send) {
    const read = () => send(units.slice(0, count.input.value).map(({ input }) => +input.value));
    const count = makeSlider(control, MOST.layers, read);
    const units = Array.from({ length: MOST.layers }, (_, k) =>
      makeSlider({ ...control, label: `units in layer ${k + 1}` }, MOST.units, read, 1));
    const show = (sizes) => {
      count.show(sizes.length);
      units.forEach(({ node }, k) => (node.hidden = k >= sizes.length));
      sizes.forEach((size, k) => units[k].show(size));
    };
    const inner = make("div", { className: "lx-inner" }, ...units.map(({ node }) => node));
    return { node: make("div", {}, count.node, inner), show };
  },
};

function makeButton({ name, label, locked }, onclick) {
  const text = locked ? `${label} (locked)` : label;
  const button = make("button", { disabled: Boolean(locked), onclick }, text);
  button.dataset.name = name;
  return button;
}

/** The settings that are not needed at first unfold, in their groups. */
function placeSettings(node, built) {
  const of = (wanted) => built.filter(({ control }) => wanted(control)).map((one) => one.node);
  const groups = GROUPS.map((name) => [name, of(({ first, group }) => !first && group === name)]);
  const more = groups.filter(([, nodes]) => nodes.length).map(([name, nodes]) =>
    make("fieldset", {}, make("legend", {}, name), ...nodes));
  node.append(...of((control) => control.first));
  if (more.length) node.append(make("details", {}, make("summary", {}, "More settings"), ...more));
}

/** Build all controls of the table. */
function buildControls(view) {
  const table = view.model.get("controls");
  const built = table.filter(({ kind }) => kind in BUILDERS).map((control) => {
    const { node, show } = BUILDERS[control.kind](control, (v) => view.set(control.name, v));
    view.follow([control.name], show);
    return { control, node };
  });
  placeSettings(view.nodes.controls, built);
  for (const control of table.filter(({ kind }) => kind === "button"))
    view.nodes.buttons.append(makeButton(control, () => view.press(control.name)));
}
