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
        "signs_of_dp",
        "02",
        "check-dp",
        "The labels are 1, 0, 1 and the predictions 0.9, 0.8, 0.1. Which signs does `dp` have?",
        (
            ("−, +, −", "Yes. Which of the three is the largest in size?"),
            ("+, −, +", "A slope is positive where a larger p makes the loss larger. Row by row?"),
            ("+, +, −", "These tell whether p is above one half. What part do the labels play?"),
            ("+, +, +", "A smaller p would be better in every row. Also where the label is 1?"),
        ),
        "a",
    ),
    Question(
        "through_one_sigmoid",
        "02",
        "backward-layer-1",
        "How do the sizes of `da1` and `dz1` compare?",
        (
            ("they are equal", "Between them lies a sigmoid: what does the gradient meet there?"),
            ("`dz1` is at least 4 times as large", "Can the slope of a sigmoid be 4?"),
            ("`da1` is at least 4 times as large", "Yes, whatever the weights are."),
            ("it depends on the weights", "No weight lies between a1 and z1. What does?"),
        ),
        "c",
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
