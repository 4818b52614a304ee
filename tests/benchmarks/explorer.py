"""How fast the live explorer is, in headless Chromium and a real JupyterLab: prints one table.

python tests/benchmarks/explorer.py

Nothing fails if it is slow: the figures depend on the machine, and on what else it does meanwhile.
"""

import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil

sys.path.append(str(Path(__file__).parents[1] / "browser"))

from lab import WITHOUT, Lab, open_browser
from views import Notebook, open_lab

NETWORK = "data='circles', hidden=(10, 10)"  # 100 examples
MAP_ONLY = f"{NETWORK}, show_network=False"
MOVES, SECONDS, WARM_UP = 60, 10, 2
SIZE = {"width": 1400, "height": 1000}
END = "# The end" + 80 * "\n\nand more"

COUNT_BYTES = """window.received = 0;
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", ({ data }) => {
      window.received += data.byteLength ?? data.size ?? data.length;
    });
  }
};"""
COUNT_PAINTS = """(root) => {
  window.paints = 0;
  if (window.counted) delete window.counted.clearRect;
  window.counted = root.querySelector("[data-lx=map]").getContext("2d");
  window.counted.clearRect = function (...place) {
    window.paints += 1;
    CanvasRenderingContext2D.prototype.clearRect.apply(this, place);
  };
}"""
# From the event of the slider to the end of the frame that shows the same number of epochs again.
MOVE = """async (slider) => {
  const root = slider.closest(".lx-root");
  const [epoch, loss] = ["epoch", "loss"].map((name) => root.querySelector(`[data-lx=${name}]`));
  const [goal, before] = [epoch.textContent, loss.textContent];
  const painted = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no picture with another loss came")), 10000);
    const watcher = new MutationObserver(() => {
      if (epoch.textContent !== goal || loss.textContent === before) return;
      watcher.disconnect();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage("");
    });
    const options = { childList: true, characterData: true, subtree: true };
    for (const node of [epoch, loss]) watcher.observe(node, options);
  });
  slider.value = (Number(slider.value) + 1) % 12 + 6; // rates from 0.01 to 0.7
  const start = performance.now();
  slider.dispatchEvent(new Event("input"));
  return await painted - start;
}"""


def main():
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        if browser is None:
            sys.exit(WITHOUT)
        lab = Lab(folder)
        try:
            page = browser.new_page(viewport=SIZE)
            page.add_init_script(COUNT_BYTES)
            open_lab(page, lab)
            notebook = Notebook(page, lab, "benchmark", ["# A heading", "", END])
            notebook.tell("from labnet import explore")
            measure(notebook)
        finally:
            lab.close()


def measure(notebook):
    cores = psutil.cpu_count()
    print(f"net 2-10-10-1, 100 examples; {cores} cores, headless Chromium without a GPU")
    print(f"{'':58}{'measured':>10}  target of the issue")
    slider_to_pixels(notebook)
    for epochs in (1, 10, 100):
        map_and_loss(notebook, epochs)
    with_network(notebook)
    hidden_away(notebook)


def tell(what, value, target=""):
    print(f"{what:58}{value:>10}  {target}", flush=True)


def slider_to_pixels(notebook):
    explorer = notebook.show(f"e = explore({MAP_ONLY}, optimizer='adam')\ne.train(200)\ne")
    slider = explorer.slider("learning rate")
    times = [slider.evaluate(MOVE) for _ in range(WARM_UP + MOVES)][WARM_UP:]
    what = "slider to pixels, 200 epochs re-trained"
    tell(f"{what}: median, ms", f"{np.median(times):.0f}", "under 90")
    tell(f"{what}: 95 %, ms", f"{np.percentile(times, 95):.0f}")


def map_and_loss(notebook, epochs):
    with running(notebook, f"{MAP_ONLY}, epochs_per_frame={epochs}") as rates:
        what = f"map and loss, {epochs} epochs a frame:"
        fast = "5,000 or more" if epochs == 100 else ""
        tell(f"{what} painted frames/s", f"{rates['paints']:.0f}", "45 or more")
        tell(f"{what} epochs/s", f"{rates['epochs']:,.0f}", fast)
        tell(f"{what} kB a frame", f"{rates['bytes'] / rates['paints'] / 1000:.1f}")


def with_network(notebook):
    with running(notebook, NETWORK) as rates:
        cost = 1000 * rates["chromium"] / rates["paints"]
        tell("network of 10+10: painted frames/s", f"{rates['paints']:.0f}", "30 or more")
        tell("network of 10+10: Chromium CPU, ms a frame", f"{cost:.1f}", "at most 42")
        tell("network of 10+10: kB a frame", f"{rates['bytes'] / rates['paints'] / 1000:.1f}")


def hidden_away(notebook):
    with running(notebook, NETWORK, away=True) as rates:
        for name in ("chromium", "kernel"):
            cost = f"{1000 * rates[name]:.0f}"
            tell(f"scrolled away while it runs: CPU of {name}, ms a second", cost, "nothing")
        tell("scrolled away while it runs: epochs/s", f"{rates['epochs']:.0f}", "nothing")


@contextmanager
def running(notebook, settings, away=False):
    """What a second of an explorer that runs costs and brings, {name: rate}."""
    explorer = notebook.show(f"e = explore({settings})\ne")
    explorer.root.evaluate(COUNT_PAINTS)
    explorer.press("Run")
    if away:
        notebook.scroll_to(2)
    notebook.page.wait_for_timeout(1000 * WARM_UP)
    before = counts(notebook)
    notebook.page.wait_for_timeout(1000 * SECONDS)
    after = counts(notebook)
    seconds = after["seconds"] - before["seconds"]
    yield {name: (after[name] - before[name]) / seconds for name in after}
    notebook.scroll_to(1)
    explorer.press("Pause")


def counts(notebook):
    """Everything that is counted, so far."""
    return {
        "seconds": time.perf_counter(),
        "paints": notebook.page.evaluate("window.paints"),
        "bytes": notebook.page.evaluate("window.received"),
        "epochs": notebook.ask("e.epoch"),
        "chromium": cpu_seconds("chrom"),
        "kernel": cpu_seconds("ipykernel"),
    }


def cpu_seconds(name):
    """Of all processes that were started here and have this in their command line."""
    started = psutil.Process().children(recursive=True)
    times = [one.cpu_times() for one in started if name in " ".join(one.cmdline())]
    return sum(one.user + one.system for one in times)


if __name__ == "__main__":
    main()
