// Controls: the page has them already; here they send what is chosen, and show what holds.

/** What the user chose in the fields of one setting; undefined where that is not allowed. */
const READERS = {
  slider: ([input], { values }) => values[input.value],
  choice: ([select], { values }) => values[select.selectedIndex],
  switch: ([input]) => input.checked,
  seed: ([input]) => (input.reportValidity() ? Number(input.value) : undefined),
  layers: ([count, ...units]) => units.slice(0, count.value).map(({ value }) => Number(value)),
};

/** Put the value of the setting into its fields. */
const WRITERS = {
  slider: ([input], value, { values, texts }) => {
    const place = values.filter((other) => other < value).length;
    moveSlider(input, place, values[place] === value ? texts[place] : String(value));
  },
  choice: ([select], value, { values }) => (select.selectedIndex = values.indexOf(value)),
  switch: ([input], value) => (input.checked = value),
  seed: ([input], value) => (input.value = value),
  layers: ([count, ...units], sizes) => {
    moveSlider(count, sizes.length);
    units.forEach((input, k) => (input.parentNode.hidden = k >= sizes.length));
    sizes.forEach((size, k) => moveSlider(units[k], size));
  },
};

/** Move it, and say its value to the eye and to the screen reader. */
function moveSlider(input, position, text = String(position)) {
  input.value = position;
  setText(input.previousElementSibling, text);
  input.setAttribute("aria-valuetext", text);
}

function listenToControls(view) {
  for (const control of view.model.get("controls").filter(({ kind }) => kind in READERS)) {
    const inputs = [...view.root.querySelectorAll(`[data-set="${control.name}"]`)];
    const send = () => {
      const value = READERS[control.kind](inputs, control);
      if (value !== undefined) view.set(control.name, value);
    };
    for (const input of inputs)
      input.addEventListener(input.type === "range" ? "input" : "change", send);
    view.follow([control.name], (value) => WRITERS[control.kind](inputs, value, control));
  }
  for (const button of view.nodes.buttons.children)
    button.addEventListener("click", () => view.press(button.dataset.name));
}
