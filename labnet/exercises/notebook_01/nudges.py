"""Nudges: where a numerical gradient looks at its function, and what is wrong with these places."""

import inspect
from dataclasses import dataclass

import numpy as np

from ..engine.attempt import silence
from ..engine.globals_used import functions

NO_COPY = (
    "gradient-no-copy",
    "{} are the same array: `=` makes no copy.",
    "A move of one is a move of the other. What makes a new array?",
)
NOT_MOVED = (
    "gradient-nothing-moved",
    "Both times f is handed the same point: no entry of x has been moved.",
    "Which line writes into the array that f is handed next?",
)
NEIGHBOURS = (
    "gradient-of-neighbours",
    "`np.gradient` compares neighbours in an array of values that are there already. Here f has to "
    "be asked anew, each time with one entry of x moved.",
    "At which two points do you need f, for the slope along the first entry?",
)
ROWS_ONLY = (
    "gradient-rows-only",
    "Your loop visits rows only: each time, a whole row of x is moved.",
    "A matrix has two indices. Which loop visits every entry?",
)


@dataclass(frozen=True)
class VisitedPlace:
    """What the array held that f was handed, and the names under which the student had it."""

    held: np.ndarray
    names: tuple


def explain(draws):
    """(id, sentence, hint) of what the places in both draws show, or None."""
    if calls(draws[0].function, "gradient"):
        return NEIGHBOURS
    visits = [visits_of(draw, i) for draw in draws for i in draw.plain]
    if all(looks_twice(places) for _, places in visits):
        id, sentence, hint = NOT_MOVED if len(visits[0][1][0].names) < 2 else NO_COPY
        return id, sentence.format(listed(visits[0][1][0].names)), hint
    matrices = [(x, places) for x, places in visits if x.ndim > 1]
    return ROWS_ONLY if all(moves_rows(*one) for one in matrices) else None


def calls(function, name):
    """Whether the code of the function has this name in it, as in `np.gradient`."""
    return any(name in one.__code__.co_names for one in functions(function))


def visits_of(draw, i):
    """x in floats, and the VisitedPlaces at which the student's function looks in this case."""
    f, x, *others = draw.cases[i].args
    x, places = np.array(x, float), []

    def watched(x):
        own = inspect.currentframe().f_back.f_locals.items()
        names = tuple(name for name, value in own if value is x)
        places.append(VisitedPlace(np.array(x, float), names))
        return f(x)

    try:
        with silence():
            draw.function(watched, x.copy(), *others)
    except Exception:  # as far as it came
        pass
    return x, places


def looks_twice(places):
    """Whether f is handed the same numbers twice, again and again."""
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return bool(pairs) and all(np.array_equal(one.held, other.held) for one, other in pairs)


def listed(names):
    *first, last = (f"`{name}`" for name in names or ("x",))
    return f"{', '.join(first)} and {last}"


def moves_rows(x, places):
    """Whether each place differs from x in one whole row."""
    moved = [np.argwhere(one.held != x) for one in places if one.held.shape == x.shape]
    return bool(moved) and all(is_row(entries, x) for entries in moved)


def is_row(entries, x):
    return len(entries) == x[0].size and len(set(entries[:, 0])) == 1
