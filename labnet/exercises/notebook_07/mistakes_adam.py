"""The mistakes in Adam, of notebook 07. What is said of them: see ..catalogue."""

import numpy as np

from ..engine.catalogue import mistake
from ..engine.rules import rule
from .exercises import adam, adam_with_eps_scaled


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


@mistake(
    "adam",
    "adam-eps-in-root",
    "Hardly visible with large gradients; with tiny ones your steps are far too short.",
    "Where does `eps` stand: under the root, or beside it?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps)


@mistake(
    "adam",
    "adam-eps-missing",
    "Where a gradient is exactly 0 you divide 0 by 0: `eps` is not under the bar.",
    "What keeps the bottom of the fraction from being 0? If `eps` is there, where are the "
    "brackets?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, 0.0)


@mistake(
    "adam",
    "adam-eps-multiplied",
    "You multiply by `eps` under the bar: so small a number there makes the steps huge.",
    "How should the root and `eps` stand together, so that `eps` hardly matters?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) * eps)


@mistake(
    "adam",
    "adam-eps-elsewhere",
    "Right where `eps` is too small to matter. Where it matters, your steps have another length.",
    "To which number is `eps` added, and what is done to the sum?",
    shows=lambda case, answer: not case.plain and answer.values is not None,
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / np.maximum(np.sqrt(v / (1 - beta2**t)), eps)


@mistake(
    "adam",
    "adam-eps-fixed",
    "The steps are right until `eps` is chosen by the caller: yours is a number of your own.",
    "Which arguments does your function never use?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, 1e-8)


@mistake(
    "adam",
    "adam-betas-fixed",
    "The steps are right until the betas are chosen by the caller: yours are numbers of your own.",
    "Which arguments does your function never use?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, 0.9, 0.999)
    return m, v, direction(m, v, t, 0.9, 0.999, eps)


@mistake(
    "adam",
    "adam-not-corrected",
    "With the usual betas your first step is about three times `lr`: the averages start at 0, and "
    "nothing corrects that.",
    "After one step m is only a tenth of g. What would make it g?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (np.sqrt(v) + eps)


@mistake(
    "adam",
    "adam-only-m-corrected",
    "Only m is corrected for its start at 0, v is not: with the usual betas the first step is "
    "some thirty times too long.",
    "Both averages start at 0.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) + eps)


@mistake(
    "adam",
    "adam-only-v-corrected",
    "Only v is corrected for its start at 0, m is not: with the usual betas the first step is ten "
    "times too short.",
    "Both averages start at 0.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (np.sqrt(v / (1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-v-not-squared",
    "The second average should measure size, but yours averages g itself: it can become negative, "
    "and the root of that is no number.",
    "What is averaged in v?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-v-absolute",
    "The second average is of |g|, and the root makes another scale of it.",
    "What is averaged in v, so that its root has the size of g?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.abs(g)
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-v-of-m",
    "The second average is of m², not of g².",
    "Which array do both averages look at?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * m**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-average-squared",
    "You square the whole share of the new gradient, with its factor (1 − beta2) too.",
    "Which of the two factors is squared, and which one is not?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + ((1 - beta2) * g) ** 2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-uphill",
    "You walk uphill: every step goes the wrong way.",
    "The gradient points to where the loss grows.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, -direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-beta-times-t",
    "With the usual betas step one is right, then it goes wild: you multiply beta by t.",
    "The betas are raised to a power.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1 * t) / (np.sqrt(np.abs(v / (1 - beta2 * t))) + eps)


@mistake(
    "adam",
    "adam-beta-times-t-under-root",
    "With the usual betas step one is right, then come roots of negative numbers: you multiply "
    "beta by t.",
    "The betas are raised to a power.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1 * t) / (np.sqrt(v / (1 - beta2 * t)) + eps)


@mistake(
    "adam",
    "adam-same-correction",
    "Every step is corrected like the first one: the power t is missing, or t never grows.",
    "After many steps the averages need next to no correction.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, 1, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-clock-from-zero",
    "Already your first step is no number: a correction divides by 0, as with t = 0, or a root is "
    "taken of a negative number.",
    "The first step has the number 1. And where are the brackets around 1 − beta^t?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t - 1, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-clock-ahead",
    "Your clock runs ahead by one: the first step is corrected as if it were the second.",
    "Where is t counted up, and with which number does it start?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t + 1, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-corrected-backwards",
    "You multiply by the correction where you should divide.",
    "After one step m is only a tenth of g. What would make it g?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m * (1 - beta1**t) / (np.sqrt(v * (1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-corrected-kept",
    "The corrected averages are carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return m, v, m / (np.sqrt(v) + eps)


@mistake(
    "adam",
    "adam-corrected-m-kept",
    "The corrected m is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    m = m / (1 - beta1**t)
    return m, v, m / (np.sqrt(v / (1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-corrected-v-kept",
    "The corrected v is carried into the next step, and there corrected again.",
    "Which averages go on, and which ones are used for this step only?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    v = v / (1 - beta2**t)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) + eps)


@mistake(
    "adam",
    "adam-betas-swapped",
    "The two betas have changed places.",
    "Which average has the longer memory?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta2, beta1)
    return m, v, direction(m, v, t, beta2, beta1, eps)


@mistake(
    "adam",
    "adam-corrections-swapped",
    "Each average is corrected with the beta of the other one.",
    "Which beta belongs to m, and which one to v?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta2, beta1, eps)


@mistake(
    "adam",
    "adam-one-beta-first",
    "Both averages run with beta1.",
    "v has a beta of its own.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta1)
    return m, v, direction(m, v, t, beta1, beta1, eps)


@mistake(
    "adam",
    "adam-one-beta-second",
    "Both averages run with beta2.",
    "m has a beta of its own.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta2, beta2)
    return m, v, direction(m, v, t, beta2, beta2, eps)


@mistake(
    "adam",
    "adam-shares-swapped",
    "The shares are the wrong way round: the old average gets 1 − beta, the new gradient beta.",
    "Should one gradient change the average a lot, or a little?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = (1 - beta1) * m + beta1 * g, (1 - beta2) * v + beta2 * g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-m-without-share",
    "The new gradient enters m with the full weight: m is a sum, not an average.",
    "The two shares of an average add up to 1.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + g, beta2 * v + (1 - beta2) * g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-v-without-share",
    "The new g² enters v with the full weight: v is a sum, not an average.",
    "The two shares of an average add up to 1.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-without-shares",
    "The new gradient enters both averages with the full weight: they are sums, not averages.",
    "The two shares of an average add up to 1.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = beta1 * m + g, beta2 * v + g**2
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-root-too-early",
    "The root is taken of v alone, and the correction divides the root.",
    "Correct v first. What is the root taken of, then?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (np.sqrt(v) / (1 - beta2**t) + eps)


@mistake(
    "adam",
    "adam-step-before-averages",
    "The step comes before the averages, so each gradient counts one step late.",
    "What should m and v know when the step is taken?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    return *averages(m, v, g, beta1, beta2), direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-correction-brackets",
    "1 − beta^t lacks its brackets: you divide by 1, and subtract beta^t.",
    "What is the number that m is divided by?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, (m / 1 - beta1**t) / (np.sqrt(np.abs(v / 1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-root-missing",
    "You divide by v itself: where gradients are small, the steps become huge.",
    "v measures g². What has the size of g?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) / (v / (1 - beta2**t) + eps)


@mistake(
    "adam",
    "adam-fraction-missing",
    "You multiply by the root of v where you should divide by it.",
    "Where gradients are large, should a step be longer or shorter?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t) * (np.sqrt(v / (1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-averages-reset",
    "The averages start anew at every step, so nothing is remembered.",
    "Before which loop are m and v made?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(0.0, 0.0, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-nothing-remembered",
    "Every step has the length `lr`, whatever came before: only the sign of g counts.",
    "Is there a step in which m and v still know the gradients before?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    return m, v, g / (np.abs(g) + eps)


@mistake(
    "adam",
    "adam-without-v",
    "This is momentum: nothing divides by the size of the gradients.",
    "What is the second average for?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m / (1 - beta1**t)


@mistake(
    "adam",
    "adam-bare-momentum",
    "This is momentum, and not corrected for its start at 0: v plays no part.",
    "What is the second average for?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, m


@mistake(
    "adam",
    "adam-without-m",
    "The step takes the newest gradient alone, and m plays no part.",
    "What is the first average for?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, g / (np.sqrt(v / (1 - beta2**t)) + eps)


@mistake(
    "adam",
    "adam-without-m-not-corrected",
    "The step takes the newest gradient alone, and v is not corrected for its start at 0.",
    "What is the first average for?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, g / (np.sqrt(v) + eps)


@mistake(
    "adam",
    "adam-plain-descent",
    "This is plain gradient descent: neither of the averages plays a part.",
    "Adam divides an average of the gradients by their size.",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    return m, v, g


@mistake(
    "adam",
    "adam-largest-v",
    "You keep the largest v so far: that is a variant called AMSGrad.",
    "v may shrink again, when the gradients do.",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params = dict(params)
    m, v, top = ({name: 0.0 * w for name, w in params.items()} for _ in range(3))
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            top[name] = np.maximum(top[name], v[name] / (1 - beta2**t))
            change = m[name] / (1 - beta1**t) / (np.sqrt(top[name]) + eps)
            params[name] = params[name] - lr * change
    return params


@mistake(
    "adam",
    "adam-rate-fixed",
    "The step length is a number of your own, and `lr` plays no part.",
    "Which arguments does your function never use?",
    fixed=(0.01, 0.1, 1.0),
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8, fixed=0.001):
    return adam(params, grads_per_step, fixed, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-rate-shrinks",
    "Your steps become shorter by a factor that Adam does not have.",
    "Where does t enter, besides in the two corrections?",
)
@adam_of
def _(m, v, g, t, beta1, beta2, eps):
    m, v = averages(m, v, g, beta1, beta2)
    return m, v, direction(m, v, t, beta1, beta2, eps) / np.sqrt(t)


@mistake(
    "adam",
    "adam-clock-per-parameter",
    "In step one the first parameter is right and the next ones are not: your clock ticks once for "
    "each parameter.",
    "In which of the two loops is t counted?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, t = dict(params), 0
    m, v = ({name: 0.0 * w for name, w in params.items()} for _ in range(2))
    for grads in grads_per_step:
        for name in params:
            t += 1
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m[name], v[name], t, beta1, beta2, eps)
    return params


@mistake(
    "adam",
    "adam-clock-per-layer",
    "In step one the first layer is right and the next ones are not: your clock ticks once for "
    "each layer.",
    "In which of the two loops is t counted?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, t = dict(params), 0
    m, v = ({name: 0.0 * w for name, w in params.items()} for _ in range(2))
    for grads in grads_per_step:
        for name in params:
            t += name.startswith("W")
            m[name], v[name] = averages(m[name], v[name], grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m[name], v[name], t, beta1, beta2, eps)
    return params


@mistake(
    "adam",
    "adam-first-step-only",
    "You return after the first step.",
    "How far is the last line indented?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam(params, grads_per_step[:1], lr, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-last-step-only",
    "The parameters move in the last step only, or every step starts again from the first values.",
    "Where should a step start from?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    before = adam(params, grads_per_step[:-1], lr, beta1, beta2, eps)
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: params[name] + after[name] - before[name] for name in params}


@mistake(
    "adam",
    "adam-last-gradient-only",
    "Only the last of the gradients is used.",
    "How many steps should there be?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam(params, grads_per_step[-1:], lr, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-order-reversed",
    "The gradients are taken from the last to the first.",
    "The first entry of the list belongs to the first step.",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam(params, grads_per_step[::-1], lr, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-one-step-of-mean",
    "The gradients of all steps are averaged, and one step is taken with their mean.",
    "How many steps should there be?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    mean = {name: np.mean([g[name] for g in grads_per_step], axis=0) for name in grads_per_step[0]}
    return adam(params, [mean], lr, beta1, beta2, eps)


@mistake(
    "adam",
    "adam-stands-still",
    "Some of the parameters, or all, come back as they went in.",
    "Into which dictionary do you write the new values, and which one do you return? Does a loop "
    "end too early?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return dict(params)


@mistake(
    "adam",
    "adam-change-returned",
    "You return how far the parameters moved, not where they are.",
    "Where does the step start from?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: after[name] - params[name] for name in params}


@mistake(
    "adam",
    "adam-biases-forgotten",
    "The weights are right, but the biases have not moved.",
    "Over which names does your loop run?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    return {name: after[name] if name[0] == "W" else params[name] for name in params}


@mistake(
    "adam",
    "adam-shared-averages",
    "All parameters share one m and one v, and their shapes don't fit each other.",
    "How many running averages are there: one pair, or a pair for each parameter?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    params, m, v = dict(params), 0.0, 0.0
    for t, grads in enumerate(grads_per_step, start=1):
        for name in params:
            m, v = averages(m, v, grads[f"d{name}"], beta1, beta2)
            params[name] = params[name] - lr * direction(m, v, t, beta1, beta2, eps)
    return params


@mistake(
    "adam",
    "adam-names-without-d",
    "You look up the gradients under the names of the parameters: in `grads` they have a d in "
    "front.",
    "Under which name is the gradient of W1?",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return {name: params[name] - lr * grads_per_step[0][name] for name in params}


@mistake(
    "adam",
    "adam-arguments-overwritten",
    "The steps are right, but they are written into what you were given: whoever called your "
    "function has lost the values from before.",
    "Is the dictionary a new one? And the arrays: `x -= 1` changes the old one.",
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    after = adam(params, grads_per_step, lr, beta1, beta2, eps)
    for name, value in after.items():
        params[name][...] = value
    return params


@mistake(
    "adam",
    "adam-corrections-in-rate",
    "Both corrections stand in the learning rate, so `eps` is added to a v without correction: in "
    "the first steps it weighs more than in the order of the formulas.",
    note=True,
)
def _(params, grads_per_step, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return adam_with_eps_scaled(params, grads_per_step, lr, beta1, beta2, eps)


# What is left: which of the steps is the first wrong one


@rule(
    "adam-later-steps",
    "The first step is right, the later ones are not: something that should be carried from step "
    "to step, or counted, is not.",
    "Do the second step by hand: which numbers does it need from the first?",
)
def _(seen):
    return seen.exercise.name == "adam" and len(seen.case.args[1]) > 1


@rule(
    "adam-first-step",
    "The very first step is off: each number whose gradient is not 0 should move by `lr`, whatever "
    "the size of the gradient.",
    "Follow one number through m, v, their corrections and the step.",
)
def _(seen):
    return seen.exercise.name == "adam"
