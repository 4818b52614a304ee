"""The likely cause of an exception, in a sentence."""

CAUSES = (
    (
        NameError,
        "not defined",
        "A name that Python does not know: is it misspelt, or not made yet?",
    ),
    (UnboundLocalError, "", "A name is used before the line that gives it a value."),
    (TypeError, "positional argument", "The function takes other arguments than it should."),
    (TypeError, "keyword argument", "The function takes other arguments than it should."),
    (TypeError, "NoneType", "Something is None: does a function you call lack its `return`?"),
    (TypeError, "converted to", "That function takes one number only; NumPy's take whole arrays."),
    (
        TypeError,
        "length-1 arrays",
        "That function takes one number only; NumPy's take whole arrays.",
    ),
    (
        ValueError,
        "matmul",
        "In a product of matrices the inner sizes must meet: compare the shapes.",
    ),
    (
        ValueError,
        "not aligned",
        "In a product of matrices the inner sizes must meet: compare the shapes.",
    ),
    (ValueError, "broadcast", "The shapes don't fit each other entry by entry."),
    (
        ValueError,
        "truth value",
        "An `if` needs one truth value, but an array has many: `np.where` chooses entry by entry.",
    ),
    (KeyError, "", "There is no entry of that name: compare it with the names of the exercise."),
    (IndexError, "", "An index beyond the end, or one axis too many."),
    (ZeroDivisionError, "", "A division by zero: which number under the bar can be 0?"),
    (AttributeError, "NoneType", "Something is None: does a function you call lack its `return`?"),
    (RecursionError, "", "The function calls itself, without an end."),
)


def likely(error):
    """The sentence, or "" where nothing is known."""
    found = (
        sentence
        for kind, part, sentence in CAUSES
        if isinstance(error, kind) and part in str(error)
    )
    return next(found, "")
