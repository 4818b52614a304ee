"""One training for beside.py: a slice for each line that comes in, its CPU time printed.

Arguments: the name of a loss; how many runs, 0 for one network; the heap, "fresh" or "used".
"""

import sys
from time import process_time

import numpy as np

import labnet
from labnet import GradientDescent, Linear, Network, Sigmoid, linear_data, train

ONE, MANY = 300, 40  # epochs of a slice


def use_the_heap():
    """Ask for 50 MB in odd pieces, and give them back."""
    pieces = [np.ones(n) for n in np.random.default_rng(0).integers(100, 60_000, 220)]
    del pieces[::2]


def training(loss, runs):
    """A function that trains some epochs more, and their number times the runs."""
    rng = np.random.default_rng(0)
    X, y = linear_data(100, rng)
    layers = Linear(2, 10), Sigmoid(), Linear(10, 10), Sigmoid(), Linear(10, 1), Sigmoid()
    net, optimizer = Network(*layers, rng=rng, runs=runs or None), GradientDescent(0.1)
    epochs = MANY if runs else ONE
    return lambda: train(net, X, y, loss, optimizer, epochs), epochs * (runs or 1)


def main(loss, runs, heap):
    if heap == "used":
        use_the_heap()
    run, trained = training(getattr(labnet, loss)(), int(runs))
    run()
    for _ in sys.stdin:
        began = process_time()
        run()
        print((process_time() - began) / trained * 1e6, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
