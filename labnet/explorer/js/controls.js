// Controls: the page has them already; here they send what is chosen, and show what holds.

const wholeOf = (input) => (input.reportValidity() ? Number(input.value) : undefined);
const USUAL = 10; // units of a layer that was not there before

/** What the user chose in the fields of one setting; undefined where that is not allowed. */
const READERS = {
  slider: ([input], { values }) => values[input.value],
  choice: ([select], { values }) => values[select.selectedIndex],
  pictures: (inputs) => inputs.find(({ checked }) => checked)?.value,
  switch: ([input]) => input.checked,
  seed: ([input]) => wholeOf(input),
  layers: (inputs) => {
    const [count, ...units] = inputs.map((input) => (input.value ? wholeOf(input) : USUAL));
    const sizes = units.slice(0, count);
    return count === undefined || sizes.includes(undefined) ? undefined : sizes;
  },
};

/** Put the value of the setting into its fields. */
const WRITERS = {
  slider: ([input], value, { values, texts }) => {
    const place = values.filter((other) => other < value).length;
    moveSlider(input, place, values[place] === value ? texts[place] : String(value));
  },
  choice: ([select], value, { values }) => (select.selectedIndex = values.indexOf(value)),
  pictures: (inputs, value) => inputs.forEach((input) => (input.checked = input.value === value)),
  switch: ([input], value) => (input.checked = value),
  seed: ([input], value) => (input.value = value),
  layers: ([count, ...units], sizes) => {
    count.value = sizes.length;
    units.forEach((input, k) => {
      input.value = sizes[k] ?? "";
      input.closest(".lx-row").hidden = k >= sizes.length;
    });
  },
};

/** Move it, and say its value to the eye and to the screen reader. */
function moveSlider(input, position, text = String(position)) {
  input.value = position;
  if (input.previousElementSibling) setText(input.previousElementSibling, text);
  input.setAttribute("aria-valuetext", text);
}

function listenToControls(view) {
  const group = Math.random(); // radio buttons of another explorer are none of ours
  for (const control of view.model.get("controls").filter(({ kind }) => kind in READERS)) {
    const inputs = [...view.root.querySelectorAll(`[data-set="${control.name}"]`)];
    const send = () => {
      const value = READERS[control.kind](inputs, control);
      if (value !== undefined) view.set(control.name, value);
    };
    for (const input of inputs) {
      if (input.type === "radio") input.name = `${control.name} ${group}`;
      input.addEventListener(input.type === "range" ? "input" : "change", send);
    }
    view.follow([control.name], (value) => WRITERS[control.kind](inputs, value, control));
  }
  for (const button of view.root.querySelectorAll("button[data-name]"))
    button.addEventListener("click", () => view.press(button.dataset.name));
  for (const by of view.root.querySelectorAll("[data-by]"))
    by.addEventListener("click", (event) => stepBy(event, by));
}

/** One more or one less, as the arrow keys have it. */
function stepBy(event, { dataset, parentNode }) {
  event.preventDefault();
  const input = parentNode.querySelector("input");
  if (input.disabled) return;
  input[dataset.by === "1" ? "stepUp" : "stepDown"]();
  input.dispatchEvent(new Event("change"));
}
