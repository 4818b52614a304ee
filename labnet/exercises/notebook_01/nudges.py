"""Nudges: where a numerical gradient looks at its function, and what is wrong with these places."""

import inspect
from dataclasses import dataclass

import numpy as np

from ..engine.attempt import silence
from ..engine.globals_used import functions
from ..engine.recognise import by_some_cases

H = 1e-5  # the step where none is handed over
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
ON_CURVE = (
    "slope-of-neighbours",
    "`np.gradient` and `np.diff` compare neighbours in an array, but the entries of z may stand in "
    "any order.",
    "Each entry has a slope of its own: which formula gives it from that entry alone?",
)
TOGETHER = (
    "gradient-all-at-once",
    "All entries of x move at the same time; each needs a move of its own.",
    "Nudge one entry, and leave the others where they are.",
)
OTHER_STEP = (
    "gradient-other-step",
    "Your points lie about {:.1g} from x, where h should be {:.1g}.",
    "Is the step the one that was handed over, and is it taken whole?",
)
LINES = (
    "gradient-rows-only",
    "In a matrix your loop moves a whole row or column of x at a time.",
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
    return by_first(draws) or by_some_cases(draws, lambda case: np.ndim(case.args[1]) == 1)


def by_first(draws):
    """What the places of the first faulty case with several entries show in both draws, or None.

    Whole numbers are left out: what holds no others moves as it can.
    """
    kept = [draw.with_cases(lambda case: is_telling(case.args[1])) for draw in draws]
    seen = [shown_by(draw, draw.faulty[0]) if draw.faulty else None for draw in kept]
    return seen[0] if all(seen) and seen[0][0] == seen[1][0] else None


def is_telling(x):
    return x.size > 1 and x.dtype == float


def shown_by(draw, i):
    x, places = visits_of(draw, i)
    h = (*draw.cases[i].args[2:], H)[0]
    moves = [one.held - x for one in places if one.held.shape == x.shape and (one.held != x).any()]
    if moves and all(move.all() for move in moves):
        return TOGETHER
    if moves and x.ndim > 1 and all(is_line(np.argwhere(move)) for move in moves):
        return LINES
    steps = [np.abs(move).max() for move in moves]
    other = steps and np.ptp(steps) < 0.01 * steps[0] and abs(steps[0] / h - 1) > 0.1
    id, sentence, hint = OTHER_STEP
    return (id, sentence.format(steps[0], h), hint) if other else None


def is_line(entries):
    """Whether these places are several in one row, or in one column."""
    return len(entries) > 1 and 1 in (len(set(column)) for column in entries.T)


def of_neighbours(draws):
    """The same for the slope of a curve: (id, sentence, hint), or None."""
    called = any(calls(draws[0].function, name) for name in ("gradient", "diff"))
    return ON_CURVE if called else None


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
