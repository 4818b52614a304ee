"""Mistakes in `adam` of notebook 07."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.rules import rule
from ..exercises import adam, adam_with_eps_scaled


def adam_of(step):
    """The loop around one step for one parameter: step(m, v, g, t, ...) -> m, v, direction."""

    def steps(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        params = dict(params)
        m, v = ({name: 0.0 * w for name, w in params.items()} for _ in range(2))
        for t, grads in enumerate(grads_per_step, start=1):
            for name in params:
                given = m[name], v[name], grads[f"d{name}"], t, beta1, beta2, eps
                m[name], v[name], direction = step(*given)
                params[name] = params[name] - lr * direction
        return params

    return steps


def averages(m, v, g, beta1, beta2):
    return beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2


def direction(m, v, t, beta1, beta2, eps):
    return m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)


wrong, weak = rows_of("adam")


def eps_in_root(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps)


wrong("adam-eps-in-root", adam_of(eps_in_root)).says(
    "Hardly visible with large gradients; with tiny ones your steps are far too short.",
    "Where does `eps` stand: under the root, or beside it?",
)


def eps_missing(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, 0.0)


wrong("adam-eps-missing", adam_of(eps_missing)).says(
    "Where a gradient is exactly 0 you divide 0 by 0: `eps` is not under the bar.",
    "What keeps the bottom of the fraction from being 0? If `eps` is there, where are the "
    "brackets?",
)


def eps_multiplied(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) * eps)


wrong("adam-eps-multiplied", adam_of(eps_multiplied)).says(
    "You multiply by `eps` under the bar: so small a number there makes the steps huge.",
    "How should the root and `eps` stand together, so that `eps` hardly matters?",
)


def eps_elsewhere(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / np.maximum(np.sqrt(v / (1 - beta2**t)), eps)


wrong(
    "adam-eps-elsewhere",
    adam_of(eps_elsewhere),
    shows=lambda case, answer: not case.plain and answer.values is not None,
).says(
    "Right where `eps` is too small to matter. Where it matters, your steps have another length.",
    "To which number is `eps` added, and what is done to the sum?",
)


def eps_fixed(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, 1e-8)


wrong("adam-eps-fixed", adam_of(eps_fixed)).says(
    "The steps are right until `eps` is chosen by the caller: yours is a number of your own.",
    "Which arguments does your function never use?",
)


def betas_fixed(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, 0.9, 0.999)
    return m, v, direction(m, v, t, 0.9, 0.999, eps)


wrong("adam-betas-fixed", adam_of(betas_fixed)).says(
    "The steps are right until the betas are chosen by the caller: yours are numbers of your own.",
    "Which arguments does your function never use?",
)


def not_corrected(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (np.sqrt(v) + eps)


wrong("adam-not-corrected", adam_of(not_corrected)).says(
    "With the usual betas your first step is about three times `lr`: the averages start at 0, and "
    "nothing corrects that.",
    "After one step m is only a tenth of g. What would make it g?",
)


def only_m_corrected(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) + eps)


wrong("adam-only-m-corrected", adam_of(only_m_corrected)).says(
    "Only m is corrected for its start at 0, v is not: with the usual betas the first step is "
    "some thirty times too long.",
    "Both averages start at 0.",
)


def only_v_corrected(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (np.sqrt(v / (1 - beta2**t)) + eps)


wrong("adam-only-v-corrected", adam_of(only_v_corrected)).says(
    "Only v is corrected for its start at 0, m is not: with the usual betas the first step is ten "
    "times too short.",
    "Both averages start at 0.",
)


def v_not_squared(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-v-not-squared", adam_of(v_not_squared)).says(
    "The second average should measure size, but yours averages g itself: it can become negative, "
    "and the root of that is no number.",
    "What is averaged in v?",
)


def v_absolute(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.abs(g)
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-v-absolute", adam_of(v_absolute)).says(
    "The second average is of |g|, and the root makes another scale of it.",
    "What is averaged in v, so that its root has the size of g?",
)


def v_of_m(m, v, g, t, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * m**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-v-of-m", adam_of(v_of_m)).says(
    "The second average is of m², not of g².", "Which array do both averages look at?"
)


def average_squared(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + ((1 - beta2) * g) ** 2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-average-squared", adam_of(average_squared)).says(
    "You square the whole share of the new gradient, with its factor (1 − beta2) too.",
    "Which of the two factors is squared, and which one is not?",
)


def uphill(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, -direction(m, v, t, beta1, beta2, eps)


wrong("adam-uphill", adam_of(uphill)).says(
    "You walk uphill: every step goes the wrong way.",
    "The gradient points to where the loss grows.",
)


def beta_times_t(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1 * t) / (np.sqrt(np.abs(v / (1 - beta2 * t))) + eps)


wrong("adam-beta-times-t", adam_of(beta_times_t)).says(
    "With the usual betas step one is right, then it goes wild: you multiply beta by t.",
    "The betas are raised to a power.",
)


def beta_times_t_under_root(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1 * t) / (np.sqrt(v / (1 - beta2 * t)) + eps)


wrong("adam-beta-times-t-under-root", adam_of(beta_times_t_under_root)).says(
    "With the usual betas step one is right, then come roots of negative numbers: you multiply "
    "beta by t.",
    "The betas are raised to a power.",
)


def same_correction(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, 1, beta1, beta2, eps)


wrong("adam-same-correction", adam_of(same_correction)).says(
    "Every step is corrected like the first one: the power t is missing, or t never grows.",
    "After many steps the averages need next to no correction.",
)


def clock_from_zero(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t - 1, beta1, beta2, eps)


wrong("adam-clock-from-zero", adam_of(clock_from_zero)).says(
    "Already your first step is no number: a correction divides by 0, as with t = 0, or a root is "
    "taken of a negative number.",
    "The first step has the number 1. And where are the brackets around 1 − beta^t?",
)


def clock_ahead(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t + 1, beta1, beta2, eps)


wrong("adam-clock-ahead", adam_of(clock_ahead)).says(
    "Your clock runs ahead by one: the first step is corrected as if it were the second.",
    "Where is t counted up, and with which number does it start?",
)


def corrected_backwards(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m * (1 - beta1**t) / (np.sqrt(v * (1 - beta2**t)) + eps)


wrong("adam-corrected-backwards", adam_of(corrected_backwards)).says(
    "You multiply by the correction where you should divide.",
    "After one step m is only a tenth of g. What would make it g?",
)


def corrected_kept(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return m, v, m / (np.sqrt(v) + eps)


wrong("adam-corrected-kept", adam_of(corrected_kept)).says(
    "The corrected averages are carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


def corrected_m_kept(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    m = m / (1 - beta1**t)
    return m, v, m / (np.sqrt(v / (1 - beta2**t)) + eps)


wrong("adam-corrected-m-kept", adam_of(corrected_m_kept)).says(
    "The corrected m is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


def corrected_v_kept(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    v = v / (1 - beta2**t)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) + eps)


wrong("adam-corrected-v-kept", adam_of(corrected_v_kept)).says(
    "The corrected v is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)


def betas_swapped(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta2, beta1)
    return m, v, direction(m, v, t, beta2, beta1, eps)


wrong("adam-betas-swapped", adam_of(betas_swapped)).says(
    "The two betas have changed places.", "Which average has the longer memory?"
)


def corrections_swapped(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta2, beta1, eps)


wrong("adam-corrections-swapped", adam_of(corrections_swapped)).says(
    "Each average is corrected with the beta of the other one.",
    "Which beta belongs to m, and which one to v?",
)


def one_beta_first(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta1)
    return m, v, direction(m, v, t, beta1, beta1, eps)


wrong("adam-one-beta-first", adam_of(one_beta_first)).says(
    "Both averages run with beta1.", "v has a beta of its own."
)


def one_beta_second(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta2, beta2)
    return m, v, direction(m, v, t, beta2, beta2, eps)


wrong("adam-one-beta-second", adam_of(one_beta_second)).says(
    "Both averages run with beta2.", "m has a beta of its own."
)


def shares_swapped(m, v, g, t, beta1, beta2, eps):
    m, v = (1 - beta1) * m + beta1 * g, (1 - beta2) * v + beta2 * g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-shares-swapped", adam_of(shares_swapped)).says(
    "The shares are the wrong way round: the old average gets 1 − beta, the new gradient beta.",
    "Should one gradient change the average a lot, or a little?",
)


def m_without_share(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + g, beta2 * v + (1 - beta2) * g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-m-without-share", adam_of(m_without_share)).says(
    "The new gradient enters m with the full weight: m is a sum, not an average.",
    "The two shares of an average add up to 1.",
)


def v_without_share(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-v-without-share", adam_of(v_without_share)).says(
    "The new g² enters v with the full weight: v is a sum, not an average.",
    "The two shares of an average add up to 1.",
)


def without_shares(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + g, beta2 * v + g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-without-shares", adam_of(without_shares)).says(
    "The new gradient enters both averages with the full weight: they are sums, not averages.",
    "The two shares of an average add up to 1.",
)


def root_too_early(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) / (1 - beta2**t) + eps)


wrong("adam-root-too-early", adam_of(root_too_early)).says(
    "The root is taken of v alone, and the correction divides the root.",
    "Correct v first. What is the root taken of, then?",
)


wrong(
    "adam-step-before-averages",
    adam_of(
        lambda m, v, g, t, beta1, beta2, eps: (
            *averages(m, v, g, beta1, beta2),
            direction(m, v, t, beta1, beta2, eps),
        )
    ),
).says(
    "The step comes before the averages, so each gradient counts one step late.",
    "What should m and v know when the step is taken?",
)


def correction_brackets(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, (m / 1 - beta1**t) / (np.sqrt(np.abs(v / 1 - beta2**t)) + eps)


wrong("adam-correction-brackets", adam_of(correction_brackets)).says(
    "1 − beta^t lacks its brackets: you divide by 1, and subtract beta^t.",
    "What is the number that m is divided by?",
)


def root_missing(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (v / (1 - beta2**t) + eps)


wrong("adam-root-missing", adam_of(root_missing)).says(
    "You divide by v itself: where gradients are small, the steps become huge.",
    "v measures g². What has the size of g?",
)


def fraction_missing(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) * (np.sqrt(v / (1 - beta2**t)) + eps)


wrong("adam-fraction-missing", adam_of(fraction_missing)).says(
    "You multiply by the root of v where you should divide by it.",
    "Where gradients are large, should a step be longer or shorter?",
)


def averages_reset(m, v, g, t, beta1, beta2, eps):
    m, v = averages(0.0, 0.0, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, eps)


wrong("adam-averages-reset", adam_of(averages_reset)).says(
    "The averages start anew at every step, so nothing is remembered.",
    "Before which loop are m and v made?",
)


wrong(
    "adam-nothing-remembered",
    adam_of(lambda m, v, g, t, beta1, beta2, eps: (m, v, g / (np.abs(g) + eps))),
).says(
    "Every step has the length `lr`, whatever came before: only the sign of g counts.",
    "Is there a step in which m and v still know the gradients before?",
)


def without_v(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t)


wrong("adam-without-v", adam_of(without_v)).says(
    "This is momentum: nothing divides by the size of the gradients.",
    "What is the second average for?",
)


def bare_momentum(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m


wrong("adam-bare-momentum", adam_of(bare_momentum)).says(
    "This is momentum, and not corrected for its start at 0: v plays no part.",
    "What is the second average for?",
)


def without_m(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, g / (np.sqrt(v / (1 - beta2**t)) + eps)


wrong("adam-without-m", adam_of(without_m)).says(
    "The step takes the newest gradient alone, and m plays no part.",
    "What is the first average for?",
)


def without_m_not_corrected(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, g / (np.sqrt(v) + eps)


wrong("adam-without-m-not-corrected", adam_of(without_m_not_corrected)).says(
    "The step takes the newest gradient alone, and v is not corrected for its start at 0.",
    "What is the first average for?",
)


wrong("adam-plain-descent", adam_of(lambda m, v, g, t, beta1, beta2, eps: (m, v, g))).says(
    "This is plain gradient descent: neither of the averages plays a part.",
    "Adam divides an average of the gradients by their size.",
)


def largest_v(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params = dict(params)
    m, v, top = ({name: 0.0 * w for name, w in params.items()} for _ in range(3))
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            top[name] = np.maximum(top[name], v[name] / (1 - beta2**t))
            change = m[name] / (1 - beta1**t) / (np.sqrt(top[name]) + eps)
            params[name] = params[name] - lr * change
    return params


wrong("adam-largest-v", largest_v).says(
    "You keep the largest v so far: that is a variant called AMSGrad.",
    "v may shrink again, when the gradients do.",
)


wrong(
    "adam-rate-fixed",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8, fixed=0.001: adam(
        params, grads_per_step, fixed, beta1, beta2, eps
    ),
    fixed=(0.01, 0.1, 1.0),
).says(
    "The step length is a number of your own, and `lr` plays no part.",
    "Which arguments does your function never use?",
)


def rate_shrinks(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, eps) / np.sqrt(t)


wrong("adam-rate-shrinks", adam_of(rate_shrinks)).says(
    "Your steps become shorter by a factor that Adam does not have.",
    "Where does t enter, besides in the two corrections?",
)


def clock_per_parameter(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, t = dict(params), 0
    m, v = ({name: 0.0 * w for name, w in params.items()} for _ in range(2))
    for grads in grads_per_step:
        for name in params:
            t += 1
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m[name], v[name], t, beta1, beta2, eps)
    return params


wrong("adam-clock-per-parameter", clock_per_parameter).says(
    "In step one the first parameter is right and the next ones are not: your clock ticks once for "
    "each parameter.",
    "In which of the two loops is t counted?",
)


def clock_per_layer(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, t = dict(params), 0
    m, v = ({name: 0.0 * w for name, w in params.items()} for _ in range(2))
    for grads in grads_per_step:
        for name in params:
            t += name.startswith("W")
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m[name], v[name], t, beta1, beta2, eps)
    return params


wrong("adam-clock-per-layer", clock_per_layer).says(
    "In step one the first layer is right and the next ones are not: your clock ticks once for "
    "each layer.",
    "In which of the two loops is t counted?",
)


wrong(
    "adam-first-step-only",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: adam(
        params, grads_per_step[:1], lr, beta1, beta2, eps
    ),
).says("You return after the first step.", "How far is the last line indented?")


def last_step_only(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    before = adam(params, grads_per_step[:-1], lr, beta1, beta2, eps)
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: params[name] + after[name] - before[name] for name in params}


wrong("adam-last-step-only", last_step_only).says(
    "The parameters move in the last step only, or every step starts again from the first values.",
    "Where should a step start from?",
)


wrong(
    "adam-last-gradient-only",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: adam(
        params, grads_per_step[-1:], lr, beta1, beta2, eps
    ),
).says("Only the last of the gradients is used.", "How many steps should there be?")


wrong(
    "adam-order-reversed",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: adam(
        params, grads_per_step[::-1], lr, beta1, beta2, eps
    ),
).says(
    "The gradients are taken from the last to the first.",
    "The first entry of the list belongs to the first step.",
)


def one_step_of_mean(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    mean = {name: np.mean([g[name] for g in grads_per_step], axis=0) for name in grads_per_step[0]}
    return adam(params, [mean], lr, beta1, beta2, eps)


wrong("adam-one-step-of-mean", one_step_of_mean).says(
    "The gradients of all steps are averaged, and one step is taken with their mean.",
    "How many steps should there be?",
)


wrong(
    "adam-stands-still",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: dict(params),
).says(
    "Some of the parameters, or all, come back as they went in.",
    "Into which dictionary do you write the new values, and which one do you return? Does a loop "
    "end too early?",
)


def change_returned(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: after[name] - params[name] for name in params}


wrong("adam-change-returned", change_returned).says(
    "You return how far the parameters moved, not where they are.",
    "Where does the step start from?",
)


def biases_forgotten(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: after[name] if name[0] == "W" else params[name] for name in params}


wrong("adam-biases-forgotten", biases_forgotten).says(
    "The weights are right, but the biases have not moved.", "Over which names does your loop run?"
)


def shared_averages(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, m, v = dict(params), 0.0, 0.0
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            m, v = averages(m, v, grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m, v, t, beta1, beta2, eps)
    return params


wrong("adam-shared-averages", shared_averages).says(
    "All parameters share one m and one v, and their shapes don't fit each other.",
    "How many running averages are there: one pair, or a pair for each parameter?",
)


wrong(
    "adam-names-without-d",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: {
        name: params[name] - lr * grads_per_step[0][name] for name in params
    },
).says(
    "You look up the gradients under the names of the parameters: in `grads` they have a d in "
    "front.",
    "Under which name is the gradient of W1?",
)


def arguments_overwritten(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    for name, value in after.items():
        params[name][...] = value
    return params


wrong("adam-arguments-overwritten", arguments_overwritten).says(
    "The steps are right, but they are written into what you were given: whoever called your "
    "function has lost the values from before.",
    "Is the dictionary a new one? And the arrays: `x -= 1` changes the old one.",
)


weak(
    "adam-corrections-in-rate",
    lambda params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8: adam_with_eps_scaled(
        params, grads_per_step, lr, beta1, beta2, eps
    ),
).says(
    "Both corrections stand in the learning rate, so `eps` is added to a v without correction: in "
    "the first steps it weighs more than in the order of the formulas."
)


# What is left: which of the steps is the first wrong one


rule("adam-later-steps", lambda seen: len(seen.case.args[1]) > 1, "adam").says(
    "The first step is right, the later ones are not: something that should be carried from step "
    "to step, or counted, is not.",
    "Do the second step by hand: which numbers does it need from the first?",
)


rule("adam-first-step", lambda seen: True, "adam").says(
    "The very first step is off: each number whose gradient is not 0 should move by `lr`, whatever "
    "the size of the gradient.",
    "Follow one number through m, v, their corrections and the step.",
)
