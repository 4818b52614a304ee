"""What to predict in notebook 04."""

from .question import Question

QUESTIONS = (
    Question(
        "which_step_fits",
        "04",
        "step-check",
        "For which `lr` does lr · Σ dv² forecast the fall of the loss best?",
        (
            ("for a large one", "On a long step the slope changes underway. Who knows of that?"),
            ("for a small one", "Yes: the forecast knows the slope at the start only."),
            ("it fits exactly for each", "Only if the loss were a straight line. Is it?"),
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
        "p = 0.9, 0.2, 0.5, 0.6 and y = 1, 1, 0, 1. What is the accuracy?",
        (
            ("1/4", "Decide for class 1 where p > 0.5, row by row, and count again."),
            ("1/2", "Look at p = 0.5 again: is it above 0.5?"),
            ("3/4", "Yes. One row is wrong; by how much does not matter here."),
            ("1", "Look at the second row: which decision is it, and what is the label?"),
        ),
        "c",
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
