"""The claims to judge, each with what decides it. Fields as for ClaimTask."""

from . import judges, sweeps

TASKS = {
    "larger_rates": {
        "about": "C25",
        "look": "Preset B is the network of that report. Three rates, many seeds: how many runs "
        "succeed?",
        "reply": "The shortest steps were the hardest to train with: they did not arrive in time.",
        "experiment": sweeps.larger_rates,
        "judge": judges.larger_rates,
    },
    "two_units": {
        "about": "C10",
        "look": "One run that succeeds is enough to refute 'cannot'. Preset A, with hidden=2 and "
        "longer steps.",
        "reply": "Hard to find is not the same as impossible.",
        "experiment": sweeps.two_units,
        "judge": judges.two_units,
    },
    "no_activation": {
        "about": "C14",
        "look": "What else does that network lack? Take preset A's variation 'no activation', and "
        "vary `bias`.",
        "reply": "Without a bias p is 0 at the origin, so the border p = 0.5 never gets there; "
        "the diagonal does.",
        "experiment": sweeps.no_activation,
        "judge": judges.no_activation,
    },
    "stuck": {
        "about": "C20",
        "look": "The same runs, with more epochs: does any of them leave? Preset B with lr=0.1 is "
        "quicker.",
        "reply": "Nothing was changed but the patience: it was a plateau.",
        "experiment": sweeps.stuck,
        "judge": judges.stuck,
    },
    "oscillates": {
        "about": "C47",
        "look": "Preset D is the network. Look at the end of the loss curves of the runs that "
        "fail.",
        "reply": "These runs lie still, saturated: they don't swing, they sleep.",
        "experiment": sweeps.oscillates,
        "judge": judges.oscillates,
    },
    "too_wide": {
        "about": "C56",
        "look": "Vary the width and the initialisation: positive, and one around 0, such as "
        "xavier.",
        "reply": "Many positive weights saturate the next layer. The units were not too many, but "
        "too alike.",
        "experiment": sweeps.too_wide,
        "judge": judges.too_wide,
    },
    "second_layer": {
        "about": "C57",
        "look": "Its loss has ln(1 − p + 1e-9) in it. Preset D, hidden=(5, 100), on the linear "
        "data: compare this loss with the exact one, BinaryCrossEntropy('sum').",
        "reply": "p was 1 to the last digit, and the guard in the logarithm took the gradient "
        "away.",
        "experiment": sweeps.second_layer,
        "judge": judges.second_layer,
    },
    "adam_is_quick": {
        "about": "C61",
        "look": "Preset D with optimizer='adam'. In how many runs is `solved_at` at most 100?",
        "reply": "'At most' was true of that run.",
        "experiment": sweeps.adam_is_quick,
        "judge": judges.adam_is_quick,
    },
    "relu_is_quick": {
        "about": "C64",
        "look": "Preset D with activation='relu'. In how many runs is `solved_at` at most 100?",
        "reply": "But look at the last loss, too: it never falls below ln 2. Without biases "
        "p(0, 0) is one half.",
        "experiment": sweeps.relu_is_quick,
        "judge": judges.relu_is_quick,
    },
    "more_data": {
        "about": "C66",
        "look": "Preset D on both data sets. How many updates has an epoch with 100 points, how "
        "many with 21?",
        "reply": "Most of the difference was in the counting: an epoch is no fixed number of "
        "steps.",
        "experiment": sweeps.more_data,
        "judge": judges.more_data,
    },
    "exponential": {
        "about": "C68",
        "look": "No training is needed: vary `hidden`, train one epoch, and measure the number of "
        "parameters.",
        "reply": "That is growth like a square: many, but not exponential.",
        "experiment": sweeps.exponential,
        "judge": judges.exponential,
        "seeds": 1,
    },
}
