"""The table of a sweep, as text."""

import numpy as np

from .grid import text

HEADS = ("solved", "likely rate", "epochs to solve", "last loss", "diverged", "one class")
HELD_OUT = ("held-out loss", "held-out accuracy")  # where some runs have them
NONE = "-"


def of(results):
    return "\n".join([head(results), *aligned(rows(results))])


def rows(results):
    """The names of the columns, and a row for each setting: its values, and what came of it."""
    heads = HEADS + HELD_OUT * any(one.setup.held_out for one in results)
    each = ([*map(text, one.varied.values()), *row(one)[: len(heads)]] for one in results)
    return [[*results.values, *heads], *each]


def head(results):
    seeds = results[0].seeds
    if not len(seeds):
        return "nothing is done yet"
    data = " and ".join(dict.fromkeys(one.data for one in results))
    many = f"{len(seeds)} seeds" if len(set(map(len_of, results))) == 1 else "different seeds"
    return f"{data} data, {many}; median [5th, 95th percentile]"


def len_of(outcome):
    return len(outcome.seeds)


def row(one):
    n = len(one.seeds)
    _, low, high = one.rate
    return [
        one.tally,
        f"{low:.0%} to {high:.0%}" if n else NONE,
        spread(one, one.solved_at[one.once_solved], ".0f"),
        spread(one, one.loss, ".4f"),
        str(int(np.sum(one.diverged))),
        str(int(np.sum(one.one_class))),
        spread(one, one.held_out_loss, ".4f") if one.setup.held_out else NONE,
        spread(one, one.held_out_accuracy, ".0%") if one.setup.held_out else NONE,
    ]


def spread(one, values, form):
    low, middle, high = one.spread(values)
    return NONE if np.isnan(middle) else f"{middle:{form}} [{low:{form}}, {high:{form}}]"


def aligned(rows):
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("   ".join(map(str.ljust, each, widths)) for each in rows)
    return [line.rstrip() for line in lines]
