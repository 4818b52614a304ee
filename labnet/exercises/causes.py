"""The likely cause of an exception, in a sentence."""

from .judging import said

INNER = "In a product of matrices the inner sizes must meet: compare the shapes."
WHOLE = "That function takes one number only; NumPy's take whole arrays."
NOTHING = "Something is None: does a function you call lack its `return`?"
KINDS = (
    "An array of whole numbers cannot take in others: is it made with `np.zeros_like`, or is it "
    "an argument as it came?"
)
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
    ("called-with-others", TypeError, "positional argument", COUNT),
    ("called-with-others", TypeError, "keyword argument", COUNT),
    ("used-none", TypeError, "NoneType", NOTHING),
    ("used-none", AttributeError, "NoneType", NOTHING),
    ("one-number-only", TypeError, "converted to", WHOLE),
    ("one-number-only", TypeError, "only length-1 arrays", WHOLE),
    ("one-number-only", TypeError, "only 0-dimensional arrays", WHOLE),
    ("one-number-only", TypeError, "must be real number", WHOLE),
    ("one-number-only", ValueError, "setting an array element with a sequence", WHOLE),
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
    (
        "arithmetic-on-others",
        TypeError,
        "unsupported operand",
        "These two cannot be combined: one of them is no number and no array.",
    ),
    ("whole-numbers-only", ValueError, "negative integer powers", KINDS),
    ("inner-sizes", ValueError, "matmul", INNER),
    ("inner-sizes", ValueError, "not aligned", INNER),
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
    ("index-too-far", IndexError, "", "An index beyond the end, or one axis too many."),
    ("zero-below", ZeroDivisionError, "", "A division by zero: which number under the bar is 0?"),
    ("unknown-attribute", AttributeError, "", "This kind of thing has no attribute of that name."),
    ("calls-itself", RecursionError, "", "The function calls itself, without an end."),
    (
        "own-assertion",
        AssertionError,
        "",
        "An `assert` of yours, or of a function you call, failed.",
    ),
    ("leaves-python", SystemExit, "", "The function ends the whole program: `exit` or `quit`."),
    ("out-of-memory", MemoryError, "", "An array became far too large."),
)


def likely(error):
    """(id, sentence) of the likely cause, or None where nothing is known."""
    found = (
        (id, sentence)
        for id, kind, part, sentence in CAUSES
        if isinstance(error, kind) and part in said(error)
    )
    return next(found, None)
