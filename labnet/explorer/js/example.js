// One example: its numbers, and its pass through the network one operation at a time.

const NO_EXAMPLE = "Click a point in the decision map, or enter its number here, to follow it.";
const DIRECTIONS = { forward: "forward →", backward: "← backward", step: "the step" };

/** Let the fields and buttons tell the kernel which example, and which operation, is wanted. */
function listenToExample(view) {
  const { model, nodes: { operation, previous, next, index, none } } = view;
  if (!index) return; // its panel is left out
  // Clicks may come faster than pictures: count from what was asked for last.
  const goTo = (stage) => view.set("stage", clamp(stage, 0, Number(operation.max)));
  operation.addEventListener("input", () => goTo(Number(operation.value)));
  previous.addEventListener("click", () => goTo(model.get("stage") - 1));
  next.addEventListener("click", () => goTo(model.get("stage") + 1));
  index.addEventListener("input", () => {
    if (index.reportValidity()) view.set("example", index.value ? Number(index.value) : null);
  });
  none.addEventListener("click", () => {
    index.focus(); // the button goes with the example
    view.set("example", null);
  });
}

function drawExamplePanel({ nodes, pic: { example, y }, model, theme, large }) {
  if (model.get("panel") !== "example" || !nodes.index) return;
  nodes.index.max = y.length - 1;
  setText(nodes.range, `of 0..${y.length - 1}`);
  if (!nodes.index.matches(":focus")) nodes.index.value = example?.index ?? "";
  nodes.none.hidden = !example;
  nodes.pass.hidden = !example?.stage;
  setText(nodes.note, example?.note ?? "");
  setText(nodes.facts, example?.facts ?? NO_EXAMPLE);
  if (!example?.stage) return;
  showStage(nodes, example, model.get("stage"));
  drawTangent(nodes.tangent, example.stage.tangent, theme, large);
}

/** The nonlinearity, and its slope where the example's z is. */
function drawTangent(canvas, tangent, theme, large) {
  canvas.hidden = !tangent;
  if (!tangent) return;
  const { g, width, height } = clear(canvas, large);
  const [curve, { z, a, slope, axes }] = [floats(tangent.curve), tangent];
  const frame = makeFrame(g, width, height, ...axes);
  const { x, y } = frame;
  drawAxes(g, frame, "z", "a", theme);
  const along = brokenLine(curve, (i) => [x.to(curve[2 * i]), y.to(curve[2 * i + 1])]);
  paint(g, along, { stroke: theme.ink, width: 1.6 });
  const reach = (axes[0].range[1] - axes[0].range[0]) / 5;
  const ends = [z - reach, z + reach].map((at) => [x.to(at), y.to(a + slope * (at - z))]);
  paint(g, pathOf(ends), { stroke: theme.positive, width: 2.4 });
  const path = new Path2D();
  addPoint(path, x.to(z), y.to(a), 4, 0);
  paint(g, path, { fill: theme.positive });
}

function showStage(nodes, { stages, stage: { direction, formula, words, rows } }, wanted) {
  const [last, { operation, previous, next, card }] = [stages.length - 1, nodes];
  const index = clamp(wanted, 0, last);
  operation.max = last;
  operation.value = index;
  operation.setAttribute("aria-valuetext", stages[index]);
  previous.ariaDisabled = index === 0; // really disabled, it would lose the focus
  next.ariaDisabled = index === last;
  card.dataset.direction = direction;
  const count = `operation ${index + 1} of ${stages.length}`;
  const texts = { count, direction: DIRECTIONS[direction], formula, words };
  for (const [name, text] of Object.entries(texts)) setText(nodes[name], text);
  if (nodes.rows.written !== rows) nodes.rows.innerHTML = nodes.rows.written = rows;
}
