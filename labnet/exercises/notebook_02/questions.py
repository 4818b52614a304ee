"""What to predict in notebook 02."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "cost_of_a_bad_answer",
        "02",
        "check-loss",
        "The label is 1. How many times as large is the loss of p = 0.1 as that of p = 0.9?",
        (
            ("the same", "Only the probability of the true class counts. Here that is p itself."),
            ("about twice", "Near p = 1 the loss is close to 0. What does that do to a ratio?"),
            ("9 times", "That is the ratio of the two p. The loss takes a logarithm of each."),
            ("more than 20 times", "Yes: being sure and right costs next to nothing."),
        ),
        "d",
    ),
    Question(
        "forgotten_transpose",
        "02",
        "missing-transpose",
        "`W1` is square. What happens if its transpose is forgotten in `dx`?",
        (
            ("NumPy raises an error", "The inner sizes have to meet. Do they if it is square?"),
            ("a result of another shape", "Write down the shapes of both products."),
            ("nothing: it makes no difference", "Only if `W1` were equal to its transpose."),
            ("the right shape, wrong numbers", "Yes, and that is the dangerous kind of mistake."),
        ),
        "d",
    ),
    Question(
        "home_of_one_over_n",
        "02",
        "batch-backward",
        "The loss is a mean over n examples. Where in the backward lines is its factor 1/n?",
        (
            ("in every `dW` and `db`", "Follow the slope from the loss: is it in there already?"),
            ("in `output_gradient` alone", "Yes. Everything further back inherits it."),
            ("in every line", "Then it would come in again and again. How often is right?"),
            ("nowhere", "Then twice as many examples would give a gradient twice as large."),
        ),
        "b",
    ),
)
