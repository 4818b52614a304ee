"""What to predict in notebook 05."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "best_of_one_line",
        "05",
        "random-lines",
        "How many of the 21 points can one straight line put right, at best?",
        (
            ("11", "That many are right if all points get class 0. A line can do better."),
            ("16", "Yes. Where does such a line run?"),
            ("18", "Then three would be wrong. Draw the line, and count each of the four arms."),
            ("20", "Then all but one would lie on the right sides. Try to draw it."),
        ),
        "b",
    ),
    Question(
        "shape_of_the_curve",
        "05",
        "curve",
        "How does the loss fall on XOR?",
        (
            ("steadily", "At first the network is nearly a line. How low can a line get?"),
            ("at once, then it stays flat", "It ends near 0.1, but is that reached at once?"),
            ("first it stays flat, then it drops", "Yes. At which height does it lie?"),
            ("up and down all the time", "That is what too long steps look like. `lr` is 0.3."),
        ),
        "c",
    ),
    Question(
        "gradient_on_the_plateau",
        "05",
        "plateau-look",
        "On the plateau, what is the length of dθ, the gradient of all parameters?",
        (
            ("exactly 0", "Then no step would ever leave the plateau. But this network does."),
            ("small, but not 0", "Yes. Watch whether it shrinks or grows."),
            ("as large as anywhere else", "Then the loss would fall as fast as anywhere else."),
        ),
        "b",
    ),
)
