"""ClaimTask: a conclusion from a report, to be confirmed or refuted by the student's own sweep."""

import inspect
from dataclasses import dataclass, field, replace
from functools import wraps
from weakref import WeakSet

from ....experiments.outcomes import Results
from ....study.reports import CLAIMS as REPORTED
from ...engine import whose
from ...engine.calls import called_like, missing
from ...engine.evidence import Hint
from ...engine.verdict import PASSED, WAITING, WRONG, Verdict, framed, paragraph
from .judges import UnfitError
from .task_list import TASKS

WORDS = {
    "confirmed": "the claim holds",
    "refuted": "the claim does not hold",
    "half true": "what was seen is right, its explanation only in part",
    "luck": "it is so in some runs, and in others not",
}
BLUE = "#0072b2"
MANY = 20  # seeds, without which there is no evidence
STUB = "Put your sweep in place of the first `...`, and your verdict in place of the other."
NO_RESULTS = "The evidence is what `sweep(...)` returns; this is {}."
UNKNOWN = "The verdict is one of: {}."
LABNETS = (
    "This evidence is labnet's own sweep, not yours. Run one in your cell, and hand that over."
)
FEW = "{} with {} seeds is no evidence yet: take {} or more. One run is how such claims come about."


@dataclass(eq=False, repr=False)
class ClaimTask:
    """A statement, and what decides it.

    about : the id of the study's Claim, whose story says what the report saw and concluded.
    look : what to vary, for the hint. reply : what the evidence means. experiment() : a sweep that
    decides it, which `solution` shows.
    What it returns is labnet's evidence, and no student's.
    judge(results) : (a word of WORDS, or two with "or", the numbers that speak for it), or
    UnfitError.
    """

    name: str
    about: str
    look: str
    reply: str
    experiment: object
    judge: object
    seeds: int = MANY
    latest: Verdict = field(default=None, init=False)

    def __post_init__(self):
        self.labnets = WeakSet()
        self.experiment = kept_in(self.labnets, self.experiment)

    @property
    def text(self):
        return REPORTED[self.about].story

    @property
    def lines(self):
        call = f'`exercises.claims.{self.name}.check("…", evidence)`'
        return [self.text, f"Your verdict: {call}, with one of {', '.join(WORDS)}."]

    def __repr__(self):
        return "\n".join(["A claim from a report", *self.lines])

    def _repr_html_(self):
        return framed(BLUE, "A claim from a report", paragraph("\n".join(self.lines)))

    def __getattr__(self, name):
        raise missing(self, name, ["check", "hint", "solution"])

    @called_like('check("confirmed", evidence)')
    def check(self, verdict=..., evidence=...):
        """Whether the evidence decides the claim, and the verdict fits it; returns a Verdict."""
        if is_labnets(evidence):  # it says nothing about what the student has found
            told = Verdict(self.name, WAITING, LABNETS, whose.ID)
        else:
            told = self.latest = Verdict(self.name, *self.decided(verdict, evidence))
        return replace(told, progress=progress())

    def decided(self, verdict, evidence):
        """(outcome, message), whoever has run the sweep."""
        try:
            return self.judged(verdict, evidence)
        except UnfitError as error:
            return WRONG, str(error)

    def judged(self, verdict, evidence):
        if verdict is ... or evidence is ...:
            return WAITING, f"{self.text}\n{STUB}"
        if not isinstance(evidence, Results):
            return WRONG, NO_RESULTS.format(type(evidence).__name__)
        if not isinstance(verdict, str) or verdict not in WORDS:
            meanings = ", ".join(f'"{word}" ({meaning})' for word, meaning in WORDS.items())
            return WRONG, UNKNOWN.format(meanings)
        for one in evidence:
            if len(one.seeds) < self.seeds:
                return WRONG, FEW.format(one.label, len(one.seeds), self.seeds)
        word, told = self.judge(evidence)
        if verdict not in word.split(" or "):
            return WRONG, f"Your evidence says something else. {told}"
        return PASSED, f'"{verdict}", and your evidence shows it. {told} {self.reply}'

    @called_like("hint()")
    def hint(self):
        """What to vary."""
        return Hint(f"hint for `{self.name}`", self.look)

    @called_like("solution()", "solution(reveal=True)")
    def solution(self, reveal=False):
        """A sweep that decides it."""
        title = f"a sweep that decides `{self.name}`"
        if not reveal:
            ask = f"To see it: `exercises.claims.{self.name}.solution(reveal=True)`"
            return Hint(title, ask)
        return Hint(title, code=inspect.getsource(self.experiment).rstrip())


def kept_in(made, experiment):
    """The experiment, all of whose results are kept in `made` as long as anybody has them."""

    @wraps(experiment)
    def keeping():
        results = experiment()
        made.add(results)
        return results

    return keeping


def is_labnets(evidence):
    """Whether it is of the experiment of any task."""
    return isinstance(evidence, Results) and any(evidence in one.labnets for one in CLAIMS.values())


CLAIMS = {name: ClaimTask(name, **fields) for name, fields in TASKS.items()}


def progress():
    done = sum(one.latest is not None and one.latest.passed for one in CLAIMS.values())
    return f"{done} of {len(CLAIMS)} claims settled"
