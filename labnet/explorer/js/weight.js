// One weight: set by hand, its gradient checked by nudging, and L along it with the step drawn.

/** Let slider and field set the weight; while it is dragged, the picture follows. */
function listenToWeight(view) {
  const { weightValue, weightSlider } = view.nodes;
  if (!weightValue) return; // its panel is left out
  const set = (value) => view.set("edit", { entry: view.model.get("entry"), value });
  weightValue.addEventListener("change", () => {
    if (weightValue.value && weightValue.reportValidity()) set(Number(weightValue.value));
  });
  weightSlider.addEventListener("input", () => set(sliderValue(weightSlider)));
}

const sliderValue = ({ value, around, reach }) => around + (reach * Number(value)) / 100;

function drawWeightPanel(view) {
  const { nodes, pic: { entry, loss }, model, theme, large } = view;
  if (model.get("panel") !== "weight" || !nodes.weight) return;
  const shown = entry && entry.kind !== "a";
  nodes.weight.hidden = !shown;
  nodes.noWeight.hidden = shown;
  if (!shown) return;
  showNumbers(nodes, entry);
  nodes.along.hidden = !entry.along;
  if (entry.along) drawAlong(clear(nodes.along, large), entry, loss, theme);
}

function showNumbers(nodes, entry) {
  const { name, value, gradient, check, edit, moments, text } = entry;
  const texts = {
    weightName: name,
    gradientName: `d${name}`,
    gradient: numberText(gradient),
    nudged: numberText(check),
    predicted: edit ? numberText(edit.predicted) : "–",
    real: edit ? numberText(edit.real) : "–",
    moments: moments.map(([symbol, v]) => `${symbol} = ${numberText(v)}`).join(", "),
  };
  for (const [node, shown] of Object.entries(texts)) setText(nodes[node], shown);
  nodes.along.ariaLabel = text;
  for (const field of [nodes.weightSlider, nodes.weightValue]) field.disabled = value === null;
  if (value === null) return;
  placeSlider(nodes.weightSlider, name, value);
  if (!nodes.weightValue.matches(":focus")) nodes.weightValue.value = Number(value.toPrecision(4));
}

/** The slider reaches as far again as the weight is large, from where it was picked. */
function placeSlider(slider, name, value) {
  const outside = Math.abs(value - slider.around) > slider.reach;
  if (slider.name !== name || outside)
    Object.assign(slider, { name, around: value, reach: Math.max(2, 2 * Math.abs(value)) });
  if (!slider.matches(":active")) slider.value = (100 * (value - slider.around)) / slider.reach;
  slider.setAttribute("aria-valuetext", numberText(value));
}

/** L along the weight, the tangent that dW draws, and where a step of gradient descent leads. */
function drawAlong({ g, width, height }, { name, value, gradient, along }, here, theme) {
  const frame = makeFrame(g, width, height, ...along.axes);
  const { x, y } = frame;
  drawGrid(g, frame, theme);
  drawAxes(g, frame, name, "L", theme);
  const places = Array.from(along.values, (v, i) => [x.to(v), y.to(along.losses[i])])
    .filter(([, down]) => Number.isFinite(down));
  g.save();
  g.clip(pathOf([[x.start, y.end], [x.end, y.end], [x.end, y.start], [x.start, y.start]]));
  paint(g, pathOf(places), { stroke: theme.ink, width: 2 });
  if (gradient !== null) {
    const reach = (x.back(x.end) - x.back(x.start)) / 6;
    const ends = [-reach, reach].map((by) => [x.to(value + by), y.to(here + gradient * by)]);
    paint(g, pathOf(ends), { stroke: theme.positive, width: 2 });
  }
  if (along.next_loss !== null)
    drawStep(g, frame, [value, here], [along.next, along.next_loss], theme);
  g.restore();
}

/** From here to where the step leads: two dots, and an arrow between them. */
function drawStep(g, { x, y }, from, to, theme) {
  const [[x1, y1], [x2, y2]] = [from, to].map(([v, L]) => [x.to(v), y.to(L)]);
  paint(g, pathOf([[x1, y1], [x2, y2]]), { stroke: theme.negative, width: 1.4, dash: [3, 3] });
  const [before, after] = [new Path2D(), new Path2D()];
  addPoint(before, x1, y1, 4.5, 0);
  addPoint(after, x2, y2, 4.5, 0);
  paint(g, before, { fill: theme.ink });
  paint(g, after, { fill: theme.paper, stroke: theme.negative, width: 2 });
}
