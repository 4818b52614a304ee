"""The one list of the course: its notebooks, in their order, and what each needs.

A notebook leaves the course by its number in LEFT_OUT; its file and its tests go with it. Its
folder of exercises may go too, if no other folder imports from it: a function of 05 calls one of
03, whether or not the class works through 03.
"""

from dataclasses import dataclass, replace

from ..support import checks

ALL_PARTS = ("exercises", "mistakes", "questions")


@dataclass(frozen=True)
class CourseNotebook:
    """One notebook of the course.

    name : of its file, which begins with its number. needs : the numbers of the notebooks that it
    goes on from. parts : the modules of its folder labnet/exercises/notebook_0N/.
    """

    name: str
    needs: tuple = ()
    parts: tuple = ALL_PARTS

    @property
    def number(self):
        return self.name[:2]

    @property
    def file(self):
        return f"{self.name}.ipynb"


WHOLE = (
    CourseNotebook("01_sigmoid"),
    CourseNotebook("02_chain_rule", needs=("01",)),
    CourseNotebook("03_backpropagation", needs=("01", "02")),
    CourseNotebook("04_linear_data", needs=("03",)),
    CourseNotebook("05_xor_data", needs=("04",)),
    CourseNotebook("06_explore", needs=("05",), parts=("questions",)),
    CourseNotebook("07_experiments", needs=("05", "06")),
    CourseNotebook("08_lab_report", needs=("01", "03", "05", "06", "07"), parts=()),
)
# Numbers, such as ("02", "04"): a short course goes without these notebooks.
LEFT_OUT = ()


def course(whole=WHOLE, left_out=LEFT_OUT):
    """The notebooks that are not left out, each needing what is left of what it needs."""
    kept = [one for one in whole if one.number not in left_out]
    return tuple(replace(one, needs=tuple(remaining(one.needs, kept))) for one in kept)


def remaining(numbers, notebooks):
    return [number for number in numbers if number in {one.number for one in notebooks}]


NOTEBOOKS = course()
ASIDE = tuple(one for one in WHOLE if one.number in LEFT_OUT)


def having(part, notebooks=NOTEBOOKS):
    """The notebooks whose folder has this module, in the order of the course."""
    return [one for one in notebooks if part in one.parts]


def numbered(number, part=None):
    """The one with this number, such as "03" (or 3), among all, or those with this module."""
    known = {one.number: one for one in (having(part) if part else NOTEBOOKS)}
    return known[checks.one_of(str(number).zfill(2), known, "notebook")]
