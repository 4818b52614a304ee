"""The explorer for ten minutes: memory of kernel and page stays flat, the frame rate steady.

python -m pytest -m soak tests/browser, by hand; with LABNET_SOAK=60 before it, for 60 minutes.
"""

import os
import time

import numpy as np
import psutil
import pytest

pytestmark = pytest.mark.soak

MINUTES = float(os.environ.get("LABNET_SOAK", "10"))  # half for each way of use
SAMPLES, WARM_UP = 30, 6  # of each; the first are not judged
LEAK = 30  # MB an hour: 200 bytes a frame at 40 frames/s; the losses of these runs are 1.2 of it
MORE = 20  # nodes or listeners of the page: less than one for each play
STEADY = 0.8  # of the frames that a second of processor time brought at first
BREATH = 100  # ms between two things that a user does
EXPLORE = "e = explore(data='circles', hidden=(10, 10), epochs_per_frame=1, example=0)\ne"
COUNT_PAINTS = """(root) => {
  window.paints = 0;
  const options = { childList: true, characterData: true, subtree: true };
  new MutationObserver(() => { window.paints += 1; }).observe(root.querySelector("dd"), options);
}"""
# JupyterLab changes its icon for every message, and Chromium's developer tools, through which a
# test sees the page, remember each loading of it.
REMOVE_ICONS = "document.querySelectorAll('link[rel*=icon]').forEach((link) => link.remove())"
COLUMNS = {
    "minutes": ".1f",
    "kernel, MB": ".2f",
    "page, MB": ".2f",
    "nodes": ".0f",
    "listeners": ".0f",
    "frames/s": ".1f",
    "frames/CPU s": ".1f",
}


class Watch:
    """What kernel and page hold, and what their frames cost."""

    def __init__(self, notebook, explorer):
        self.notebook, self.page, self.start = notebook, notebook.page, time.monotonic()
        self.kernel = psutil.Process(notebook.ask("__import__('os').getpid()"))
        self.chromium = self.page.context.new_cdp_session(self.page)
        self.chromium.send("Performance.enable")
        self.page.evaluate(REMOVE_ICONS)
        explorer.root.evaluate(COUNT_PAINTS)

    def table(self, title, use):
        """{column: (SAMPLES,)} while the explorer is used like this, printed as it grows."""
        print(f"\n\n{title}\n" + "  ".join(COLUMNS))
        samples = []
        for _ in range(SAMPLES):
            frames = self.frames(use)
            samples.append({"minutes": self.counts()["seconds"] / 60} | self.held() | frames)
            print("  ".join(f"{samples[-1][name]:{len(name)}{COLUMNS[name]}}" for name in COLUMNS))
        return {name: np.array([one[name] for one in samples]) for name in COLUMNS}

    def frames(self, use):
        before, end = self.counts(), time.monotonic() + 60 * MINUTES / 2 / SAMPLES
        while time.monotonic() < end:
            use()
        after = self.counts()
        paints, seconds, cpu = (after[name] - before[name] for name in before)
        return {"frames/s": paints / seconds, "frames/CPU s": paints / cpu}

    def counts(self):
        """So far; the processor's time is that of everything that was started here."""
        times = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
        return {
            "paints": self.page.evaluate("window.paints"),
            "seconds": time.monotonic() - self.start,
            "cpu": sum(one.user + one.system for one in times),
        }

    def held(self):
        """Memory without garbage, and the parts of the page."""
        self.notebook.tell("import gc; gc.collect()")
        self.chromium.send("HeapProfiler.collectGarbage")
        heap = self.chromium.send("Runtime.getHeapUsage")
        used = [heap[f"{part}Size"] for part in ("used", "embedderHeapUsed", "backingStorage")]
        metrics = self.chromium.send("Performance.getMetrics")["metrics"]
        counts = {metric["name"]: metric["value"] for metric in metrics}
        memory = self.kernel.memory_info()
        return {
            "kernel, MB": (memory.rss - getattr(memory, "shared", 0)) / 1e6,  # without libraries
            "page, MB": sum(used) / 1e6,
            "nodes": counts["Nodes"],
            "listeners": counts["JSEventListeners"],
        }


def test_memory_stays_flat_and_frames_keep_coming(notebook, capsys):
    explorer = notebook.show(EXPLORE)
    explorer.unfold()
    watch = Watch(notebook, explorer)
    with capsys.disabled():
        explorer.press("Run")
        running = watch.table("running", lambda: explorer.page.wait_for_timeout(1000))
        explorer.press("Pause")
        changing = watch.table("changing", lambda: play(explorer))
        found = [*faults("running", running), *faults("changing", changing)]
    assert not found
    assert notebook.ask("e.error") == ""


def play(explorer):
    """Run, re-train, compare and rewind, each while the one before may still be under way.

    Without the keyboard: JupyterLab keeps every key event for ever.
    """
    rate, units = explorer.slider("learning rate"), explorer.slider("units in layer 1")
    for act, given in (
        (explorer.slider("epochs per frame").fill, "6"),
        (explorer.press, "Run"),
        *[(rate.fill, str(place)) for place in range(12, 20)],
        *[(units.fill, str(count)) for count in range(9, 1, -1)],
        (explorer.press, "Pin"),
        (explorer.press, "New weights"),
        (explorer.press, "Pause"),
        *[(rate.fill, str(place)) for place in range(20, 12, -1)],
        (explorer.choice("activation").select_option, "tanh"),
        (explorer.press, "Over 100 seeds"),
        (explorer.press, "Rewind"),
        (explorer.press, "Step"),
        (explorer.press, "Unpin all"),
        (explorer.press, "Reset"),
    ):
        act(given)
        explorer.page.wait_for_timeout(BREATH)


def faults(title, table):
    """What did not stay as it was, in sentences; every judgement is printed."""
    judged = {name: values[WARM_UP:] for name, values in table.items()}
    leaks = {name: slope(judged["minutes"] / 60, judged[name]) for name in judged if "MB" in name}
    more = {name: change(judged[name], np.subtract) for name in ("nodes", "listeners")}
    left = change(judged["frames/CPU s"], np.divide)
    said = {f"{name} {leak:+.1f} an hour": leak <= LEAK for name, leak in leaks.items()}
    said |= {f"{name} {count:+.0f}": count <= MORE for name, count in more.items()}
    said |= {f"frames/CPU s {left:.0%} of what they were": left >= STEADY}
    said |= {f"frames/s {change(judged['frames/s'], np.divide):.0%}": judged["frames/s"].all()}
    print(*said, sep="; ")
    return [f"{title}: {what}" for what, well in said.items() if not well]


def slope(times, values):
    """The median slope of all pairs (Theil and Sen): a few outliers do not change it."""
    first, second = np.triu_indices(len(times), 1)
    return np.median((values[second] - values[first]) / (times[second] - times[first]))


def change(values, compare):
    """The median of the last third, compared with that of the first."""
    third = len(values) // 3
    return compare(np.median(values[-third:]), np.median(values[:third]))
