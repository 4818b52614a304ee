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
        "four_decisions",
        "04",
        "accuracy-check",
        "p = 0.8, 0.3, 0.5, 0.7 and y = 0, 0, 1, 1. What is the accuracy?",
        (
            ("1/4", "Decide for class 1 where p > 0.5, row by row, and count again."),
            ("1/2", "Yes. Two rows are wrong; by how much does not matter here."),
            ("3/4", "Look at p = 0.5 again: is it above 0.5?"),
            ("1", "Look at the first row: which decision is it, and what is the label?"),
        ),
        "b",
    ),
    Question(
        "first_loss",
        "04",
        "loop",
        "Nothing has been learned yet. Near which number will the first loss be?",
        (
            ("0", "That is the loss of a network that is sure and right every time."),
            ("0.5", "The predictions may be near 0.5. What does the loss make of such a p?"),
            ("0.69", "Yes. You know this number from notebook 02."),
            ("10", "That takes predictions that are sure and wrong. Is this one sure of anything?"),
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
