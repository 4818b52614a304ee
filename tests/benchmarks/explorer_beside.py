"""This explorer beside that of another checkout, in one Chromium, turn and turn about.

python tests/benchmarks/explorer_beside.py FOLDER

Both run under this Python, in one JupyterLab, each in a notebook and a kernel of its own. A round
gives each of them a slice for each network and some moves of the slider; then the order turns.
What else the machine does meanwhile falls on both: read the ratios, this one to the other.
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from explorer import COUNT_PAINTS, END, MOVE, SIZE, cpu_seconds
from lab import WITHOUT, Lab, open_browser
from views import Explorer, Notebook, open_lab

HERE = Path(__file__).parents[2]
NETWORKS = {"4+2": (4, 2), "10+10": (10, 10)}
SETTINGS = "data='circles', activation='tanh', lr=0.3, epochs_per_frame=1, retrain=True"
RETRAINED = f"{SETTINGS}, hidden=(4, 2), optimizer='adam'"
ROUNDS, SECONDS, WARM_UP, MOVES = 6, 8, 1.5, 15
CELLS = ["# A heading", *["", "# Another heading"] * 3, END]
PLAYGROUND = "TensorFlow Playground: not measured; npm has no build of it, and none is at hand."


class Contender:
    """One checkout: a notebook with an explorer for each network, and one for the slider."""

    def __init__(self, page, lab, name, folder):
        self.page, self.notebook = page, Notebook(page, lab, name, CELLS)
        self.notebook.tell(f"import sys; sys.path.insert(0, {str(folder)!r}); import labnet")
        found = self.notebook.ask("labnet.__file__")
        assert Path(found).is_relative_to(folder), f"{found} is not in {folder}"
        made = {of: f"{SETTINGS}, hidden={hidden}" for of, hidden in NETWORKS.items()}
        shown = enumerate((made | {"slider": RETRAINED}).items())
        self.views = {of: self.show(values, 1 + 2 * k) for k, (of, values) in shown}
        self.notebook.tell("e5.train(200)")

    def show(self, values, index):
        self.notebook.set_source(index, f"e{index} = labnet.explore({values})\ne{index}")
        self.notebook.run(index)
        return Explorer(self.notebook, self.notebook.cell(index).locator(".lx-root"))

    def turn(self, of):
        """{what: measured} of one turn; the page shows this notebook meanwhile."""
        self.notebook.open()
        self.views[of].root.scroll_into_view_if_needed()
        return self.moved() if of == "slider" else self.slice(of)

    def slice(self, of):
        """Chromium's CPU for a painted frame, and frames in a second."""
        explorer = self.views[of]
        explorer.press("Run")
        self.page.wait_for_timeout(1000 * WARM_UP)
        explorer.root.evaluate(COUNT_PAINTS)
        start, before = time.perf_counter(), cpu_seconds("chrom")
        self.page.wait_for_timeout(1000 * SECONDS)
        paints = self.page.evaluate("window.paints")
        spent, seconds = cpu_seconds("chrom") - before, time.perf_counter() - start
        explorer.press("Pause")
        cost = 1000 * spent / paints
        return {f"{of}: CPU ms a frame": cost, f"{of}: frames/s": paints / seconds}

    def moved(self):
        """The median time from a move of the learning rate to its picture."""
        slider = self.views["slider"].slider("learning rate")
        times = [slider.evaluate(MOVE) for _ in range(2 + MOVES)][2:]
        return {"slider to pixels, ms": np.median(times)}


def main(folder):
    with tempfile.TemporaryDirectory() as home, open_browser() as browser:
        if browser is None:
            sys.exit(WITHOUT)
        lab = Lab(home)
        try:
            page = browser.new_page(viewport=SIZE)
            open_lab(page, lab)
            tell(*rounds(Contender(page, lab, "this", HERE), Contender(page, lab, "other", folder)))
        finally:
            lab.close()


def rounds(this, other):
    """What was measured of both, a list of rounds each."""
    found = {this: [], other: []}
    for k in range(ROUNDS):
        for measured in found.values():
            measured.append({})
        for of in this.views:
            for contender in (this, other) if k % 2 else (other, this):
                found[contender][-1] |= contender.turn(of)
        print(f"round {k + 1} of {ROUNDS}", file=sys.stderr, flush=True)
    return found.values()


def tell(these, others):
    """Medians of both, and of the ratios of each round, with the least and the largest."""
    print(f"{ROUNDS} rounds, slices of {SECONDS} s, {MOVES} moves each; headless Chromium, no GPU")
    load = psutil.getloadavg()[1]
    print(f"{psutil.cpu_count()} cores; in the last 5 minutes {load:.1f} processes wanted one")
    print(f"{'':26}{'this':>8}{'other':>8}{'ratio':>8}  least and largest of a round")
    for what in these[0]:
        this, other = (np.array([turn[what] for turn in turns]) for turns in (these, others))
        ratios = this / other
        middle = f"{np.median(this):8.1f}{np.median(other):8.1f}{np.median(ratios):8.2f}"
        print(f"{what:26}{middle}  {ratios.min():.2f} to {ratios.max():.2f}")
    print(PLAYGROUND)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve())
