"""What to predict in notebook 07."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "silent_unit",
        "07",
        "silent-unit",
        "The z of a ReLU unit is negative for every example. What does one step of gradient "
        "descent do to its weights and its bias?",
        (
            ("it moves them a little, as in a saturated sigmoid", "How steep is ReLU on the left?"),
            ("nothing at all", "Yes. Which activation would have left it a way back?"),
            ("it moves them so that z grows", "The loss may want that. Does the slope let it?"),
            ("it sets them to 0", "A step subtracts lr times the gradient. What is that gradient?"),
        ),
        "b",
    ),
    Question(
        "larger_of_two",
        "07",
        "larger-of-two",
        "Leaky ReLU is often written `np.maximum(alpha * z, z)`. With alpha = 1.5, what does this "
        "line give at z = −2?",
        (
            ("−3", "That is what leaky ReLU should give. But is it the larger of the two?"),
            ("−2", "Yes, and it should not be. For which alpha is the line right?"),
            ("0", "That would be plain ReLU: the line does not compare with 0."),
            ("3", "Follow the sign of alpha times z."),
        ),
        "b",
    ),
    Question(
        "steeper_than_sigmoid",
        "07",
        "tanh-slope",
        "How many times as steep as the sigmoid is tanh at z = 0?",
        (
            ("equally steep", "In tanh z = 2σ(2z) − 1, what do the two factors 2 do to the slope?"),
            ("twice", "One factor 2 stretches upwards. And the one inside?"),
            ("4 times", "Yes. What does that mean for several layers in a row?"),
            ("8 times", "Count the factors 2 in tanh z = 2σ(2z) − 1."),
        ),
        "c",
    ),
    Question(
        "sure_and_wrong",
        "07",
        "sure-and-wrong",
        "A sigmoid answers p = 0.001, but y = 1. Which loss gives the larger gradient dz?",
        (
            ("the squared error", "Its dp is large. Through what does it pass on its way to z?"),
            ("the cross-entropy", "Yes, some five hundred times as large: no slope is left in it."),
            ("they are equal", "In one of the two a factor cancels. Which one, and in which?"),
        ),
        "b",
    ),
    Question(
        "hundredth_step_of_adagrad",
        "07",
        "hundredth-step",
        "A weight has the same gradient in each of 100 steps. How long is AdaGrad's last step, "
        "beside its first one?",
        (
            ("as long", "So it is with gradient descent. What has s become meanwhile?"),
            ("half as long", "After which step is that so? s grows on."),
            (
                "a tenth as long",
                "Yes. And how long are both if the gradient is 10 times as large?",
            ),
            ("a hundredth as long", "s is 100 times as large. What is done to s in the step?"),
        ),
        "c",
    ),
    Question(
        "first_step_of_adam",
        "07",
        "first-step",
        "One weight has the gradient 0.001, another one 10. How do the lengths of their first "
        "steps with Adam compare?",
        (
            ("the second is 10,000 times as long", "So it is with gradient descent. Adam divides."),
            ("the second is 100 times as long", "A root is in it, but of what: of g, or of g²?"),
            ("they are equal", "Yes. What is this length, in terms of `lr`?"),
            ("the first is longer", "Adam divides by the size of g. What remains of g itself?"),
        ),
        "c",
    ),
)
