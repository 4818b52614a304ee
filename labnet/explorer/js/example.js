// One example: its numbers, and its pass through the network one operation at a time.

const NO_EXAMPLE = "Click a point in the decision map, or enter its number here, to follow it.";

class ExamplePanel {
  constructor(view) {
    this.view = view;
    this.facts = make("p", { class: "lx-facts" });
    this.note = make("p", { class: "lx-note" });
    this.pass = new Pass(view);
    const title = make("h3", {}, "One example");
    this.node = make("section", { class: "lx-example" }, title, this.makePicker());
    this.node.append(this.facts, this.note, this.pass.node);
    this.node.hidden = !view.panels.has("example");
  }

  makePicker() {
    this.input = makeFocusable("input", { type: "number", min: 0, step: 1, "aria-label": "example" });
    this.input.onchange = () => this.pick();
    this.range = make("span");
    this.none = makeButton("None", () => this.leave());
    return make("div", { class: "lx-picker" }, "example ", this.input, this.range, this.none);
  }

  pick() {
    if (this.input.validity.valid) this.view.choose(this.input.value ? Number(this.input.value) : null);
    else this.show(this.view.pic.example);
  }

  /** The button vanishes with the example: keep the keyboard's place. */
  leave() {
    this.input.focus();
    this.view.choose(null);
  }

  draw() {
    const { example, y } = this.view.pic;
    setAttribute(this.input, "max", String(y.length - 1));
    setText(this.range, ` of 0..${y.length - 1}`);
    this.show(example);
    this.none.hidden = this.note.hidden = this.pass.node.hidden = !example;
    setText(this.facts, example ? factsText(example) : NO_EXAMPLE);
    if (example) this.drawPass(example);
  }

  show(example) {
    const text = example ? String(example.index) : "";
    if (this.input.value !== text && !this.isTyping()) this.input.value = text;
  }

  isTyping() {
    return this.input === this.input.getRootNode().activeElement && this.view.model.get("running");
  }

  drawPass(example) {
    setText(this.note, example.note ?? "");
    this.note.hidden = !example.note;
    this.pass.node.hidden = !example.stages.length;
    if (example.stage) this.pass.draw(example);
  }
}

function factsText({ x, y, p, loss }) {
  const place = x.map(numberText).join(", ");
  return `x = (${place}) · y = ${y} · p = ${numberText(p)} · L = ${numberText(loss)}`;
}

/** The operations of the pass: a slider over them, and the chosen one in symbols and numbers. */
class Pass {
  constructor(view) {
    this.view = view;
    this.direction = make("strong");
    this.formula = make("code", { class: "lx-formula" });
    this.words = make("p");
    this.rows = new Rows();
    this.card = make("div", { class: "lx-card" }, this.direction, this.formula, this.words, this.rows.node);
    this.node = make("div", { class: "lx-pass" }, this.makeSteps(), this.card);
  }

  makeSteps() {
    this.slider = makeSlider("operation", 0, false);
    this.slider.input.oninput = () => this.go(Number(this.slider.input.value));
    this.previous = makeButton("← Previous", () => this.go(this.index - 1));
    this.next = makeButton("Next →", () => this.go(this.index + 1));
    this.previous.setAttribute("aria-label", "previous operation");
    this.next.setAttribute("aria-label", "next operation");
    const buttons = make("div", { class: "lx-steps" }, this.previous, this.next);
    return make("div", {}, this.slider.row, buttons);
  }

  /** Clicks may come faster than pictures: count from what was asked for last. */
  get index() {
    return this.view.model.get("stage");
  }

  go(index) {
    const { stages } = this.view.pic.example;
    this.view.set("stage", clamp(index, 0, stages.length - 1));
    this.showStep(stages);
  }

  showStep(stages) {
    const index = clamp(this.index, 0, stages.length - 1);
    setAttribute(this.slider.input, "max", String(stages.length - 1));
    setText(this.slider.label, `operation ${index + 1} of ${stages.length}`);
    this.slider.show(index, stages[index]);
    // A disabled button would lose the focus.
    setAttribute(this.previous, "aria-disabled", String(index === 0));
    setAttribute(this.next, "aria-disabled", String(index === stages.length - 1));
  }

  draw({ stages, stage }) {
    this.showStep(stages);
    setAttribute(this.card, "data-direction", stage.direction);
    setText(this.direction, stage.direction === "forward" ? "forward →" : "← backward");
    setText(this.formula, stage.formula);
    setText(this.words, stage.words);
    this.rows.show(stage.rows);
  }
}

/** A table of symbol, shape and numbers, whose rows are kept and refilled. */
class Rows {
  constructor() {
    this.body = make("tbody");
    const heads = ["symbol", "shape", "numbers"].map((text) => make("th", { scope: "col" }, text));
    const head = make("thead", {}, make("tr", {}, ...heads));
    this.node = make("table", { class: "lx-table" }, head, this.body);
  }

  show(rows) {
    const { body } = this;
    while (body.rows.length > rows.length) body.deleteRow(-1);
    while (body.rows.length < rows.length) body.append(makeTableRow());
    rows.forEach((row, i) => fillTableRow(body.rows[i], row));
  }
}

function makeTableRow() {
  return make("tr", {}, make("th", { scope: "row" }), make("td"), make("td"));
}

function fillTableRow(node, { symbol, shape, numbers, role }) {
  const [first, second, third] = node.cells;
  setText(first, role === "result" ? `→ ${symbol}` : symbol);
  setText(second, shape);
  setText(third, numbers);
  setAttribute(node, "data-role", role);
}
