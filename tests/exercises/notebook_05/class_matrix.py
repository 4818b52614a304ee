"""Every slip of the catalogues that can stand in a class, in every storage: how often is it
rejected? From the folder `tests`: python -m exercises.notebook_05.class_matrix [ROUNDS]
"""

import sys
import time
from collections import defaultdict
from contextlib import contextmanager
from unittest.mock import patch

import numpy as np

from labnet.exercises.engine.attempt import silence
from labnet.exercises.notebook_05.exercises import MyNetwork
from labnet.exercises.notebook_05.network import class_passes, steps
from labnet.exercises.notebook_05.network.faults import faults_of_network

from .planted_classes import Pieces, slips, stands
from .storages import STORAGES

ROUNDS = 20
RIGHT = {("right", "MyNetwork"): MyNetwork, ("right", "Pieces"): Pieces}


def is_accepted(cls, rng):
    """Whether one check finds nothing wrong; one that stops has found something."""
    with silence():
        try:
            found = next(faults_of_network(cls, [2, 3, 2, 1], "sigmoid", rng), None)
        except Exception:
            return False
    return found is None or found.note


@contextmanager
def unnamed():
    """Without the search for the name, which comes after the verdict and takes longest."""
    nothing = {"as_backward": lambda *args: iter(())}
    with patch.multiple(class_passes, **nothing), patch.multiple(steps, **nothing):
        yield


def cells(storage):
    """{(exercise, id): class} of the slips that stand in this storage."""
    made = {key: STORAGES[storage](cls) for key, cls in slips().items()}
    return {key: cls for key, cls in made.items() if stands(cls)}


def wrongly_judged(storage, seed, rounds=1):
    """The slips accepted, and the right classes rejected, in any of the rounds; how many slips."""
    wrong, rng, chosen = [], np.random.default_rng(seed), cells(storage)
    right = {key: STORAGES[storage](cls) for key, cls in RIGHT.items()}
    with unnamed():
        for _ in range(rounds):
            wrong += [key for key, cls in chosen.items() if is_accepted(cls, rng)]
            wrong += [key for key, cls in right.items() if not is_accepted(cls, rng)]
    return wrong, chosen


def table(rounds):
    """A row for each exercise, a column for each storage: slips, and how many are not always
    rejected."""
    rows = defaultdict(dict)
    for storage in STORAGES:
        wrong, chosen = wrongly_judged(storage, seed=None, rounds=rounds)
        for name in {name for name, _ in [*chosen, *RIGHT]}:
            count = sum(one == name for one, _ in chosen) or len(RIGHT)
            rows[name][storage] = f"{count - len({key for key in wrong if key[0] == name})}/{count}"
        print(storage, "wrongly judged:", sorted(set(wrong)) or "none", file=sys.stderr)
    return rows


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    begun = time.process_time()
    print(f"always judged rightly, in {rounds} rounds\n\n| planted |", " | ".join(STORAGES), "|")
    print("|:--|" + "--:|" * len(STORAGES))
    for name, row in sorted(table(rounds).items()):
        print(f"| {name} |", " | ".join(row.get(storage, "-") for storage in STORAGES), "|")
    print(f"\n{time.process_time() - begun:.0f} s of CPU")


if __name__ == "__main__":
    main()
