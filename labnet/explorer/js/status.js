// What is said in words: the figures of the run, notices, errors, and the screen reader's line.

const NO_ANSWER =
  "No answer from the kernel: it is busy, or was restarted (then run the cell again).";
const ANSWER_WITHIN = 3000; // ms
const SPEAK_GAP = { running: 5000, still: 700 }; // ms between two reports of the state

class Status {
  constructor(view) {
    this.view = view;
    this.figures = ["epoch", "loss", "accuracy"].map(makeFigure);
    this.tiles = make("dl", { class: "lx-figures" }, ...this.figures.map((one) => one.node));
    this.notice = make("div", { class: "lx-notice" });
    this.spoken = make("div", { class: "lx-spoken", role: "status", "aria-live": "polite" });
    this.error = makeFocusable("pre", { class: "lx-error", role: "alert", tabindex: 0 });
    this.node = make("div", { class: "lx-status" }, this.notice, this.spoken, this.error);
    this.reported = 0;
  }

  /** The figures of the picture, as one sentence. */
  text() {
    const { epoch, loss, accuracy } = this.view.pic;
    const shown = accuracy === null ? "unknown" : accuracyText(accuracy);
    return `Epoch ${epoch}, loss ${lossText(loss)}, accuracy ${shown}.`;
  }

  draw() {
    const { pic } = this.view;
    const { epoch, goal, loss, accuracy, y } = pic;
    const [first, second, third] = this.figures;
    first.show(String(epoch), goal === null ? "" : `of ${goal}`);
    second.show(lossText(loss), "");
    const right = `${y.length - countWrong(pic)} of ${y.length}`;
    third.show(accuracy === null ? "–" : accuracyText(accuracy), right);
    this.report(this.text());
  }

  /** Say it now: the user asked for it. */
  say(text) {
    setText(this.spoken, text);
    this.reported = performance.now();
  }

  /** Say it when some time has passed since the last words; the latest report wins. */
  report(text) {
    if (text === this.latest) return;
    this.latest = text;
    const gap = this.view.model.get("running") ? SPEAK_GAP.running : SPEAK_GAP.still;
    const wait = Math.max(0, this.reported + gap - performance.now());
    this.timer ??= setTimeout(() => this.speak(), wait);
  }

  speak() {
    this.timer = undefined;
    this.say(this.latest);
  }

  showNotice() {
    const notice = this.view.model.get("notice");
    setText(this.notice, notice);
    if (notice) this.report(notice);
  }

  showError() {
    const error = this.view.model.get("error");
    setText(this.error, error);
    this.error.hidden = !error;
  }

  /** Something was asked of the kernel: complain if nothing comes back. */
  expect() {
    this.waiting ??= setTimeout(() => setText(this.notice, NO_ANSWER), ANSWER_WITHIN);
  }

  answered() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.showNotice();
  }

  close() {
    clearTimeout(this.waiting);
    clearTimeout(this.timer);
  }
}

const accuracyText = (accuracy) => accuracy.toFixed(accuracy === 1 ? 0 : 3);

function lossText(loss) {
  if (loss === null) return "–";
  return Number.isFinite(loss) && loss >= 0.001 && loss < 1000 ? loss.toFixed(4) : numberText(loss);
}

function makeFigure(name) {
  const [number, more] = [make("dd"), make("dd", { class: "lx-more-text" })];
  const node = make("div", {}, make("dt", {}, name), number, more);
  const show = (text, addition) => {
    setText(number, text);
    setText(more, addition);
  };
  return { node, show };
}
