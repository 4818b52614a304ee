"""What to predict in notebook 01."""

from ..engine.question import Question

QUESTIONS = (
    Question(
        "which_overflows",
        "01",
        "overflow",
        "`plain_sigmoid` is called with z = 1000 and with z = −1000. Which call overflows?",
        (
            ("z = 1000", "A large z, but look at what is handed to `np.exp`: not z itself."),
            ("z = −1000", "Yes. Think ahead: will the value be wrong?"),
            ("both", "`np.exp` overflows above 709. For which of the two does it get there?"),
            ("neither", "`np.exp` overflows above 709. What is handed to it in each call?"),
        ),
        "b",
    ),
    Question(
        "steepest_place",
        "01",
        "check-slope",
        "Where is the slope of the sigmoid largest, and how large is it there?",
        (
            ("at z = 0, and it is 1", "The right place. Now work out both factors there."),
            ("at z = 0, and it is 1/2", "The right place, but 1/2 is only one of the two factors."),
            ("at z = 0, and it is 1/4", "Yes. Now: how steep is it at z = 4, and at z = −4?"),
            ("far to the right, and it is 1", "There a is near 1. How far can it still rise?"),
        ),
        "c",
    ),
    Question(
        "z_in_place_of_a",
        "01",
        "mistake",
        "z = 2 is handed to `sigmoid_slope_from_output`, which expects a. What comes out?",
        (
            ("the right slope", "The function takes its argument for a. Can a be 2?"),
            ("an error message", "The function multiplies two numbers. Which of them could fail?"),
            ("a slope that is too large", "Work out both factors: which sign has the second?"),
            ("a negative number", "Yes, and no program complains. The curve rises everywhere."),
        ),
        "d",
    ),
)
