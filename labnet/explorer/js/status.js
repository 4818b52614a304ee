// The page of a view before anything is drawn, and the words in it.

const key = (name, text) => `<span class="lx-key lx-${name}">${text}</span>`;
const figure = (name) => `<div><dt>${name}</dt><dd data-lx="${name}"></dd><dd data-lx="${name}More">
  </dd></div>`;
const MAP_KEYS = key("class0", "class 0") + key("class1", "class 1") + key("wrong", "wrong") +
  key("middle", "p = 0.5") + key("dots", "p &gt; 0.5") + key("surface", "p from 0 to 1");
const NETWORK_KEYS = key("positive", "positive") + key("negative", "negative") +
  key("filled", "b &gt; 0") + key("hollow", "b &lt; 0") + key("shades", "a from low to high") +
  key("numbers", "of the example: a above da");
const PAGE = `<div class="lx-buttons" data-lx="buttons" role="group" aria-label="training"></div>
  <div class="lx-top"><div class="lx-controls" data-lx="controls"></div><div class="lx-plots">
    <figure class="lx-map"><canvas class="lx-map-canvas" data-lx="map" role="img"></canvas>
      <div class="lx-reading" data-lx="mapReading"></div>
      <figcaption>${MAP_KEYS}</figcaption></figure>
    <figure class="lx-loss"><dl>${["epoch", "loss", "accuracy"].map(figure).join("")}</dl>
      <canvas class="lx-loss-canvas" data-lx="lossCanvas" role="img"></canvas>
      <figcaption data-lx="lines"></figcaption></figure></div></div>
  <div class="lx-status"><div data-lx="notice"></div>
    <div class="lx-spoken" data-lx="spoken" role="status" aria-live="polite"></div>
    <pre data-lx="error" role="alert" tabindex="0"></pre></div>
  <div class="lx-below"><figure class="lx-network" data-lx="networkFigure">
      <canvas class="lx-network-canvas" data-lx="network" tabindex="0" role="application"
        aria-roledescription="network diagram"></canvas>
      <div class="lx-reading" data-lx="reading"></div>
      <figcaption>${NETWORK_KEYS}<span data-lx="thickest"></span></figcaption></figure>
    <section class="lx-example" data-lx="example" aria-label="one example">
      <div><label>example <input type="number" min="0" step="1" data-lx="index"></label>
        <span data-lx="range"></span> <button data-lx="none">None</button></div>
      <p data-lx="facts"></p><p class="lx-note" data-lx="note"></p>
      <div class="lx-pass" data-lx="pass"><div class="lx-steps" data-lx="steps">
        <button data-lx="previous">← Previous operation</button>
        <button data-lx="next">Next operation →</button></div>
      <div class="lx-card" data-lx="card"><b data-lx="direction"></b>
        <code class="lx-formula" data-lx="formula"></code><p data-lx="words"></p>
        <table><thead><tr><th scope="col">symbol<th scope="col">shape<th scope="col">numbers</thead>
          <tbody data-lx="rows"></tbody></table></div></div></section></div>`;

const stateText = ({ epoch, loss, accuracy }) =>
  `Epoch ${epoch}, loss ${numberText(loss, 4)}, accuracy ${numberText(accuracy)}.`;

function writeFigures({ nodes, pic }) {
  const { epoch, goal, loss, accuracy, y } = pic;
  setText(nodes.epoch, String(epoch));
  setText(nodes.epochMore, goal === null ? "" : `of ${goal}`);
  setText(nodes.loss, numberText(loss, 4));
  setText(nodes.accuracy, numberText(accuracy));
  setText(nodes.accuracyMore, `${countRight(pic)} of ${y.length} right`);
}

/** What the canvases show, in words. */
function describeCanvases({ nodes, pic, pins, band }) {
  const [state, others] = [stateText(pic), [...pins.map(pinText), band.text ?? ""].join(". ")];
  const count = `${pic.y.length} examples, ${pic.y.length - countRight(pic)} of them wrong`;
  nodes.map.ariaLabel = `Decision map: p over x1 and x2, ${count}. ${state}`;
  nodes.lossCanvas.ariaLabel = `Loss over the epochs. ${state} ${others}`;
  nodes.network.ariaLabel = `Network of ${pic.net?.sizes.join(", ")} units. Left, right arrow: \
next array; up, down: next entry.`;
}
