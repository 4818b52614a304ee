// One view of the explorer: it paints the latest picture while it is seen, and tells the kernel so.

const GAPS = { paint: 500, loss: 60, text: 150, words: 2000, painted: 500 }; // ms at least
const SPEAK_GAPS = [700, 5000]; // ms, where it rests and while it runs
const ANSWER_WITHIN = 3000; // ms
const LARGE = 1.4; // the pictures of the large mode, in times of the others
const LISTENERS = [
  listenToControls, listenToTabs, listenToSheets, listenToExample, listenToWeight, listenToSpace,
  listenToMap, listenToNetwork,
];

class View {
  constructor({ model, el }) {
    const root = make("div", { className: "lx-root", innerHTML: model.get("page") });
    const named = [...root.querySelectorAll("[data-lx]")].map((node) => [node.dataset.lx, node]);
    Object.assign(this, { model, root, nodes: Object.fromEntries(named), offs: [], item: null });
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
    const pace = (act, gap) => throttled(act, () => (this.model.get("running") ? gap() : 0));
    const ask = () => requestAnimationFrame(() => this.paint());
    this.ask = pace(ask, () => (still.matches ? GAPS.paint : 0));
    const loss = pace(() => drawLoss(this), () => GAPS.loss);
    const panels = pace(() => this.drawPanels(), () => GAPS.text);
    const describe = pace(() => this.describe(), () => GAPS.words);
    const report = throttled(() => this.report(), () => SPEAK_GAPS[+this.model.get("running")]);
    const acknowledge = throttled(() => this.sendPainted(), () => GAPS.painted);
    this.tell = [loss, panels, describe, report, acknowledge];
  }

  /** Call `act` with the first trait now, and whenever one of them changes. */
  follow(names, act) {
    const update = () => act(this.model.get(names[0]));
    for (const name of names) this.model.on(`change:${name}`, update);
    this.offs.push(() => names.forEach((name) => this.model.off(`change:${name}`, update)));
    update();
  }

  followModel() {
    this.follow(["picture", "show", "log_loss", "show_network", "bend"], () => this.schedule());
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
    this.schedule();
  }

  /** At most one paint is ever waiting, and it takes the picture that is there by then. */
  schedule() {
    if (!this.visible || this.waiting) return;
    this.waiting = true;
    this.ask();
  }

  paint() {
    this.waiting = false;
    const picture = this.model.get("picture");
    if (!this.visible || !picture.frame) return;
    if (picture !== this.picture) {
      this.pic = decode(this.model.get("scene"), picture);
      paintImages(this);
    }
    this.picture = picture;
    for (const draw of [drawNetwork, drawMap]) draw(this);
    for (const [name, text] of Object.entries(this.pic.figures)) setText(this.nodes[name], text);
    for (const tell of this.tell) tell();
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
