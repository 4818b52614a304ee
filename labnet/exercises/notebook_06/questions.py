"""What to predict in notebook 06."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "past_the_limit",
        "06",
        "limit-runs",
        "The limit is 0.65. What happens to the loss at `lr` 0.5, and what at 0.7?",
        (
            ("it falls at both, a little slower at 0.7", "Work out 1 − lr λ at the limit itself."),
            ("it grows at both", "By which factor does the distance change below the limit?"),
            ("it falls at 0.5, and grows without end at 0.7", "Yes. After how many epochs?"),
            ("at 0.7 it zigzags at one height for ever", "That happens exactly at the limit."),
        ),
        "c",
    ),
    Question(
        "units_that_training_needs",
        "06",
        "units-runs",
        "How many tanh units, in one hidden layer, solve XOR from at least 95 of 100 seeds?",
        (
            ("1", "One unit makes p rise or fall along one direction. Is that enough?"),
            ("2", "Two are enough by hand. But does training find that place from every start?"),
            ("3", "Often, though not as often as that. What does a spare unit buy?"),
            ("4", "Yes. The answer needs fewer; finding it is another matter."),
        ),
        "d",
    ),
    Question(
        "what_adam_wakes",
        "06",
        "adam-runs",
        "Which of the two silences does Adam wake?",
        (
            ("the plateau only", "In saturation the gradients are tiny. Are they exactly 0?"),
            ("the saturation only", "On the plateau the gradients are small too."),
            ("both", "Yes. So a small gradient is no proof that the goal is near."),
            ("neither", "Adam divides by the size of the gradient. What is left of that size?"),
        ),
        "c",
    ),
)
