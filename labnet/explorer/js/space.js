// Hidden space: the plane of the data, bent to where two units of a layer take each of its points.

function listenToSpace(view) {
  const { bend, spaceLayer, spaceAcross, spaceUp } = view.nodes;
  if (!bend) return; // its panel is left out
  bend.addEventListener("input", () => view.set("bend", Number(bend.value) / 100));
  const choose = () =>
    view.set("space", [spaceLayer, spaceAcross, spaceUp].map(({ value }) => Number(value)));
  for (const select of [spaceAcross, spaceUp]) select.addEventListener("change", choose);
  spaceLayer.addEventListener("change", () => view.set("space", [Number(spaceLayer.value), 0, 1]));
}

function drawSpacePanel(view) {
  const { nodes, pic: { space }, model, theme, large } = view;
  if (model.get("panel") !== "hidden space" || !nodes.space) return;
  nodes.space.hidden = !space;
  nodes.noSpace.hidden = Boolean(space);
  if (!space) return;
  chooseUnits(nodes, space);
  const bend = model.get("bend");
  moveSlider(nodes.bend, Math.round(100 * bend), `${Math.round(100 * bend)} %`);
  const { g, width, height } = clear(nodes.spaceCanvas, large);
  const frame = squareFrame(g, width, height, ...space.axes);
  drawBent(g, frame, view, bend);
  drawAxes(g, frame, space.names[0], space.names[1], theme);
  const units = space.names.join(" and ");
  nodes.spaceCanvas.ariaLabel = `The plane as ${units} bend it: ${nodes.bend.ariaValueText}`;
}

function chooseUnits({ spaceLayer, spaceAcross, spaceUp }, { layers, k, across, up }) {
  const [, units] = layers.find(([layer]) => layer === k);
  const numbers = Array.from({ length: units }, (_, i) => [String(i), String(i)]);
  setOptions(spaceLayer, layers.map(([layer]) => [String(layer), `a${layer}`]), k);
  setOptions(spaceAcross, numbers, across);
  setOptions(spaceUp, numbers, up);
}

/** Where corner i is on its way from the plane, which fills the frame, to hidden space. */
function onTheWay(frame, plane, bent, bend) {
  const { x, y } = frame;
  const end = (i) => [x.to(bent[2 * i]), y.to(bent[2 * i + 1])];
  return (i) => {
    const [from, to] = [pointPlace(frame, { places: plane }, i), end(i)];
    return from.map((start, k) => start + bend * (to[k] - start));
  };
}

function drawBent(g, frame, { pic, theme }, bend) {
  const { space, places, border } = pic;
  const way = (plane, bent) => brokenLine(plane, onTheWay(frame, plane, bent, bend));
  paint(g, way(space.grid, space.bent), { stroke: theme.line });
  paint(g, way(border, space.border_bent), { stroke: theme.ink, width: 2 });
  drawPoints(g, pic, onTheWay(frame, places, space.X_bent, bend), theme.ink);
}
