"""What to predict in notebook 04."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "which_step_fits",
        "04",
        "step-check",
        "With `lr` 1, how far does the loss fall, beside this forecast?",
        (
            ("by more", "Then the slope would grow on the way down. What does a valley do?"),
            ("by less", "Yes. And with a tenth of that step?"),
            ("by exactly as much", "Only if the loss were a straight line. Is it?"),
        ),
        "b",
    ),
    Question(
        "twins_after_training",
        "04",
        "symmetry-check",
        "All parameters start at 0.5. What does `W1` look like after 2,000 steps?",
        (
            ("every entry is still 0.5", "The loss is not at its lowest, so are all gradients 0?"),
            ("ten different columns", "Two units that are equal: do they get different gradients?"),
            ("each row holds ten equal numbers", "Yes. How many units is that, in effect?"),
            ("every entry is 0", "Nothing pulls towards 0. What do equal units have in common?"),
        ),
        "c",
    ),
    Question(
        "second_thousand",
        "04",
        "more",
        "99 of 100 points are right after 1,000 epochs. What does a second thousand change?",
        (
            ("nothing", "Is the gradient 0 as soon as a point is on the right side?"),
            ("the loss only", "It falls, and the border goes on moving. What may that do?"),
            ("the accuracy only", "No step follows the accuracy. What do the steps follow?"),
            ("both", "Yes. Now guess how long the last point takes."),
        ),
        "d",
    ),
)
