"""What to predict in notebook 03."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "twice_too_large",
        "03",
        "fingerprints",
        "What does `relative_error` say about a gradient that is exactly twice too large?",
        (
            ("2", "That is the ratio. The ruler divides a difference: can it be above 1?"),
            ("1", "The difference is |v|, but what it is divided by is larger than |v|."),
            ("1/2", "The difference is |v|. Add up the two sizes that it is divided by."),
            ("1/3", "Yes. Now five times too large, and the wrong sign."),
        ),
        "d",
    ),
    Question(
        "rows_that_turn_wrong",
        "03",
        "catch-bug",
        "A transpose is missing in the line of `da1`. Which rows of the table turn WRONG?",
        (
            ("`dW1` and `db1`", "Yes: what is nearer to the loss was finished before the slip."),
            ("`dW2` and `db2`", "Were they computed before `da1`, or after it?"),
            ("all six", "Which of the six need `da1`, directly or on a detour?"),
            ("`dW1` alone", "Which other line of layer 1 uses `dz1`?"),
        ),
        "a",
    ),
    Question(
        "loss_with_a_bug",
        "03",
        "train-both",
        "With the bug in `da1`, in how many of 50 runs does the loss fall?",
        (
            ("in none", "Are all gradients wrong? Some layers still walk the right way."),
            ("in about half of them", "That would be chance. But two layers still learn properly."),
            ("in all, or nearly all", "Yes, unfortunately. So what does a falling loss prove?"),
        ),
        "c",
    ),
)
