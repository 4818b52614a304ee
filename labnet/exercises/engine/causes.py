"""The likely cause of an exception, in a sentence."""

import re

import numpy as np

from ...support.errors import own_line
from .given import own_calls
from .judging import said
from .progress import SHEETS
from .room import asked_for

INNER = "In a product of matrices the inner sizes must meet: compare the shapes."
WHOLE = "That function takes one number only; NumPy's take whole arrays."
BRACKETS = "A shape is one argument: put it in brackets."
TWO = "`forward` and `init_layer` return two things."
TUPLE = f"A tuple stands where an array should: {TWO}"
HELD = f"{{}} is a tuple, where an array should stand: {TWO}"
IN_BRACKETS = "several things, with commas between them."
EARLIER = {"01": IN_BRACKETS, "02": IN_BRACKETS, "03": "`forward` returns two things."}
UNEVEN = "An array needs rows of one length, and nothing but numbers in them."
COMBINED = "These two cannot be combined: one of them is no number and no array."
ONE_APPENDED = "`{}` takes one thing: two that belong together go into brackets, as one."
NOTHING = "Something is None: does a function you call lack its `return`?"
KINDS = (
    "An array of whole numbers cannot take in others: is it made with `np.zeros_like`, or is it "
    "an argument as it came?"
)
MEMORY = "It asks for {} Is a sum missing, or does something grow with each turn of a loop?"
TOO_LARGE = MEMORY.format("more than 2 GB of memory.")
NO_ROOM = MEMORY.format("more memory than it can have.")
ASKED = MEMORY.format("{}: compare it with the shapes that it was given.")
COUNT = "A function is called with other arguments than it takes."

# (id, kind of the exception, part of its text, sentence): the first that fits is told.
CAUSES = (
    (
        "name-without-value",
        UnboundLocalError,
        "",
        "A name is used before the line that gives it a value.",
    ),
    (
        "unknown-name",
        NameError,
        "",
        "A name that Python does not know: is it misspelt, or not made yet?",
    ),
    ("dots-left", TypeError, "ellipsis", "There is still a `...` in it, where a value should be."),
    (
        "two-arguments-needed",
        TypeError,
        "imum() takes from 2",
        "`np.maximum` and `np.minimum` compare two things, entry by entry. What is largest, or "
        "smallest, in one array is another function's business.",
    ),
    ("shape-in-brackets", TypeError, "as a data type", BRACKETS),
    ("shape-in-brackets", TypeError, "normal() takes at most 3", BRACKETS),
    ("shape-in-brackets", TypeError, "uniform() takes at most 3", BRACKETS),
    ("one-thing-at-a-time", TypeError, "append() takes exactly one", ONE_APPENDED.format("append")),
    ("one-thing-at-a-time", TypeError, "extend() takes exactly one", ONE_APPENDED.format("extend")),
    ("called-with-others", TypeError, "positional argument", COUNT),
    ("called-with-others", TypeError, "keyword argument", COUNT),
    ("used-none", TypeError, "NoneType", NOTHING),
    ("used-none", AttributeError, "NoneType", NOTHING),
    ("tuple-for-array", TypeError, "tuple indices", TUPLE),
    ("tuple-for-array", TypeError, "'tuple' and", TUPLE),
    ("tuple-for-array", TypeError, "and 'tuple'", TUPLE),
    ("tuple-for-array", TypeError, "operand type for unary -: 'tuple'", TUPLE),
    ("tuple-for-array", AttributeError, "'tuple' object", TUPLE),
    ("one-number-only", TypeError, "converted to", WHOLE),
    ("one-number-only", TypeError, "only length-1 arrays", WHOLE),
    ("one-number-only", TypeError, "only 0-dimensional arrays", WHOLE),
    ("one-number-only", TypeError, "must be real number", WHOLE),
    ("uneven-rows", ValueError, "inhomogeneous", UNEVEN),
    (
        "array-into-entry",
        ValueError,
        "setting an array element with a sequence",
        "An entry of an array holds one number, but you put several there.",
    ),
    ("one-number-only", OverflowError, "math range error", WHOLE),
    ("whole-numbers-only", TypeError, "same_kind", KINDS),
    (
        "no-power",
        TypeError,
        "bitwise_xor",
        "In Python `^` is not a power, but an operation on bits. A power is written `**`.",
    ),
    (
        "no-function",
        TypeError,
        "not callable",
        "Something is called that is no function: is an operator missing before the bracket?",
    ),
    (
        "index-into-number",
        TypeError,
        "subscriptable",
        "A single number has no entries: square brackets need an array or a dictionary.",
    ),
    (
        "index-into-number",
        TypeError,
        "item assignment",
        "A single number, or a tuple, cannot be written into.",
    ),
    ("loop-over-number", TypeError, "not iterable", "A single number has no entries to loop over."),
    (
        "loop-over-number",
        TypeError,
        "iteration over a 0-d",
        "A single number has no entries to loop over.",
    ),
    ("loop-over-number", TypeError, "unsized object", "A single number has no length."),
    ("loop-over-number", TypeError, "has no len", "A single number has no length."),
    ("arithmetic-on-others", TypeError, "unsupported operand", COMBINED),
    ("arithmetic-on-others", TypeError, "multiply sequence", COMBINED),
    ("whole-numbers-only", ValueError, "negative integer powers", KINDS),
    ("inner-sizes", ValueError, "matmul", INNER),
    ("inner-sizes", ValueError, "not aligned", INNER),
    ("out-of-memory", ValueError, "array is too big", TOO_LARGE),
    ("out-of-memory", ValueError, "Maximum allowed", TOO_LARGE),
    ("out-of-memory", ValueError, "too large", TOO_LARGE),  # an iterator; broadcast dimensions
    ("out-of-memory", OverflowError, "index-sized", TOO_LARGE),
    (
        "array-cannot-grow",
        ValueError,
        "non-broadcastable output",
        "The result is written into an array that is there already, and its shape cannot grow.",
    ),
    (
        "shapes-apart",
        ValueError,
        "broadcast",
        "The shapes don't fit each other entry by entry.",
    ),
    (
        "if-on-array",
        ValueError,
        "truth value",
        "An `if` needs one truth value, but an array has many: `np.where` chooses entry by entry.",
    ),
    (
        "wrong-unpacking",
        ValueError,
        "to unpack",
        "More names than values, or fewer: what does the right side give, and in which order?",
    ),
    ("reshaped-wrongly", ValueError, "reshape", "The new shape holds another count of numbers."),
    (
        "log-of-nothing",
        ValueError,
        "math domain error",
        "`math.log` has no value for 0 or less.",
    ),
    (
        "unknown-entry",
        KeyError,
        "",
        "There is no entry of that name: compare it with the names of the exercise.",
    ),
    (
        "name-for-position",
        TypeError,
        "list indices must be integers",
        "A list is asked by position, and you give a name: are the dictionaries inside it?",
    ),
    (
        "name-for-position",
        IndexError,
        "only integers, slices",
        "An array is asked by position; only a dictionary can be asked by name.",
    ),
    ("index-too-far", IndexError, "", "An index beyond the end, or one axis too many."),
    ("zero-below", ZeroDivisionError, "", "A division by zero: which number under the bar is 0?"),
    (
        "natural-logarithm",
        AttributeError,
        "has no attribute 'ln'",
        "NumPy calls the natural logarithm `np.log`.",
    ),
    (
        "unknown-in-module",
        AttributeError,
        "module '",
        "The module has nothing of that name: is it misspelt?",
    ),
    (
        "unknown-attribute",
        AttributeError,
        "",
        "There is no attribute of that name here: is it misspelt, or not made yet?",
    ),
    ("calls-itself", RecursionError, "", "The function calls itself, without an end."),
    (
        "own-assertion",
        AssertionError,
        "",
        "An `assert` of yours, or of a function you call, failed.",
    ),
    ("leaves-python", SystemExit, "", "The function ends the whole program: `exit` or `quit`."),
    ("out-of-memory", MemoryError, "", NO_ROOM),
)


FURTHER_UP = (
    "`{}` comes from a cell further up, which has not been run since the notebook was opened: run "
    "it, and then this one again."
)


def of_another_cell(error):
    """(id, sentence) for a name that each notebook imports, or that an exercise gives; or None."""
    name = getattr(error, "name", None)
    known = {"np", "plt"} | {one.name for sheet in SHEETS.values() for one in sheet}
    if isinstance(error, NameError) and name in known and not isinstance(error, UnboundLocalError):
        return "name-of-another-cell", FURTHER_UP.format(name)
    return None


def of_an_array(error):
    """(id, sentence) for an array that there is no memory for; or None."""
    asked = asked_for(error)
    return ("out-of-memory", ASKED.format(asked)) if asked else None


def likely(error):
    """(id, sentence) of the likely cause, or None where nothing is known."""
    known = of_another_cell(error) or of_an_array(error)
    if known:
        return known
    found = (
        (id, sentence)
        for id, kind, part, sentence in CAUSES
        if isinstance(error, kind) and part in said(error)
    )
    told = next(found, None)
    held = tuple_held(error) if told and told[0] in TUPLES else ""
    return ("tuple-for-array", HELD.format(held)) if held else told


def in_words_of(notebook, sentence):
    """The sentence without functions that only later notebooks have."""
    return sentence.replace(TWO, EARLIER.get(notebook, TWO))


TUPLES = ("tuple-for-array", "uneven-rows", "arithmetic-on-others")  # what a tuple may lead to


def tuple_held(error):
    """The name under which the student's code keeps a tuple with an array in it, or ""."""
    for frame, _ in own_calls(error):
        for name, value in frame.f_locals.items():
            if is_several(value):
                return f"`{name}`"
            if isinstance(value, dict):
                keys = [key for key, one in value.items() if is_several(one)]
                if keys:
                    return f"`{name}[{keys[0]!r}]`"
    return ""


def is_several(value):
    return isinstance(value, tuple) and any(isinstance(one, np.ndarray) for one in value)


# What a line of the student's tells, besides the text: (id, kinds, parts of the text, what stands
# in the line, what doesn't, sentence). The braces take the name of the function.
AXIS = (
    "`np.{}` looks through one array; its second argument is an axis. Another function of NumPy "
    "compares two things entry by entry."
)
LINES = (
    (
        "and-on-arrays",
        ValueError,
        ("truth value",),
        r"\b(and|or|not)\b",
        r"\b(if|while)\b",
        "`{}` takes two truth values, not two arrays. For those there is a sign that goes entry by "
        "entry.",
    ),
    (
        "compares-whole-arrays",
        ValueError,
        ("truth value",),
        r"(?<![\w.])(min|max)\(",
        r"\b(if|while|and|or|not)\b",
        "Python's `{}` compares whole arrays; a function of NumPy, of a longer name, goes entry "
        "by entry.",
    ),
    (
        "built-in-on-number",
        TypeError,
        ("not iterable", "iteration over a 0-d"),
        r"(?<![\w.])(min|max|sum)\(",
        r"\bfor\b",
        "Python's `{}` goes through the entries of one thing, and a number has none. NumPy's takes "
        "numbers too.",
    ),
    (
        "number-as-axis",
        (TypeError, ValueError),
        ("axis", "integer"),
        r"np\.a?(min|max)\(",
        "axis",
        AXIS,
    ),
)


def told_by_line(error):
    """(id, sentence) where the line in which it stopped tells the cause, or None."""
    line = " ".join(own_line(error))
    for id, kinds, parts, there, absent, sentence in LINES:
        known = isinstance(error, kinds) and any(part in said(error) for part in parts)
        found = re.search(there, line) if known and not re.search(absent, line) else None
        if found:
            return id, sentence.format(found[1])
    return None
