// One view of the explorer: it paints the pictures while they are seen, and tells the kernel so.

const GAPS = { paint: 500, loss: 60, text: 150, words: 2000, painted: 500 }; // ms at least
const SPEAK_GAPS = [700, 5000]; // ms, where it rests and while it runs
const ANSWER_WITHIN = 3000; // ms
const LATE = 2; // pictures that may wait: they come in bunches, and each is worth a paint
const LARGE = 1.4; // the pictures of the large mode, in times of the others
const LISTENERS = [
  listenToControls, listenToTabs, listenToSheets, listenToExample, listenToWeight, listenToSpace,
  listenToMap, listenToNetwork,
];

class View {
  constructor({ model, el }) {
    const root = make("div", { className: "lx-root", innerHTML: model.get("page") });
    const named = [...root.querySelectorAll("[data-lx]")].map((node) => [node.dataset.lx, node]);
    Object.assign(this, { model, root, nodes: Object.fromEntries(named) });
    Object.assign(this, { item: null, coming: [], due: new Set(), offs: [] });
    this.setPace();
    for (const listen of LISTENERS) listen(this);
    this.followModel();
    this.watchPage();
    root.addEventListener("keydown", (event) => this.escape(event));
    el.replaceChildren(root);
  }

  /** How often things are done at most while the network trains; at once where it rests. */
  setPace() {
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const pace = (act, gap) => throttled(act, () => (this.model.get("running") ? gap : 0));
    const gap = () => (this.model.get("running") && still.matches ? GAPS.paint : 0);
    this.ask = throttled(() => requestAnimationFrame(() => this.paint()), gap);
    this.acts = {
      network: () => drawNetwork(this),
      map: () => drawMap(this),
      figures: pace(() => this.drawFigures(), GAPS.loss),
      loss: pace(() => drawLoss(this), GAPS.loss),
      panels: pace(() => this.drawPanels(), GAPS.text),
      words: pace(() => this.describe(), GAPS.words),
      report: throttled(() => this.report(), () => SPEAK_GAPS[+this.model.get("running")]),
      told: throttled(() => this.sendPainted(), () => GAPS.painted),
    };
  }

  /** Call `act` with the first trait now, and whenever one of them changes. */
  follow(names, act) {
    const update = () => act(this.model.get(names[0]));
    for (const name of names) this.model.on(`change:${name}`, update);
    this.offs.push(() => names.forEach((name) => this.model.off(`change:${name}`, update)));
    update();
  }

  followModel() {
    this.follow(["picture"], (picture) => this.coming.push([this.model.get("scene"), picture]));
    this.follow(["picture", "show_network"], () => this.schedule());
    this.follow(["show"], () => this.schedule("network"));
    this.follow(["log_loss"], () => this.schedule("loss"));
    this.follow(["bend"], () => this.schedule("panels"));
    this.follow(["pins", "band", "held_out"], () => this.readCurves());
    this.follow(["printed"], (printed) => setText(this.nodes.printed, printed));
    this.follow(["example"], (example) => (this.hasPicked ||= example !== null));
    this.follow(["size"], (size) => this.resize(size));
    this.follow(["notice", "picture", "pins", "band", "error"], (notice) => {
      clearTimeout(this.expected);
      setText(this.nodes.notice, notice);
    });
    this.follow(["error"], (error) => setText(this.nodes.error, error));
    this.follow(["running"], (running) => {
      const button = this.root.querySelector("[data-name=run]");
      if (button) setText(button, running ? "Pause" : "Run");
      this.schedule();
    });
  }

  /** Note when the view comes into sight, leaves it, has another size, or another theme. */
  watchPage() {
    const look = () => this.see(this.inside && !document.hidden);
    const sight = new IntersectionObserver((entries) => {
      this.inside = entries.at(-1).isIntersecting;
      look();
    });
    const size = new ResizeObserver(() => this.schedule());
    const theme = new MutationObserver(() => this.see(this.visible));
    sight.observe(this.root);
    size.observe(this.root);
    theme.observe(document.body, { attributes: true });
    document.addEventListener("visibilitychange", look);
    this.offs.push(() => document.removeEventListener("visibilitychange", look));
    for (const watcher of [sight, size, theme]) this.offs.push(() => watcher.disconnect());
  }

  /** Only what is in the page has a theme. */
  see(visible) {
    this.visible = visible;
    if (!visible) return;
    this.theme = readTheme(this.root);
    this.schedule();
  }

  resize(size) {
    this.large = size === "large" ? LARGE : 1;
    for (const one of ["large", "small"]) this.root.classList.toggle(`lx-${one}`, size === one);
    this.schedule();
  }

  readCurves() {
    this.band = reading(this.model.get("band"), ["low", "median", "high"], floats);
    this.pins = this.model.get("pins").map((pin) => reading(pin, ["losses"], floats));
    writeLossLegend(this);
    this.schedule("loss");
  }

  /** At most one paint is ever waiting; where nothing moves, it takes the latest picture. */
  schedule(...parts) {
    for (const part of parts.length ? parts : Object.keys(this.acts)) this.due.add(part);
    this.coming.splice(0, this.coming.length - (this.model.get("running") ? LATE : 1));
    if (!this.visible || this.waiting) return;
    this.waiting = true;
    this.ask();
  }

  /** Draw what is due, and all of it where another picture has come. */
  paint() {
    this.waiting = false;
    if (!this.visible || !this.model.get("picture").frame) return;
    const next = this.coming.shift();
    if (next) {
      this.pic = decode(...next);
      paintImages(this);
    }
    for (const part of this.due) this.acts[part]();
    this.due.clear();
    if (this.coming.length) this.schedule();
  }

  drawFigures() {
    for (const [name, text] of Object.entries(this.pic.figures)) setText(this.nodes[name], text);
  }

  drawPanels() {
    for (const draw of [drawExamplePanel, drawWeightPanel, drawSpacePanel]) draw(this);
    setText(this.nodes.still, this.pic.still);
  }

  /** The kernel halts when nobody looks; one that was restarted knows nothing of this view. */
  sendPainted() {
    try {
      if (this.visible) this.model.send({ painted: this.pic.frame });
    } catch {
      this.complain();
    }
  }

  /** What the canvases show, in words. */
  describe() {
    for (const [name, text] of Object.entries(this.pic.labels)) this.nodes[name].ariaLabel = text;
  }

  /** Say what is new since the last report. */
  report() {
    const words = `${this.model.get("notice")} ${this.pic.words}`;
    if (words !== this.reported) setText(this.nodes.spoken, words);
    this.reported = words;
  }

  complain() {
    for (const name of ["notice", "spoken"]) setText(this.nodes[name], this.model.get("no_answer"));
  }

  set(name, value) {
    clearTimeout(this.expected);
    this.expected = setTimeout(() => this.complain(), ANSWER_WITHIN);
    this.model.set(name, value);
    this.model.save_changes();
  }

  press(name) {
    const clicks = this.model.get("clicks");
    if (name === "run") this.set("running", !this.model.get("running"));
    else if (name === "copy state") this.copyState();
    else this.set("clicks", { ...clicks, [name]: clicks[name] + 1 });
  }

  /** Where a page may not write there, the text stands to be copied by hand. */
  async copyState() {
    const { state } = this.pic;
    try {
      await navigator.clipboard.writeText(state);
      setText(this.nodes.notice, `Copied: ${state}`);
    } catch {
      setText(this.nodes.notice, state);
    }
  }

  /** Escape lets go what was picked last: the entry, or the example. */
  escape(event) {
    const [panel, entry, example] = ["panel", "entry", "example"].map((one) => this.model.get(one));
    const name = entry !== null && (panel !== "example" || example === null) ? "entry" : "example";
    if (event.key !== "Escape" || this.model.get(name) === null) return;
    event.stopPropagation();
    this.set(name, null);
  }

  close() {
    this.visible = false;
    clearTimeout(this.expected);
    this.offs.forEach((off) => off());
  }
}

export default {
  render(context) {
    const view = new View(context);
    return () => view.close();
  },
};
