"""CPU time of short slices that take turns, so that whatever disturbs one disturbs all."""

import gc
from dataclasses import dataclass
from time import perf_counter, process_time

import numpy as np

ROUNDS, FEWEST = 20, 3
SLICE = 0.02  # seconds, about
BUDGET = 8.0  # seconds for all rounds; afterwards only the FEWEST are done


@dataclass(frozen=True)
class Timing:
    """CPU seconds an epoch of one network: the fastest slice, and the median one."""

    minimum: float
    median: float


def interleave(runs, known, networks):
    """{name: Timing} for {name: run}.

    known[name] : a number of epochs that `run` was called with before, so that it is compiled.
    networks[name] : how many it trains at once.
    """
    epochs = {name: epochs_in_a_slice(run, known[name]) for name, run in runs.items()}
    times = {name: [] for name in runs}
    gc.collect()
    gc.freeze()  # what is there stays; a slice's own waste is cleared before the next
    began = perf_counter()
    for done in range(ROUNDS):
        if done >= FEWEST and perf_counter() - began > BUDGET:
            break
        for name, run in runs.items():
            gc.collect()
            times[name].append(cpu_seconds(run, epochs[name]) / epochs[name])
    gc.unfreeze()
    return {name: timing(times[name], networks[name]) for name in runs}


def epochs_in_a_slice(run, known):
    epochs = max(1, round(SLICE * known / cpu_seconds(run, known)))
    run(epochs)  # compiles, where a loop of this length is new
    return epochs


def cpu_seconds(run, epochs):
    began = process_time()
    run(epochs)
    return process_time() - began


def timing(seconds, networks):
    return Timing(float(np.min(seconds)) / networks, float(np.median(seconds)) / networks)
