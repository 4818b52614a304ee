"""Compiled C, loop.c, called through ctypes: what all others are compared with."""

import ctypes
import shutil
import subprocess
import sys
from ctypes import byref, c_double, c_int, c_void_p
from functools import cache
from pathlib import Path

import numpy as np

from ..problem import SQUARED_ERROR

SOURCE = Path(__file__).with_name("loop.c")
FLAGS = ["-O3", "-march=native", "-ffast-math", "-shared", "-fPIC"]
LIBRARIES = ["-lmvec", "-lm"]  # libmvec: eight exp at once


def train(problem):
    library, net = compiled(), network(problem)
    n, t = len(problem.X), c_double(0)
    squared = problem.loss == SQUARED_ERROR
    settings = [n, problem.batch_size or n, c_double(problem.lr), squared, problem.adam, byref(t)]

    def run(epochs):
        losses = np.empty(epochs)
        library.train(net, *pointers(problem.X, problem.y), *settings, epochs, *pointers(losses))
        return losses

    return run


def predict(problem):
    library, net = compiled(), network(problem)
    p = np.empty_like(problem.y)

    def run(times):
        library.predict(net, *pointers(problem.X, problem.y), len(p), times, *pointers(p))
        return p

    return run


def network(problem):
    theta = np.concatenate([array.ravel() for array in problem.start])
    return c_void_p(compiled().new_net(c_int(problem.width), len(problem.X), *pointers(theta)))


def pointers(*arrays):
    """Where each array's numbers begin; the caller keeps the arrays alive."""
    return [c_void_p(array.ctypes.data) for array in arrays]


@cache
def compiled():
    """The library, in the environment that runs this. Errors: ImportError without gcc."""
    if shutil.which("gcc") is None:
        raise ImportError("there is no gcc here")
    target = Path(sys.prefix) / "labnet_loop.so"
    command = ["gcc", *FLAGS, "-o", target, SOURCE, *LIBRARIES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ImportError(f"gcc cannot compile {SOURCE.name}: {done.stderr.strip()}")
    library = ctypes.CDLL(str(target))
    library.new_net.restype = c_void_p
    return library
