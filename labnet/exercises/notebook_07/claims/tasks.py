"""Tasks: the eleven claims, each with what decides it. Fields as for ClaimTask."""

from . import judges, sweeps

TASKS = {
    "larger_rates": {
        "text": "A report trained on XOR with the rates 1, 0.1 and 0.01, once each, and wrote: "
        "the larger the learning rate, the harder it is to train; the loss oscillates.",
        "look": "Preset B is the network of that report. Three rates, many seeds: how many runs "
        "succeed?",
        "reply": "The shortest steps were the hardest to train with: they did not arrive in time.",
        "experiment": sweeps.larger_rates,
        "judge": judges.larger_rates,
    },
    "two_units": {
        "text": "A report trained a 2-2-2-1 network without biases on XOR, once, for a million "
        "epochs. It ended with 18 of 21 points, and the report wrote: two hidden units cannot "
        "solve it.",
        "look": "One run that succeeds is enough to refute 'cannot'. Preset A, with hidden=2 and "
        "longer steps.",
        "reply": "Hard to find is not the same as impossible.",
        "experiment": sweeps.two_units,
        "judge": judges.two_units,
    },
    "no_activation": {
        "text": "Without activation functions a network without biases put 86 of 100 points of "
        "the linear data right. The report wrote: a network without activation is too weak for "
        "points near the diagonal.",
        "look": "What else does that network lack? Take preset A's variation 'no activation', and "
        "vary `bias`.",
        "reply": "Without a bias p is 0 at the origin, so the border p = 0.5 never gets there; "
        "the diagonal does.",
        "experiment": sweeps.no_activation,
        "judge": judges.no_activation,
    },
    "stuck": {
        "text": "On XOR the loss of a run rested at 0.2494 for thousands of epochs. The report "
        "wrote: it is stuck in a local minimum.",
        "look": "The same runs, with more epochs: does any of them leave? Preset B with lr=0.1 is "
        "quicker.",
        "reply": "Nothing was changed but the patience: it was a plateau.",
        "experiment": sweeps.stuck,
        "judge": judges.stuck,
    },
    "oscillates": {
        "text": "With lr 1, one example at a time, a network failed on XOR. The report wrote: the "
        "steps are too long, so the loss oscillates.",
        "look": "Preset D is the network. Look at the end of the loss curves of the runs that "
        "fail.",
        "reply": "These runs lie still, saturated: they don't swing, they sleep.",
        "experiment": sweeps.oscillates,
        "judge": judges.oscillates,
    },
    "too_wide": {
        "text": "A network whose weights all began positive failed with 100 units in a hidden "
        "layer, and worked with 10. The report wrote: too many hidden units are only noise.",
        "look": "Vary the width and the initialisation: positive, and one around 0, such as "
        "xavier.",
        "reply": "Many positive weights saturate the next layer. The units were not too many, but "
        "too alike.",
        "experiment": sweeps.too_wide,
        "judge": judges.too_wide,
    },
    "second_layer": {
        "text": "With hidden layers of 5 and 100 units, all weights positive, the loss did not "
        "move at all. The report wrote: the output is more sensitive to noise in the second "
        "hidden layer.",
        "look": "Its loss has ln(1 − p + 1e-9) in it. Preset D, hidden=(5, 100), on the linear "
        "data: compare this loss with the exact one, BinaryCrossEntropy('sum').",
        "reply": "p was 1 to the last digit, and the guard in the logarithm took the gradient "
        "away.",
        "experiment": sweeps.second_layer,
        "judge": judges.second_layer,
    },
    "adam_is_quick": {
        "text": "With Adam a run had every XOR point right after 100 epochs. The report wrote: "
        "Adam needs at most 100 epochs.",
        "look": "Preset D with optimizer='adam'. In how many runs is `solved_at` at most 100?",
        "reply": "'At most' was true of that run.",
        "experiment": sweeps.adam_is_quick,
        "judge": judges.adam_is_quick,
    },
    "relu_is_quick": {
        "text": "With ReLU in its hidden layers a run had every XOR point right after 100 epochs. "
        "The report wrote: with ReLU, 100 epochs are enough.",
        "look": "Preset D with activation='relu'. In how many runs is `solved_at` at most 100?",
        "reply": "But look at the last loss, too: it never falls below ln 2. Without biases p(0, "
        "0) is one half.",
        "experiment": sweeps.relu_is_quick,
        "judge": judges.relu_is_quick,
    },
    "more_data": {
        "text": "One example at a time, 100 points of the linear data were learned after 80 "
        "epochs, the 21 of XOR after 1,500. The report wrote: the more data there are, the faster "
        "the training.",
        "look": "Preset D on both data sets. How many updates has an epoch with 100 points, how "
        "many with 21?",
        "reply": "Most of the difference was in the counting: an epoch is no fixed number of "
        "steps.",
        "experiment": sweeps.more_data,
        "judge": judges.more_data,
    },
    "exponential": {
        "text": "A report wrote: with more hidden units, the weight matrices grow exponentially.",
        "look": "No training is needed: vary `hidden`, train one epoch, and measure the number of "
        "parameters.",
        "reply": "That is growth like a square: many, but not exponential.",
        "experiment": sweeps.exponential,
        "judge": judges.exponential,
        "seeds": 1,
    },
}
