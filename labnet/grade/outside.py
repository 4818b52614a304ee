"""Outside: the verdict on one function of one submission.

Its child says what the exercise's own check finds there, as in the student's notebook. Where that
is "right", the judging process draws inputs of its own, has the child compute, and compares the
numbers that come back with the right ones. Only where both agree is it right; so code that deceives
the check in its child gains nothing. Nobody gains by a mistake: there the child's word is enough.
"""

from dataclasses import dataclass

import numpy as np

from ..exercises.engine.attempt import silence
from ..exercises.engine.judging import said
from ..exercises.engine.recognise import Draw
from ..exercises.engine.verdict import PASSED, RAISED, WAITING, WRONG, cut
from .network_outside import UNSEEN, faults
from .remote import Ended, Remote

RIGHT, MISSING, STOPPED, NOT_ATTEMPTED = "right", "missing", "stopped", "not attempted"
ORDER = (RIGHT, "wrong", STOPPED, NOT_ATTEMPTED, MISSING)  # the best first
OUTCOMES = {PASSED: RIGHT, WAITING: NOT_ATTEMPTED, WRONG: "wrong", RAISED: STOPPED}
DRAWS = 2
DECEIVES = "deceives-its-check"
SAID = "Its check was passed where it ran, but for other inputs its numbers are not the right ones."
LETTERS = 600


@dataclass
class Grade:
    """outcome : one of OUTCOMES, or MISSING. sentence, hint : on the mistake. flags : for a person.

    remark : on a right function. evidence : the smallest case, line by line. numbers : the same
    text for answers that give the same wrong numbers.
    """

    outcome: str
    mistake: str = ""
    sentence: str = ""
    hint: str = ""
    remark: str = ""
    evidence: tuple = ()
    flags: tuple = ()
    numbers: str = ""


def judge(exercise, extract, nursery):
    """The Grade of what a notebook defines under the name of an exercise, and CPU seconds."""
    with Remote(nursery) as remote:
        try:
            judged = judged_in(exercise, extract, remote)
        except Ended as error:
            judged = Grade(STOPPED, error.mistake, str(error))
        except Exception as error:  # the cell itself, or what the function needs, was stopped
            told = f"The notebook stops before it can be checked: {type(error).__name__}"
            judged = Grade(STOPPED, "stops-before", cut(f"{told}: {said(error)}", LETTERS))
    return judged, remote.used


def judged_in(exercise, extract, remote):
    remote.ask("load", **extract.message)
    judged = own_check(remote)
    if judged.outcome == RIGHT:
        fault = fault_outside(exercise, remote)
        if fault == UNSEEN:
            judged.flags = (UNSEEN,)
        elif fault:
            return Grade("wrong", DECEIVES, SAID, flags=(DECEIVES,))
    return judged


def own_check(remote):
    """What the child says; each part of it is a text of bounded length."""
    told = remote.ask("check")["value"]
    outcome = OUTCOMES.get(told.get("outcome"), STOPPED)
    message = cut(str(told.get("message", "")), LETTERS)
    if outcome == RIGHT:
        return Grade(outcome, remark=message.partition(" A remark: ")[2])
    sentence, _, hint = message.partition("\n")
    lines = tuple(cut(str(one), LETTERS) for one in list(told.get("shown", ()))[:12])
    mistake, numbers = (cut(str(told.get(name) or ""), 80) for name in ("mistake", "numbers"))
    return Grade(outcome, mistake, sentence, hint, evidence=lines, numbers=numbers)


def fault_outside(exercise, remote):
    """What is wrong with the numbers for inputs drawn here; "" for nothing."""
    if isinstance(exercise.right, type):
        return faults(remote, np.random.default_rng())
    function = remote.function()
    with silence():
        draws = [Draw(exercise, function, np.random.default_rng()) for _ in range(DRAWS)]
        return DECEIVES if any(one.faulty for one in draws) else ""
