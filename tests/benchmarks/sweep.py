"""200 trainings: on the run axis, one by one, and one by one in a pool of processes.

5 learning rates x 4 widths x 10 seeds, 1,000 epochs each, 100 points, full batches. All three are
timed in turn, and the fastest of each counts: PYTHONPATH=. python tests/benchmarks/sweep.py
"""

import os
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

import numpy as np

from labnet import presets, sweep

BASE = presets["B"].replace(epochs=1000)
OVER = {"lr": [1, 0.3, 0.1, 0.03, 0.01], "hidden": [2, 4, 10, 20]}
SEEDS, ROUNDS = 10, 3
EACH = [
    (BASE.replace(lr=lr, hidden=hidden), seed)
    for lr in OVER["lr"]
    for hidden in OVER["hidden"]
    for seed in range(SEEDS)
]


def on_the_run_axis():
    found = sweep(BASE, OVER, data="linear", seeds=SEEDS, progress=False)
    return np.concatenate([one.loss for one in found])


def train(preset, seed):
    return preset.run("linear", seed=seed, log=False).history.losses[-1]


def one_by_one():
    return np.array([train(*one) for one in EACH])


def in_a_pool():
    with ProcessPoolExecutor() as pool:
        return np.array(list(pool.map(train, *zip(*EACH, strict=True))))


def main():
    ways = {
        each.__name__.replace("_", " "): each for each in (on_the_run_axis, one_by_one, in_a_pool)
    }
    times, losses = {name: [] for name in ways}, {}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = perf_counter()
            losses[name] = way()
            times[name].append(perf_counter() - began)
    first, *others = losses.values()
    assert all(np.allclose(first, other, rtol=1e-6, atol=1e-12) for other in others)
    best = min(times["on the run axis"])
    print(f"{len(EACH)} trainings, {os.cpu_count()} processors, the fastest of {ROUNDS} rounds")
    for name, each in times.items():
        print(f"  {name:<16} {min(each):6.2f} s   {min(each) / best:5.2f} times as long")


if __name__ == "__main__":
    main()
