"""Recorded: sweeps that take minutes, with the files that hold what they found.

    recorded("wide_layers")            its Results, read from the file beside this one
    python -m labnet.recorded          trains them all again

A file that does not fit its sweep is not read: `sweep` would refuse it.
"""

from pathlib import Path

from ..experiments.sweep import sweep
from ..presets import presets
from ..support import checks

FOLDER = Path(__file__).parent


def report_table(**given):
    """Report A's table: epochs until the mean squared error is below 0.02."""
    over = {"data": ["linear", "xor"], "hidden": [10, 5, 2]}
    return sweep(presets["A"], over, **{"seeds": 40, "epochs": 30_000} | given)


def wide_layers(**given):
    """Report D's wide layers, with weights that begin positive, and with some around 0."""
    widths = [(5, 5), (5, 100), (100, 5), (100, 100)]
    over = {"hidden": widths, "init": ["positive", "xavier"]}
    return sweep(presets["D"], over, data="xor", **{"seeds": 10} | given)


SWEEPS = {each.__name__: each for each in (report_table, wide_layers)}


def recorded(name):
    """The Results of a sweep in SWEEPS; nothing is trained."""
    make, file = SWEEPS[checks.one_of(name, SWEEPS, "name")], FOLDER / f"{name}.npz"
    checks.require(
        file.exists(), f"{file.name} is missing; python -m labnet.recorded {name} makes it."
    )
    return make(file=file)
