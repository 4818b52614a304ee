"""claims: eleven conclusions from real reports, each drawn from one run.

exercises.claims.larger_rates            shows one
exercises.claims.larger_rates.check("refuted", sweep(...))     also .hint(), .solution()
"""

from ....support.errors import MissingError
from . import judges, sweeps
from .claim_task import CLAIMS, ClaimTask

ClaimTask(
    "larger_rates",
    "A report trained on XOR with the rates 1, 0.1 and 0.01, once each, and wrote: the larger the "
    "learning rate, the harder it is to train; the loss oscillates.",
    "Preset B is the network of that report. Three rates, many seeds: how many runs succeed?",
    "The shortest steps were the hardest to train with: they did not arrive in time.",
    sweeps.larger_rates,
    judges.larger_rates,
)
ClaimTask(
    "two_units",
    "A report trained a 2-2-2-1 network without biases on XOR, once, for a million epochs. It "
    "ended with 18 of 21 points, and the report wrote: two hidden units cannot solve it.",
    "One run that succeeds is enough to refute 'cannot'. Preset A, with hidden=2 and longer steps.",
    "Hard to find is not the same as impossible.",
    sweeps.two_units,
    judges.two_units,
)
ClaimTask(
    "no_activation",
    "Without activation functions a network without biases put 86 of 100 points of the linear "
    "data right. The report wrote: a network without activation is too weak for points near the "
    "diagonal.",
    "What else does that network lack? Take preset A's variation 'no activation', and vary `bias`.",
    "Without a bias p is 0 at the origin, so the border p = 0.5 never gets there; the diagonal "
    "does.",
    sweeps.no_activation,
    judges.no_activation,
)
ClaimTask(
    "stuck",
    "On XOR the loss of a run rested at 0.2494 for thousands of epochs. The report wrote: it is "
    "stuck in a local minimum.",
    "The same runs, with more epochs: does any of them leave? Preset B with lr=0.1 is quicker.",
    "Nothing was changed but the patience: it was a plateau.",
    sweeps.stuck,
    judges.stuck,
)
ClaimTask(
    "oscillates",
    "With lr 1, one example at a time, a network failed on XOR. The report wrote: the steps are "
    "too long, so the loss oscillates.",
    "Preset D is the network. Look at the end of the loss curves of the runs that fail.",
    "These runs lie still, saturated: they don't swing, they sleep.",
    sweeps.oscillates,
    judges.oscillates,
)
ClaimTask(
    "too_wide",
    "A network whose weights all began positive failed with 100 units in a hidden layer, and "
    "worked with 10. The report wrote: too many hidden units are only noise.",
    "Vary the width and the initialisation: positive, and one around 0, such as xavier.",
    "Many positive weights saturate the next layer. The units were not too many, but too alike.",
    sweeps.too_wide,
    judges.too_wide,
)
ClaimTask(
    "second_layer",
    "With hidden layers of 5 and 100 units, all weights positive, the loss did not move at all. "
    "The report wrote: the output is more sensitive to noise in the second hidden layer.",
    "Its loss has ln(1 − p + 1e-9) in it. Preset D, hidden=(5, 100), on the linear data: compare "
    "this loss with the exact one, BinaryCrossEntropy('sum').",
    "p was 1 to the last digit, and the guard in the logarithm took the gradient away.",
    sweeps.second_layer,
    judges.second_layer,
)
ClaimTask(
    "adam_is_quick",
    "With Adam a run had every XOR point right after 100 epochs. The report wrote: Adam needs at "
    "most 100 epochs.",
    "Preset D with optimizer='adam'. In how many runs is `solved_at` at most 100?",
    "'At most' was true of that run.",
    sweeps.adam_is_quick,
    judges.adam_is_quick,
)
ClaimTask(
    "relu_is_quick",
    "With ReLU in its hidden layers a run had every XOR point right after 100 epochs. The report "
    "wrote: with ReLU, 100 epochs are enough.",
    "Preset D with activation='relu'. In how many runs is `solved_at` at most 100?",
    "But look at the last loss, too: it never falls below ln 2. Without biases p(0, 0) is "
    "one half.",
    sweeps.relu_is_quick,
    judges.relu_is_quick,
)
ClaimTask(
    "more_data",
    "One example at a time, 100 points of the linear data were learned after 80 epochs, the 21 of "
    "XOR after 1,500. The report wrote: the more data there are, the faster the training.",
    "Preset D on both data sets. How many updates has an epoch with 100 points, how many with 21?",
    "Most of the difference was in the counting: an epoch is no fixed number of steps.",
    sweeps.more_data,
    judges.more_data,
)
ClaimTask(
    "exponential",
    "A report wrote: with more hidden units, the weight matrices grow exponentially.",
    "No training is needed: vary `hidden`, train one epoch, and measure the number of parameters.",
    "That is growth like a square: many, but not exponential.",
    sweeps.exponential,
    judges.exponential,
    seeds=1,
)

globals().update(CLAIMS)


def __getattr__(name):
    known = ", ".join(CLAIMS)
    raise MissingError(f"there is no claim called {name!r}; there are {known}.")
