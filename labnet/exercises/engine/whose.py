"""Whose: whether what is handed to a check is labnet's own, and not the student's work."""

from inspect import unwrap
from os.path import join
from pathlib import Path

from ...support.errors import HERE
from .globals_used import functions

ID = "labnets-own"
SENTENCE = (
    "This one is labnet's, not yours. `use` puts it there while yours is not right yet. Run the "
    "cell with your own, then check that."
)
CORE = join(HERE, "")
EXERCISES = join(str(Path(__file__).parents[1]), "")


def is_labnets(function, right):
    """Whether it is labnet's core, or one of the right functions of the exercises.

    right : whether it is right. The wrong ones of the exercises are judged as a student's: they
    stand for what students write. A function that a student has written around labnet's is theirs.
    """
    files = [one.__code__.co_filename for one in written(function)]
    ours = bool(files) and all(file.startswith(CORE) for file in files)
    return ours and (right or not any(file.startswith(EXERCISES) for file in files))


def written(value):
    """The functions in it, with those that a class, or that of an object, inherits."""
    kind = value if issubclass(type(value), type) else type(value)
    inherited = (one for each in kind.__mro__ for one in functions(each))
    return [unwrap(one) for one in (*functions(value), *inherited)]
