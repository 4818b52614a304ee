"""Submission rows: all that one file gives, in values that a JSON file can keep."""

from dataclasses import asdict, dataclass
from difflib import get_close_matches

from ..exercises import folders
from ..exercises.engine.exercise import Exercise
from .alike import own_lines, shape_of
from .extracted import DEFINITIONS
from .outside import MISSING, NOT_ATTEMPTED, STOPPED, Grade, judge
from .stored import predictions, verdicts
from .suspicions import labnets_own, suspicions

NO_NAME = "There is no `{}` in this notebook{}."
NEAR = "; there is `{}`, which may be meant"
BROKEN = "Python cannot read the cell of `{}`: {}."
LABNETS_OWN = "This is labnet's own function, not one that was written for the exercise."
UNKNOWN = "It is not one of the course's notebooks, or nothing of its exercises is left in it."


@dataclass
class FileRows:
    """What one submission gives. rows : {exercise: a Grade as a dictionary, with its source}.

    predictions, verdicts : see stored.py. lines : the student's own ones, to compare.
    used : CPU seconds of its children.
    """

    student: str
    file: str
    notebook: str = ""
    problem: str = ""
    rows: dict = None
    predictions: dict = None
    verdicts: dict = None
    lines: list = ()
    used: float = 0.0


def rows_of(submission, nursery):
    """The FileRows of a Submission."""
    made = FileRows(submission.student, submission.name, rows={}, predictions={}, verdicts={})
    made.notebook = submission.notebook.number if submission.notebook else ""
    made.problem = submission.problem or ("" if submission.notebook else UNKNOWN)
    if not made.problem:
        fill(made, submission, nursery)
    return made


def fill(made, submission, nursery):
    made.predictions, made.verdicts = predictions(submission), verdicts(submission)
    made.lines = own_lines(submission)
    everywhere = suspicions(submission.code)
    for exercise in judged_exercises(submission.notebook):
        judged, source, used = row_of(exercise, submission.code, nursery)
        judged.flags = (*judged.flags, *everywhere)
        made.rows[exercise.name] = asdict(judged) | {"source": source, "shape": shape_of(source)}
        made.used += used


def judged_exercises(notebook):
    """Those with a function to judge: what stands in a cell can be judged, what was said cannot."""
    return [one for one in folders.exercises(notebook) if isinstance(one, Exercise)]


def row_of(exercise, code, nursery):
    """(Grade, the source of the definition, CPU seconds)."""
    extract = code.taken_out(exercise.name)
    if extract is None:
        return absent(exercise.name, code), "", 0.0
    own = labnets_own(extract)
    if own and not any(isinstance(one.node, DEFINITIONS) for one in extract.own):
        return Grade(NOT_ATTEMPTED, "labnets-own", LABNETS_OWN, flags=own), extract.source, 0.0
    judged, used = judge(exercise, extract, nursery)
    judged.flags = (*judged.flags, *own)
    return judged, extract.source, used


def absent(name, code):
    broken = code.unreadable(name)
    if broken:
        return Grade(STOPPED, "syntax-error", BROKEN.format(name, broken[1]))
    near = get_close_matches(name, code.names(), 1, 0.75)
    return Grade(MISSING, "", NO_NAME.format(name, NEAR.format(near[0]) if near else ""))
