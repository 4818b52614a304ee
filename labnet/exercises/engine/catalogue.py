"""The catalogue of mistakes: one entry each, wrong code or a rule, and what to say about it.

An entry with wrong code is a function, written as the student would; one with a rule looks at what
a function gave, whatever its code. Both are found by their `id`, which never changes.
"""

from dataclasses import dataclass, replace
from functools import partial

ENTRIES = []


@dataclass(frozen=True)
class Mistake:
    """One entry.

    id : stable, in plain words with hyphens. exercise : the name of the exercise.
    code : the wrong function. sentence : what the student did. hint : where to look next.
    note : True for right answers with a weakness: they pass, with the sentence as a remark.
    settings : keyword arguments of the code with which the mistake is the same, {"eps": 1e-7}.
    shows(case, answer) : if given, it tells from what a function gave in a faulty case whether it
    is this mistake, whatever its code; a text it returns fills the braces of the sentence.
    stopped : if given, what to say in place of the sentence where an exception stops the function.
    """

    id: str
    exercise: str
    code: object
    sentence: str
    hint: str = ""
    note: bool = False
    settings: tuple = ()
    shows: object = None
    stopped: str = ""

    @property
    def variants(self):
        """The entry, and the same with the code in its other settings."""
        return [self, *(replace(self, code=partial(self.code, **one)) for one in self.settings)]


def mistake(exercise, id, sentence, hint="", note=False, shows=None, stopped="", **others):
    """Enter the function below this line into the catalogue.

    others : for a keyword argument of that function, other values that make the same mistake.
    """
    settings = tuple({name: value} for name, values in others.items() for value in values)

    def enter(code):
        one = Mistake(id, exercise, code, sentence, hint, note, settings, shows, stopped)
        ENTRIES.append(one)
        return code

    return enter


def of(exercise):
    """The entries of one exercise, in the order in which they are tried."""
    return [entry for entry in ENTRIES if entry.exercise == exercise]


def wrong(id):
    """The wrong code of an entry."""
    (entry,) = (one for one in ENTRIES if one.id == id)
    return entry.code
