"""The one list of the course: its notebooks, in their order, and what each needs."""

from dataclasses import dataclass

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


NOTEBOOKS = (
    CourseNotebook("01_sigmoid"),
    CourseNotebook("02_chain_rule", needs=("01",)),
    CourseNotebook("03_backpropagation", needs=("01", "02")),
    CourseNotebook("04_linear_data", needs=("03",)),
    CourseNotebook("05_xor_data", needs=("04",)),
    CourseNotebook("06_explore", needs=("05",), parts=("questions",)),
    CourseNotebook("07_experiments", needs=("05", "06")),
    CourseNotebook("08_lab_report", needs=("01", "03", "05", "06", "07"), parts=()),
)


def having(part):
    """The notebooks whose folder has this module, in the order of the course."""
    return [one for one in NOTEBOOKS if part in one.parts]


def numbered(number, part=None):
    """The one with this number, such as "03" (or 3), among all, or those with this module."""
    known = {one.number: one for one in (having(part) if part else NOTEBOOKS)}
    return known[checks.one_of(str(number).zfill(2), known, "notebook")]
