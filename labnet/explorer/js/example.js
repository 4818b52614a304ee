// One example: its numbers, and its pass through the network one operation at a time.

const NO_EXAMPLE = "Click a point in the decision map, or enter its number here, to follow it.";
const DIRECTIONS = { forward: "forward →", backward: "← backward" };

/** Let the controls of the page tell the kernel which example, and which operation, is wanted. */
function buildExample(view) {
  const { model, nodes, panels } = view;
  // Clicks may come faster than pictures: count from what was asked for last.
  const goTo = (index) => view.set("stage", clamp(index, 0, Number(view.operation.input.max)));
  view.operation = makeSlider({}, 0, ({ target }) => goTo(Number(target.value)));
  nodes.steps.prepend(view.operation.node);
  nodes.previous.addEventListener("click", () => goTo(model.get("stage") - 1));
  nodes.next.addEventListener("click", () => goTo(model.get("stage") + 1));
  nodes.index.addEventListener("change", ({ target }) => {
    if (target.reportValidity()) view.set("example", target.value ? Number(target.value) : null);
  });
  nodes.none.addEventListener("click", () => {
    nodes.index.focus(); // the button goes with the example
    view.set("example", null);
  });
  nodes.example.hidden = !panels.has("example");
}

function drawExamplePanel({ nodes, pic: { example, y }, operation, model }) {
  nodes.index.max = y.length - 1;
  setText(nodes.range, `of 0..${y.length - 1}`);
  if (!nodes.index.matches(":focus") || !example) nodes.index.value = example?.index ?? "";
  nodes.none.hidden = !example;
  nodes.pass.hidden = !example?.stages.length;
  setText(nodes.note, example?.note ?? "");
  setText(nodes.facts, example ? factsText(example) : NO_EXAMPLE);
  if (!example?.stage) return;
  showOperation(nodes, operation, example.stages, model.get("stage"));
  showStage(nodes, example.stage);
}

function factsText({ x, y, p, loss }) {
  const [x1, x2, shownP, L] = [...x, p, loss].map((value) => numberText(value));
  return `x = (${x1}, ${x2}) · y = ${y} · p = ${shownP} · L = ${L}`;
}

function showOperation(nodes, { input, node, show }, stages, wanted) {
  const index = clamp(wanted, 0, stages.length - 1);
  input.max = stages.length - 1;
  setText(node.firstChild, `operation ${index + 1} of ${stages.length}`);
  show(index, stages[index]);
  nodes.previous.ariaDisabled = index === 0; // really disabled, it would lose the focus
  nodes.next.ariaDisabled = index === stages.length - 1;
}

function showStage(nodes, { direction, formula, words, rows }) {
  nodes.card.dataset.direction = direction;
  const texts = [DIRECTIONS[direction], formula, words];
  [nodes.direction, nodes.formula, nodes.words].forEach((node, i) => setText(node, texts[i]));
  const cells = rows.map(({ symbol, shape, numbers }) => [symbol, shape, numbers]);
  const table = nodes.rows;
  while (table.rows.length > rows.length) table.deleteRow(-1);
  while (table.rows.length < rows.length)
    table.append(make("tr", {}, make("th", { scope: "row" }), make("td"), make("td")));
  cells.forEach((row, i) => row.forEach((text, k) => setText(table.rows[i].cells[k], text)));
  rows.forEach(({ role }, i) => (table.rows[i].className = `lx-${role}`));
}
