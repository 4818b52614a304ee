"""Claim: what one report said, the numbers that test it, and the rule that judges it."""

from collections.abc import Callable
from dataclasses import dataclass

from .plan import Point


@dataclass(frozen=True)
class Number:
    """A number of each run, shown as median [5th, 95th percentile] over the runs.

    name : what it is. at : the setting. values : a function of the Outcome, (R,). form : how its
    numbers are printed. survey : what the survey found, "median [low, high]", or a part of that.
    among : a function of the Outcome, (R,); only these runs have the number. None if all have.
    """

    name: str
    at: Point
    values: Callable
    form: str
    survey: str = ""
    among: Callable | None = None


@dataclass(frozen=True)
class Share:
    """What is true of a run or not, shown as a count. survey : the survey's share, 0..1.

    holds, among : functions of the Outcome, (R,); only the runs `among` are counted.
    """

    name: str
    at: Point
    holds: Callable
    survey: float | None = None
    among: Callable | None = None


@dataclass(frozen=True)
class Claim:
    """One claim. id : as in the survey. preset : the report system it is about, "A" to "E".

    says : the claim, or the experiment, in a sentence. reported : the report's value. found : the
    Numbers and Shares that test it, names unique. rule : a function of {name: what was found} that
    returns one of VERDICTS. survey : the survey's verdict, in the same words. story : the claim as
    a student is told it, what the report saw and what it wrote; "" where no exercise asks of it.
    """

    id: str
    preset: str
    says: str
    reported: str
    found: tuple
    rule: Callable
    survey: str
    story: str = ""

    @property
    def plans(self):
        """The names of the plans that it reads."""
        return list(dict.fromkeys(each.at.plan for each in self.found))
