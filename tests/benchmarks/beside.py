"""This labnet beside another one, checked out in FOLDER: `python -m benchmarks.beside FOLDER`.

Pairs of processes take turns, a slice each, in an order that is drawn; new processes come again and
again, because the layout of the heap is another one in each. Printed are the median ratios.
"""

import os
import random
import subprocess
import sys
from itertools import product
from pathlib import Path
from statistics import median

from .__main__ import ONE_THREAD

HERE = Path(__file__).parents[2]
WORKER = Path(__file__).with_name("beside_worker.py")
PROCESSES, SLICES = 5, 8
CASES = list(product(("SquaredError", "BinaryCrossEntropy"), (0, 25), ("fresh", "used")))


class Worker:
    """A process that trains with the labnet in this folder."""

    def __init__(self, folder, case):
        environment = os.environ | ONE_THREAD | {"PYTHONPATH": str(folder)}
        command = [sys.executable, str(WORKER), *map(str, case)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, env=environment, **pipes)

    def slice(self):
        """Its CPU time, in microseconds an epoch of one network."""
        print(file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())

    def end(self):
        self.process.communicate()


def pairs(here, other, case):
    """The times of both, slice by slice."""
    for _ in range(PROCESSES):
        workers = {"here": Worker(here, case), "other": Worker(other, case)}
        for _ in range(SLICES):
            order = random.sample(list(workers), 2)
            yield {name: workers[name].slice() for name in order}
        for worker in workers.values():
            worker.end()


def row(case, found):
    loss, runs, heap = case
    here, other = (median(one[name] for one in found) for name in ("here", "other"))
    ratio = median(one["here"] / one["other"] for one in found)
    what = f"{runs} runs" if runs else "one network"
    return f"| {what} | {loss} | {heap} | {ratio:.2f} | {here:.0f} | {other:.0f} |"


def main(folder):
    print("| trained | loss | heap | here / there | here, us | there, us |")
    print("|:--|:--|:--|--:|--:|--:|")
    for case in CASES:
        print(row(case, list(pairs(HERE, Path(folder).resolve(), case))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
