// One view of the explorer: it paints the latest picture when it is seen, and tells the kernel so.

const ACK_GAP = 250; // ms: each message to the kernel costs it a little
const STILL_GAP = 500; // ms between paints for those who want little motion
const WORDS_GAP = 2000; // ms between new descriptions of the canvases while it runs
const TEXT_GAP = 150; // ms between new texts of the example while it runs: still legible
const ANSWERS = ["picture", "pins", "band", "notice", "error"];

class View {
  constructor({ model, el }) {
    this.model = model;
    this.queued = this.visible = false;
    this.times = {};
    const panels = model.get("controls").filter((control) => control.kind === "panel");
    this.panels = new Set(panels.map((control) => control.name));
    this.build(el);
    this.offs = [...this.controls.offs, ...this.listenAll(), watchTheme(() => this.readTheme())];
    this.readTheme();
    this.watch(el);
  }

  build(el) {
    this.controls = makeControls(this);
    this.status = new Status(this);
    this.map = new DecisionMap(this);
    this.loss = new LossPlot(this);
    this.network = new NetworkGraph(this);
    this.example = new ExamplePanel(this);
    const right = make("div", { class: "lx-right" }, this.status.tiles, this.loss.node);
    const plots = make("div", { class: "lx-plots" }, this.map.node, right);
    const top = make("div", { class: "lx-top" }, this.controls.node, plots);
    const below = make("div", { class: "lx-below" }, this.network.node, this.example.node);
    this.root = make("div", { class: "lx-root" }, this.controls.actions, top, this.status.node, below);
    this.root.onkeydown = (event) => this.key(event);
    el.replaceChildren(this.root);
  }

  listenAll() {
    const { model } = this;
    const paint = () => this.schedule();
    return [
      listen(model, ["picture", "show", "log_loss", "show_network"], paint),
      listen(model, ["pins", "band"], () => this.readCurves()),
      listen(model, ANSWERS, () => this.status.answered()),
      follow(model, "running", (running) => this.showRunning(running)),
      follow(model, "notice", () => this.status.showNotice()),
      follow(model, "error", () => this.status.showError()),
    ];
  }

  /** Paint only while the view is seen. */
  watch(el) {
    const look = () => this.see(this.inside && !document.hidden);
    const watcher = new IntersectionObserver((entries) => {
      this.inside = entries.at(-1).isIntersecting;
      look();
    });
    watcher.observe(this.root);
    document.addEventListener("visibilitychange", look);
    this.offs.push(() => document.removeEventListener("visibilitychange", look));
    this.offs.push(() => watcher.disconnect());
    this.el = el;
  }

  see(visible) {
    if (visible === this.visible) return;
    this.visible = visible;
    if (!visible) return;
    hideStill(this.el);
    this.acked = null;
    this.times.ack = 0;
    this.schedule();
  }

  /** At most one paint is ever waiting, and it takes the picture that is there by then. */
  schedule() {
    if (!this.visible || this.queued) return;
    this.queued = true;
    const rest = matchMedia("(prefers-reduced-motion: reduce)").matches && this.model.get("running");
    const wait = rest ? this.timeLeft("paint", STILL_GAP) : 0;
    const ask = () => requestAnimationFrame(() => this.paint());
    if (wait > 0) setTimeout(ask, wait);
    else ask();
  }

  paint() {
    this.queued = false;
    if (!this.visible || !this.model.get("picture")?.frame) return;
    this.times.paint = performance.now();
    this.decode(this.model.get("picture"));
    for (const part of [this.map, this.loss, this.network, this.status]) part.draw();
    if (this.isTime("text", TEXT_GAP)) this.example.draw();
    if (this.isTime("words", WORDS_GAP)) this.describe();
    this.acknowledge();
  }

  decode(picture) {
    if (this.picture === picture) return;
    this.picture = picture;
    this.pic = decode(picture);
  }

  describe() {
    for (const part of [this.map, this.loss, this.network]) part.describe(this.status.text());
  }

  timeLeft(name, gap) {
    return (this.times[name] ?? 0) + gap - performance.now();
  }

  /** Whether `gap` ms have passed since this was last done; always when nothing runs. */
  isTime(name, gap) {
    if (this.model.get("running") && this.timeLeft(name, gap) > 0) return false;
    this.times[name] = performance.now();
    return true;
  }

  /** Tell the kernel which frame was seen: at most four times a second, but never too few. */
  acknowledge() {
    const wait = this.timeLeft("ack", ACK_GAP);
    if (this.acked === this.pic.frame) return;
    if (wait > 0) this.timer ??= setTimeout(() => this.acknowledgeLate(), wait);
    else this.sendPainted();
  }

  acknowledgeLate() {
    this.timer = undefined;
    this.acknowledge();
  }

  sendPainted() {
    this.times.ack = performance.now();
    this.acked = this.pic.frame;
    this.model.send({ painted: this.acked });
  }

  readTheme() {
    this.theme = readTheme(this.root);
    this.root.classList.toggle("lx-dark", this.theme.dark);
    this.readCurves();
  }

  readCurves() {
    this.pins = this.model.get("pins").map(decodePin);
    this.band = decodeBand(this.model.get("band"));
    this.loss.drawLegend();
    this.schedule();
  }

  curves(theme) {
    return makeCurves(this, theme);
  }

  showRunning(running) {
    const button = this.controls.actions.querySelector("[data-name=run]");
    if (button) setText(button, running ? "Pause" : "Run");
    this.schedule();
  }

  /** What the user did: what changes only the view needs no answer. */
  change({ name, group }, value) {
    if (group === "view") put(this.model, name, value);
    else this.set(name, value);
  }

  press({ name }) {
    const { model } = this;
    if (name === "run") return this.set("running", !model.get("running"));
    const clicks = model.get("clicks");
    return this.set("clicks", { ...clicks, [name]: clicks[name] + 1 });
  }

  choose(index) {
    this.set("example", index);
  }

  set(name, value) {
    this.status.expect();
    put(this.model, name, value);
  }

  say(text) {
    this.status.say(text);
  }

  key(event) {
    if (event.key !== "Escape" || this.model.get("example") === null) return;
    event.stopPropagation();
    this.choose(null);
  }

  close() {
    this.visible = false;
    clearTimeout(this.timer);
    this.status.close();
    for (const { sheet } of [this.map, this.loss, this.network]) sheet.close();
    this.offs.forEach((off) => off());
  }
}

/** The picture that stands in where no script runs is the output before this one. */
function hideStill(el) {
  const before = el.closest(".jp-OutputArea-child")?.previousElementSibling;
  if (before?.querySelector(".jp-RenderedImage, img")) before.style.display = "none";
}

function render(context) {
  const view = new View(context);
  return () => view.close();
}

export default { render };
