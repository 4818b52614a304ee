"""Mistakes in `adam` of notebook 07, besides those in optimizers_alike.py."""

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import adam, adam_with_eps_scaled
from ..lookups import two_meet

# Adam in parts, some of which a mistake replaces


def running(old, new, beta, t):
    return beta * old + (1 - beta) * new


def corrected(mean, beta, t):
    return mean / (1 - beta**t)


def square(g, m):
    return g**2


def divided(m, v, g, eps):
    return m / (np.sqrt(v) + eps)


def adam_of(
    mean=running, v_mean=None, size=square, hat=corrected, v_hat=None, step=divided, clock=None
):
    """Adam with other parts: mean and hat are those of m, and of v too if it has none of its own.

    size(g, m) : what v is the mean of. step(m, v, g, eps) : of the corrected m and v.
    clock(t, place) : the t of the corrections, at the parameter in this place, counted from 1.
    """

    def steps(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        params, m, v = dict(params), dict.fromkeys(params, 0.0), dict.fromkeys(params, 0.0)
        for number, grads in enumerate(grads_per_step, start=1):
            for place, name in enumerate(params, start=1):
                g, t = grads[f"d{name}"], clock(number, place) if clock else number
                m[name] = mean(m[name], g, beta1, t)
                v[name] = (v_mean or mean)(v[name], size(g, m[name]), beta2, t)
                hats = hat(m[name], beta1, t), (v_hat or hat)(v[name], beta2, t)
                params[name] = params[name] - lr * step(*hats, g, eps)
        return params

    return steps


# Parts that serve several mistakes


def with_full_weight(old, new, beta, t):
    return beta * old + new


def corrected_for_good(old, new, beta, t):
    return corrected(running(old, new, beta, t), beta, t)


def uncorrected(mean, beta, t):
    return mean


def with_beta_times_t(mean, beta, t):
    return mean / (1 - beta * t)


def divided_by_absolute(m, v, g, eps):
    return m / (np.sqrt(np.abs(v)) + eps)


def divided_without_m(m, v, g, eps):
    return g / (np.sqrt(v) + eps)


wrong, weak = rows_of("adam")


# The corrections, and the clock


wrong("adam-not-corrected", adam_of(hat=uncorrected)).says(
    "With the usual betas your first step is about three times `lr`: the averages start at 0, and "
    "nothing corrects that.",
    "After one step m is only a tenth of g. What would make it g?",
)


wrong("adam-only-m-corrected", adam_of(v_hat=uncorrected)).says(
    "Only m is corrected for its start at 0, v is not: with the usual betas the first step is "
    "some thirty times too long.",
    "Both averages start at 0.",
)


wrong("adam-only-v-corrected", adam_of(hat=uncorrected, v_hat=corrected)).says(
    "Only v is corrected for its start at 0, m is not: with the usual betas the first step is ten "
    "times too short.",
    "Both averages start at 0.",
)


wrong("adam-beta-times-t", adam_of(hat=with_beta_times_t, step=divided_by_absolute)).says(
    "With the usual betas step one is right, then it goes wild: you multiply beta by t.",
    "The betas are raised to a power.",
)


wrong("adam-beta-times-t-under-root", adam_of(hat=with_beta_times_t)).says(
    "With the usual betas step one is right, then come roots of negative numbers: you multiply "
    "beta by t.",
    "The betas are raised to a power.",
)


wrong(
    "adam-correction-brackets",
    adam_of(hat=lambda mean, beta, t: mean / 1 - beta**t, step=divided_by_absolute),
).says(
    "1 − beta^t lacks its brackets: you divide by 1, and subtract beta^t.",
    "What is the number that m is divided by?",
)


wrong("adam-corrected-backwards", adam_of(hat=lambda mean, beta, t: mean * (1 - beta**t))).says(
    "You multiply by the correction where you should divide.",
    "After one step m is only a tenth of g. What would make it g?",
)


wrong("adam-corrected-kept", adam_of(corrected_for_good, hat=uncorrected)).says(
    "The corrected averages are carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


wrong(
    "adam-corrected-m-kept", adam_of(corrected_for_good, running, hat=uncorrected, v_hat=corrected)
).says(
    "The corrected m is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


wrong("adam-corrected-v-kept", adam_of(v_mean=corrected_for_good, v_hat=uncorrected)).says(
    "The corrected v is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


def with_corrections_swapped(params, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    other = {beta1: beta2, beta2: beta1}
    steps = adam_of(hat=lambda mean, beta, t: corrected(mean, other[beta], t))
    return steps(params, grads, lr, beta1, beta2, eps)


wrong("adam-corrections-swapped", with_corrections_swapped).says(
    "Each average is corrected with the beta of the other one.",
    "Which beta belongs to m, and which one to v?",
)


wrong("adam-root-too-early", adam_of(v_hat=lambda v, beta, t: v / (1 - beta**t) ** 2)).says(
    "The root is taken of v alone, and the correction divides the root.",
    "Correct v first. What is the root taken of, then?",
)


wrong("adam-same-correction", adam_of(clock=lambda t, place: 1)).says(
    "Every step is corrected like the first one: the power t is missing, or t never grows.",
    "After many steps the averages need next to no correction.",
)


wrong("adam-clock-from-zero", adam_of(clock=lambda t, place: t - 1)).says(
    "Already your first step is no number: a correction divides by 0, as with t = 0, or a root is "
    "taken of a negative number.",
    "The first step has the number 1. And where are the brackets around 1 − beta^t?",
)


wrong("adam-clock-ahead", adam_of(clock=lambda t, place: t + 1)).says(
    "Your clock runs ahead by one: the first step is corrected as if it were the second.",
    "Where is t counted up, and with which number does it start?",
)


# The networks of the check have six parameters, in three layers.
wrong("adam-clock-per-parameter", adam_of(clock=lambda t, place: 6 * (t - 1) + place)).says(
    "In step one the first parameter is right and the next ones are not: your clock ticks once for "
    "each parameter.",
    "In which of the two loops is t counted?",
)


wrong("adam-clock-per-layer", adam_of(clock=lambda t, place: 3 * t - 3 + (place + 1) // 2)).says(
    "In step one the first layer is right and the next ones are not: your clock ticks once for "
    "each layer.",
    "In which of the two loops is t counted?",
)


# The averages


wrong("adam-v-not-squared", adam_of(size=lambda g, m: g)).says(
    "The second average should measure size, but yours averages g itself: it can become negative, "
    "and the root of that is no number.",
    "What is averaged in v?",
)


wrong("adam-v-absolute", adam_of(size=lambda g, m: np.abs(g))).says(
    "The second average is of |g|, and the root makes another scale of it.",
    "What is averaged in v, so that its root has the size of g?",
)


wrong("adam-v-of-m", adam_of(size=lambda g, m: m**2)).says(
    "The second average is of m², not of g².", "Which array do both averages look at?"
)


wrong(
    "adam-average-squared",
    adam_of(v_mean=lambda v, g2, beta, t: beta * v + (1 - beta) ** 2 * g2),
).says(
    "You square the whole share of the new gradient, with its factor (1 − beta2) too.",
    "Which of the two factors is squared, and which one is not?",
)


def with_betas_swapped(params, grads, lr, beta1=0.9, beta2=0.999, *eps):
    return adam(params, grads, lr, beta2, beta1, *eps)


wrong("adam-betas-swapped", with_betas_swapped).says(
    "The two betas have changed places.", "Which average has the longer memory?"
)


def with_first_beta(params, grads, lr, beta1=0.9, beta2=0.999, *eps):
    return adam(params, grads, lr, beta1, beta1, *eps)


wrong("adam-one-beta-first", with_first_beta).says(
    "Both averages run with beta1.", "v has a beta of its own."
)


def with_second_beta(params, grads, lr, beta1=0.9, beta2=0.999, *eps):
    return adam(params, grads, lr, beta2, beta2, *eps)


wrong("adam-one-beta-second", with_second_beta).says(
    "Both averages run with beta2.", "m has a beta of its own."
)


def with_own_betas(params, grads, lr, beta1=0.9, beta2=0.999, *eps):
    return adam(params, grads, lr, 0.9, 0.999, *eps)


wrong("adam-betas-fixed", with_own_betas).says(
    "The steps are right until the betas are chosen by the caller: yours are numbers of your own.",
    "Which arguments does your function never use?",
)


wrong("adam-shares-swapped", adam_of(lambda old, new, beta, t: running(new, old, beta, t))).says(
    "The shares are the wrong way round: the old average gets 1 − beta, the new gradient beta.",
    "Should one gradient change the average a lot, or a little?",
)


wrong("adam-m-without-share", adam_of(with_full_weight, v_mean=running)).says(
    "The new gradient enters m with the full weight: m is a sum, not an average.",
    "The two shares of an average add up to 1.",
)


wrong("adam-v-without-share", adam_of(v_mean=with_full_weight)).says(
    "The new g² enters v with the full weight: v is a sum, not an average.",
    "The two shares of an average add up to 1.",
)


wrong("adam-without-shares", adam_of(with_full_weight)).says(
    "The new gradient enters both averages with the full weight: they are sums, not averages.",
    "The two shares of an average add up to 1.",
)


wrong("adam-averages-reset", adam_of(lambda old, new, beta, t: (1 - beta) * new)).says(
    "The averages start anew at every step, so nothing is remembered.",
    "Before which loop are m and v made?",
)


# NumPy stops it where W2 meets W1.
def with_one_average_for_all(params, grads_per_step, lr, beta1=0.9, *rest):
    m = 0.0
    for grads in grads_per_step:
        for name in params:
            m = beta1 * m + (1 - beta1) * grads[f"d{name}"]


wrong("adam-shared-averages", with_one_average_for_all, shows=two_meet).says(
    "The shapes of two parameters meet, and don't fit each other: do all share one m and one v?",
    "How many running averages are there: one pair, or a pair for each parameter?",
)


def largest_so_far(old, new, beta, t):
    v, largest = old if t > 1 else (0.0, 0.0)
    v = running(v, new, beta, t)
    return v, np.maximum(largest, corrected(v, beta, t))


wrong("adam-largest-v", adam_of(v_mean=largest_so_far, v_hat=lambda both, beta, t: both[1])).says(
    "You keep the largest v so far: that is a variant called AMSGrad.",
    "v may shrink again, when the gradients do.",
)


# The step


wrong("adam-nothing-remembered", adam_of(step=lambda m, v, g, eps: g / (np.abs(g) + eps))).says(
    "Every step has the length `lr`, whatever came before: only the sign of g counts.",
    "Is there a step in which m and v still know the gradients before?",
)


wrong("adam-without-v", adam_of(step=lambda m, v, g, eps: m)).says(
    "This is momentum: nothing divides by the size of the gradients.",
    "What is the second average for?",
)


wrong("adam-bare-momentum", adam_of(hat=uncorrected, step=lambda m, v, g, eps: m)).says(
    "This is momentum, and not corrected for its start at 0: v plays no part.",
    "What is the second average for?",
)


wrong("adam-without-m", adam_of(step=divided_without_m)).says(
    "The step takes the newest gradient alone, and m plays no part.",
    "What is the first average for?",
)


wrong("adam-without-m-not-corrected", adam_of(hat=uncorrected, step=divided_without_m)).says(
    "The step takes the newest gradient alone, and v is not corrected for its start at 0.",
    "What is the first average for?",
)


wrong("adam-plain-descent", adam_of(step=lambda m, v, g, eps: g)).says(
    "This is plain gradient descent: neither of the averages plays a part.",
    "Adam divides an average of the gradients by their size.",
)


wrong(
    "adam-rate-shrinks",
    adam_of(hat=lambda m, beta, t: m / (1 - beta**t) / np.sqrt(t), v_hat=corrected),
).says(
    "Your steps become shorter by a factor that Adam does not have.",
    "Where does t enter, besides in the two corrections?",
)


# The gradients of all steps


def one_step_late(params, grads, *rest):
    nothing = {name: 0.0 * g for name, g in grads[0].items()}
    return adam(params, [nothing, *grads[:-1]], *rest)


wrong("adam-step-before-averages", one_step_late).says(
    "The step comes before the averages, so each gradient counts one step late.",
    "What should m and v know when the step is taken?",
)


weak("adam-corrections-in-rate", adam_with_eps_scaled).says(
    "Both corrections stand in the learning rate, so `eps` is added to a v without correction: in "
    "the first steps it weighs more than in the order of the formulas."
)
