"""The door of a sweep: executors and measures that cannot work are told so before the training."""

import inspect
import pickle
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import fields

from ..support import checks
from ..support.errors import LabnetError
from ..support.interrupts import Interrupted
from ..support.signatures import fits
from .setup import Setup, shown
from .tasks import run

EXPECTED = "expected such as ProcessPoolExecutor(), or a Dask client"
NO_WORK = (
    "The executor takes no work ({}). Was it shut down, or did its workers die? Make a new one."
)
DIED = (
    "The workers of the executor died before anything was trained. Can they import labnet? In a "
    'script, the executor and the sweep belong under `if __name__ == "__main__":`.'
)
FAILED = "The workers of the executor cannot do this sweep ({}). Can they import labnet?"
MEND = "Write it with def into a .py file and import it from there; or leave out executor=."
UNSENT = (
    "{} cannot be sent to the processes of the executor ({}). They take what they can import by "
    f"name: no lambda, and no function that is made inside another. {MEND}"
)
UNFOUND = (
    "The processes of the executor do not find {} ({}). They import it by name, and what a "
    f"notebook defines they see only if it was there when they started. {MEND}"
)
SURE = (LabnetError, NameError, AttributeError, TypeError, ImportError)  # later epochs mend none
FEW = 5  # epochs


def executor_of(given):
    """The executor; of a Dask client, the one that it has."""
    if given is None:
        return None
    made = not isinstance(given, type)
    checks.require(made, f"executor is the class {shown(given)} itself; {EXPECTED}.")
    if callable(getattr(given, "get_executor", None)):
        return given.get_executor()
    able = callable(getattr(given, "submit", None))
    checks.require(able, f"executor is {given!r}; {EXPECTED}.")
    return given


def takes_a_result(name, measure):
    """Refuse a measure that cannot be called with one thing."""
    if not fits(measure, None):
        raise LabnetError(
            f"The measure {name!r} takes {inspect.signature(measure)}; expected a function of one "
            "thing, the Result of many runs."
        )


def try_measures(tasks):
    """Train a few epochs of the first task, and call its measures; what they raise passes through.

    Unless it may go well after more epochs: a measure that looks at the 100th is no mistake.
    """
    first = next(iter(tasks.values()), None)
    if first is None or not first.measures:
        return
    try:
        if run(first, lambda epochs: epochs[:FEW]) is None:
            raise Interrupted("Interrupted before anything was trained.")
    except SURE:
        raise
    except Exception:
        return


def submitted(executor, function, given):
    """The Future of function(given)."""
    try:
        future = executor.submit(function, given)
    except Exception as error:
        raise LabnetError(NO_WORK.format(error)) from None
    kind = type(future).__name__
    told = f"executor.submit gives a {kind}, not a Future of concurrent.futures; {EXPECTED}."
    checks.require(isinstance(future, Future), told)
    return future


def greeting(executor, tasks):
    """The Future of a worker that looks at all that it needs, and trains nothing."""
    things = list(needed(tasks))
    if isinstance(executor, ProcessPoolExecutor):
        return submitted(
            executor, unpacked, [(name, packed(name, thing)) for name, thing in things]
        )
    return submitted(executor, received, things)


def needed(tasks):
    """(name, thing) of the measures, and of all values in the setups."""
    for name, measure in tasks[0].measures.items():
        yield f"the measure {name!r}", measure
    setups = {id(part.point.setup): part.point.setup for task in tasks for part in task.parts}
    for setup in setups.values():
        for one in fields(Setup):
            value = getattr(setup, one.name)
            yield f"{one.name}={shown(value)}", value


def packed(name, thing):
    try:
        return pickle.dumps(thing)
    except Exception as error:
        told = UNSENT.format(name, brief(error))
        raise LabnetError(told[0].upper() + told[1:]) from None


def unpacked(things):
    """In a worker: the first of the (name, bytes) that it cannot make, and why; or None."""
    for name, thing in things:
        try:
            pickle.loads(thing)
        except Exception as error:
            return name, brief(error)
    return None


def received(things):
    """In a worker that has them already."""


def welcome(greeted):
    """Refuse the executor whose greeting failed."""
    error = greeted.exception()
    if error is None and greeted.result():
        raise LabnetError(UNFOUND.format(*greeted.result()))
    if error is not None:
        raise LabnetError(
            DIED if isinstance(error, BrokenExecutor) else FAILED.format(brief(error))
        )


def brief(error):
    return checks.shown(f"{type(error).__name__}: {error}")
