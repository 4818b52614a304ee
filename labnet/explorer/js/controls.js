// Controls built from the kernel's table: each is native, labelled, and says its real value.

const GROUPS = { network: "Network", training: "Training", data: "Data", view: "View" };
const MOST_LAYERS = 3;
const MOST_UNITS = 20;
const DEFAULT_UNITS = 10;

/** Part of the id that joins a control with its label; two views must not share one. */
const uniqueName = (name) => `lx-${Math.random().toString(36).slice(2, 10)}-${name}`.replaceAll(" ", "-");

/** The index of the value nearest to `value`; -1 in an empty list. */
function nearest(values, value) {
  const distances = values.map((other) => Math.abs(other - value));
  return distances.indexOf(Math.min(...distances));
}

/** The control's own text of the value; a number from Python that it doesn't offer as it is. */
function valueText({ values, texts }, value) {
  const index = values.indexOf(value);
  return index < 0 ? String(value) : texts[index];
}

/** A row with a label, room for the value's text, and the control itself. */
function makeRow(text, input, locked) {
  input.id = uniqueName(text);
  const output = make("output", { for: input.id, class: "lx-value" });
  const label = make("label", { for: input.id }, text);
  const row = make("div", { class: "lx-row" }, label, output, input);
  if (locked) lock(row, input);
  return { row, output, label };
}

function lock(row, input) {
  const note = make("span", { class: "lx-locked", id: uniqueName("locked") }, "(locked)");
  row.classList.add("lx-is-locked");
  row.append(note);
  input.disabled = true;
  input.setAttribute("aria-describedby", note.id);
}

/** A range input that writes its value's text beside itself, and into its accessible value. */
function makeSlider(text, most, locked) {
  const input = makeFocusable("input", { type: "range", min: 0, max: most, step: 1 });
  const { row, output, label } = makeRow(text, input, locked);
  const show = (position, valueNow) => {
    input.value = position;
    setText(output, valueNow);
    setAttribute(input, "aria-valuetext", valueNow);
  };
  return { row, input, show, label };
}

/** Each builder returns {node, show}: `show` puts the trait's present value into the control. */
const BUILDERS = {
  slider(control, view) {
    const { row, input, show } = makeSlider(control.label, control.values.length - 1, control.locked);
    input.oninput = () => view.change(control, control.values[Number(input.value)]);
    return { node: row, show: (v) => show(nearest(control.values, v), valueText(control, v)) };
  },

  choice(control, view) {
    const options = control.texts.map((text, i) => make("option", { value: i }, text));
    const select = makeFocusable("select", {}, ...options);
    select.onchange = () => view.change(control, control.values[Number(select.value)]);
    const { row } = makeRow(control.label, select, control.locked);
    return { node: row, show: (value) => (select.value = control.values.indexOf(value)) };
  },

  switch(control, view) {
    const input = makeFocusable("input", { type: "checkbox" });
    input.onchange = () => view.change(control, input.checked);
    const { row } = makeRow(control.label, input, control.locked);
    row.classList.add("lx-switch");
    return { node: row, show: (value) => (input.checked = value) };
  },

  seed(control, view) {
    const input = makeFocusable("input", { type: "number", min: 0, step: 1 });
    const show = (value) => (input.value = value);
    input.onchange = () => {
      if (input.value && input.validity.valid) view.change(control, Number(input.value));
      else show(view.model.get(control.name));
    };
    return { node: makeRow(control.label, input, control.locked).row, show };
  },

  layers(control, view) {
    const { row, input, show } = makeSlider(control.label, MOST_LAYERS, control.locked);
    const layers = unitSliders(control);
    const send = () => {
      const units = layers.map((layer) => Number(layer.input.value));
      view.change(control, units.slice(0, Number(input.value)));
    };
    for (const slider of [input, ...layers.map((layer) => layer.input)]) slider.oninput = send;
    const showUnits = (units) => {
      show(units.length, String(units.length));
      layers.forEach((layer, k) => showLayer(layer, units[k]));
    };
    return { node: make("div", {}, row, ...layers.map((layer) => layer.row)), show: showUnits };
  },
};

function unitSliders(control) {
  return Array.from({ length: MOST_LAYERS }, (_, k) => {
    const layer = makeSlider(`units in layer ${k + 1}`, MOST_UNITS, control.locked);
    layer.input.min = 1;
    layer.row.classList.add("lx-inner");
    layer.show(DEFAULT_UNITS, String(DEFAULT_UNITS));
    return layer;
  });
}

/** A layer that is not there keeps its units, for the time when it comes back. */
function showLayer(layer, units) {
  layer.row.hidden = units === undefined;
  if (units !== undefined) layer.show(units, String(units));
}

function makeActions(controls, view) {
  const buttons = controls.map((control) => makeAction(control, view));
  const node = make("div", { class: "lx-buttons", role: "group", "aria-label": "training" });
  node.append(...buttons);
  return node;
}

function makeAction(control, view) {
  const button = makeButton(control.label, () => view.press(control));
  button.disabled = Boolean(control.locked);
  if (control.locked) button.append(" (locked)");
  button.dataset.name = control.name;
  return button;
}

/** The settings in their groups, those that are not needed at first folded away. */
function makeSettings(built) {
  const [first, more] = [true, false].map((now) => built.filter((one) => one.control.first === now));
  const node = make("div", { class: "lx-controls" }, ...first.map((one) => one.node));
  if (more.length) {
    const summary = makeFocusable("summary", {}, "More settings");
    node.append(make("details", { class: "lx-more" }, summary, ...makeGroups(more)));
  }
  return node;
}

function makeGroups(built) {
  const names = [...new Set(built.map((one) => one.control.group))];
  return names.map((name) => {
    const members = built.filter((one) => one.control.group === name).map((one) => one.node);
    return make("fieldset", {}, make("legend", {}, GROUPS[name] ?? name), ...members);
  });
}

/** All controls of the table; `node` for the settings, `actions` for the buttons. */
function makeControls(view) {
  const table = view.model.get("controls");
  const settings = table.filter((control) => control.kind in BUILDERS);
  const built = settings.map((control) => ({ control, ...BUILDERS[control.kind](control, view) }));
  const buttons = table.filter((control) => control.kind === "button");
  const offs = built.map(({ control, show }) => follow(view.model, control.name, show));
  return { node: makeSettings(built), actions: makeActions(buttons, view), offs };
}

/** Show the trait now and whenever it changes. */
function follow(model, name, show) {
  const update = () => show(model.get(name));
  update();
  return listen(model, [name], update);
}
