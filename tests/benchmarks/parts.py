"""The parts of the benchmark: each measures, and returns its section of the page as Markdown."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from . import contenders as who
from .memory import STATUS
from .problem import LOSSES, Problem
from .tables import markdown, number, of_timings
from .timing import interleave

TESTS = Path(__file__).parents[1]
IMPORTS = 15  # fresh processes of each
IMPORT = "from time import process_time as now; t = now(); import {}; print(now() - t)"


def full_batch(results):
    """The main table."""
    columns = {
        loss: {
            f"{data}, width {width}": Problem(data=data, width=width, loss=loss)
            for data in ("linear", "xor")
            for width in (4, 10, 100)
        }
        for loss in LOSSES
    }
    results.train(who.ALL, [one for each in columns.values() for one in each.values()])
    return "## Full batches, the loss recorded in each epoch\n\n" + "\n\n".join(
        f"### {loss.capitalize()}, {which}\n\n{of_timings(results, who.ALL, columns[loss], which)}"
        for loss in LOSSES
        for which in ("minimum", "median")
    )


def one_at_a_time(results):
    columns = {data: Problem(data=data, batch_size=1) for data in ("linear", "xor")}
    text = (
        "Width 10, squared error. An epoch is n steps, and a pass over all to record the loss. C "
        "works on vectors of eight examples, so here it wastes seven of eight lanes."
    )
    return trained(results, "One example at a time", text, who.ONE_AT_A_TIME, columns)


def adam(results):
    columns = {
        f"{data}, width {width}": Problem(data=data, width=width, adam=True)
        for data in ("linear", "xor")
        for width in (10, 100)
    }
    text = "Full batches, squared error; not scikit-learn, whose formula has eps elsewhere."
    return trained(results, "Adam", text, who.WITH_ADAM, columns)


def growth_with_n(results):
    columns = {f"n = {10**k:,}": Problem(n=10**k) for k in range(2, 7)}
    text = "Width 10, squared error, full batches."
    return trained(results, "Growth with the number of examples", text, who.GROWING, columns)


def growth_with_width(results):
    columns = {f"width {4**k:,}": Problem(width=4**k) for k in range(1, 6)}
    text = "100 points, squared error, full batches."
    return trained(results, "Growth with the width", text, who.GROWING, columns)


def trained(results, title, text, contenders, columns):
    results.train(contenders, list(columns.values()))
    return f"## {title}\n\n{text}\n\n{of_timings(results, contenders, columns)}"


def grid(results):
    """The points of a picture of the plane; all must predict the same."""
    problem = Problem(n=10_000)
    runs = results.start(who.PREDICTING, problem)
    expected = runs[who.LABNET.name](1)
    for one in who.PREDICTING:
        if one.name in runs:
            results.verifier.accept(one, problem, runs[one.name](1), expected)
    once = dict.fromkeys(runs, 1)
    results.take(problem, interleave(runs, known=once, networks=once))
    table = of_timings(results, who.PREDICTING, {"all points": problem})
    return f"## A grid of 100 x 100 predictions\n\n2-10-10-1, one call for all points.\n\n{table}"


def sweep(_):
    found = of_process("-m", "benchmarks.sweep")
    return f"## A sweep of 200 trainings\n\nWall time, `sweep.py` alone.\n\n```\n{found}\n```"


def memory(results):
    """Each contender in a process of its own."""
    rows = []
    for one in who.GROWING:
        shown = ["missing"] * 2
        if STATUS.exists() and results.start([one], Problem()):
            shown = of_process("-m", "benchmarks.memory", one.module).split()
        rows.append([one.name, *shown])
    table = markdown(["MB", "before the training", "at its peak"], rows)
    return (
        "## Peak memory\n\n1,000,000 examples (24 MB of data), 2-10-10-1, two epochs; the resident "
        f"memory of a process of its own (on Linux).\n\n{table}"
    )


def imports(results):
    """Fresh processes in turn; CPU time of the import alone, without Python's own start."""
    times = {"numpy": [], "labnet": []}
    for _ in range(IMPORTS):
        for name, each in times.items():
            each.append(float(of_process("-c", IMPORT.format(name))))
    base = min(times["numpy"])
    results.import_ratio = min(times["labnet"]) / base
    rows = [
        [
            f"import {name}",
            *(number(1000 * f(each)) for f in (min, median)),
            number(min(each) / base),
        ]
        for name, each in times.items()
    ]
    table = markdown(["CPU time", "minimum, ms", "median, ms", "in times of numpy"], rows)
    return f"## Import\n\n{IMPORTS} fresh processes of each, in turn.\n\n{table}"


def of_process(*arguments):
    """What a fresh Python prints. Errors: CalledProcessError, with its message shown."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=TESTS, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


PARTS = {
    each.__name__: each
    for each in (
        full_batch,
        one_at_a_time,
        adam,
        growth_with_n,
        growth_with_width,
        grid,
        sweep,
        memory,
        imports,
    )
}
