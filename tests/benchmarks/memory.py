"""How much memory a training takes: python -m benchmarks.memory labnet_"""

import sys
from importlib import import_module
from pathlib import Path

from .problem import Problem

EPOCHS = 2
STATUS = Path("/proc/self/status")


def main(module):
    problem = Problem(n=1_000_000)
    peer = import_module(f"benchmarks.peers.{module}")
    assert len(problem.X) == len(problem.y)  # the data are made when they are first asked for
    before = peak()
    peer.train(problem)(EPOCHS)
    print(f"{before:,.0f} {peak():,.0f}")


def peak():
    """The largest resident memory so far, in MB; Linux only.

    getrusage would do on other systems, but on Linux it counts the process that started this one.
    """
    status = STATUS.read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
