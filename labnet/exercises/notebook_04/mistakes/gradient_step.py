"""Mistakes in `gradient_step` of notebook 04."""

import re

import numpy as np

from ...engine.catalogue import rows_of
from ..step_factors import kept_names, near
from .init_layer import factors, kept, missing_key, steps

wrong, weak = rows_of("gradient_step")


wrong(
    "step-uphill",
    lambda params, grads, lr: {name: v + lr * grads["d" + name] for name, v in params.items()},
    shows=steps(lambda factor, lr: near(factor, -1)),
).says(
    "You walk uphill: the loss will grow.",
    "The gradient points to where the loss rises. Which way should the step go?",
)


def stands_still(params, grads, lr):
    step = {name: lr * grads["d" + name] for name in params}
    return {name: v for name, v in params.items() if name in step}


wrong("step-stands-still", stands_still, shows=steps(lambda factor, lr: near(factor, 0))).says(
    "Nothing moves: you return the old numbers.",
    "Where does the step end up? It must reach what you return.",
)


wrong(
    "step-biases-stay",
    lambda params, grads, lr: {
        k: v - lr * grads["d" + k] if k[0] == "W" else v for k, v in params.items()
    },
    shows=kept(lambda name: name[0] == "b"),
).says(
    "The weights move, but the biases stay where they are.",
    "Every parameter has its gradient, biases too.",
)


wrong(
    "step-weights-stay",
    lambda params, grads, lr: {
        k: v - lr * grads["d" + k] if k[0] == "b" else v for k, v in params.items()
    },
    shows=kept(lambda name: name[0] == "W"),
).says(
    "The biases move, but the weights stay where they are.",
    "Every parameter has its gradient, weights too.",
)


def some_stay(params, grads, lr):
    last = f"W{len(params) // 2}"
    return {k: v - lr * grads["d" + k] if k == last else v for k, v in params.items()}


wrong(
    "step-some-stay", some_stay, shows=lambda case, answer: bool(kept_names(factors(case, answer)))
).says(
    "Only some of the parameters move; others stay where they are.",
    "Does your loop reach all layers, whatever their number is?",
)


wrong(
    "step-rate-missing",
    lambda params, grads, lr: {name: v - grads["d" + name] for name, v in params.items()},
    shows=steps(lambda factor, lr: near(factor, 1 / lr)),
).says(
    "The learning rate is missing: your step is the whole gradient.",
    "Which of the three arguments did not appear in your line?",
)


wrong(
    "step-rate-twice",
    lambda params, grads, lr: {
        name: v - lr * (lr * grads["d" + name]) for name, v in params.items()
    },
    shows=steps(near),
).says(
    "The learning rate comes in twice.",
    "Is the gradient multiplied with it in one line, and the step once more in another?",
)


wrong(
    "step-divided-by-rate",
    lambda params, grads, lr: {name: v - grads["d" + name] / lr for name, v in params.items()},
    shows=steps(lambda factor, lr: near(factor, 1 / lr**2)),
).says(
    "You divide by the learning rate: then a smaller one makes longer steps.",
    "Should half the rate make the step half as long, or twice?",
)


wrong(
    "step-rate-fixed",
    lambda params, grads, lr, rate=0.3: {
        name: v - rate * grads["d" + name] for name, v in params.items()
    },
    rate=(0.5, 0.1, 0.05, 0.03, 0.01, 0.001),
).says(
    "Your step has a learning rate of its own: a fixed number in place of `lr`.",
    "Which of the three arguments did not appear in your line?",
)


wrong(
    "step-uphill-without-rate",
    lambda params, grads, lr: {name: v + grads["d" + name] for name, v in params.items()},
    shows=steps(lambda factor, lr: near(factor, -1 / lr)),
).says(
    "Two things at once: you walk uphill, and the learning rate is missing.",
    "The gradient points to where the loss rises. And which argument did not appear in your line?",
)


wrong(
    "step-uphill-other-length",
    lambda params, grads, lr: {name: v + 2 * lr * grads["d" + name] for name, v in params.items()},
    shows=steps(lambda factor, lr: factor < 0),
).says(
    "Two things at once: you walk uphill, and the length of your steps is not right either.",
    "The gradient points to where the loss rises. And is there a factor besides the rate?",
)


wrong(
    "step-other-length",
    lambda params, grads, lr: {
        name: v - lr * grads["d" + name] / len(params) for name, v in params.items()
    },
    shows=lambda case, answer: one_length(list(factors(case, answer).values())),
).says(
    "The direction is right, but the length is not: each step is about {} times as long as it "
    "should be.",
    "Look for a factor besides the learning rate, or a fixed number in place of `lr`.",
)


def one_length(found):
    alike = bool(found) and all(near(one, found[0]) and one > 0 for one in found)
    return alike and f"{found[0]:.3g}"


wrong(
    "step-some-directions",
    lambda params, grads, lr: {
        k: v + (-lr if k[0] == "W" else lr) * grads["d" + k] for k, v in params.items()
    },
    shows=lambda case, answer: (
        bool(found := factors(case, answer)) and (np.isfinite(list(found.values())).all())
    ),
).says(
    "Some parameters take another step than the others: longer, shorter, or backwards.",
    "Each of them should be treated by the same line.",
)


wrong(
    "step-alone-returned",
    lambda params, grads, lr: {name: lr * grads["d" + name] for name in params},
).says(
    "You return the step alone: it still has to be taken, from where the parameter is.",
    "What was the old number, and what becomes of it?",
)


wrong(
    "step-backwards-returned",
    lambda params, grads, lr: {name: -lr * grads["d" + name] for name in params},
).says(
    "You return the step alone, with its minus: it still has to be added to the old number.",
    "What was the old number, and what becomes of it?",
)


wrong(
    "step-difference-reversed",
    lambda params, grads, lr: {name: lr * grads["d" + name] - v for name, v in params.items()},
).says(
    "The difference is the wrong way round: you take the old number away from the step.",
    "For a tiny learning rate, should the new number be near the old one, or near its negative?",
)


wrong(
    "step-gradient-returned", lambda params, grads, lr: {name: grads["d" + name] for name in params}
).says("You return the gradients themselves.", "What was the old number, and how far does it go?")


wrong(
    "step-sign-only",
    lambda params, grads, lr: {
        name: v - lr * np.sign(grads["d" + name]) for name, v in params.items()
    },
).says(
    "Every number moves by the same amount, whether its gradient is large or small.",
    "Where it is steep the step should be longer. Is only the sign of the gradient left?",
)


wrong(
    "step-one-direction",
    lambda params, grads, lr: {
        name: v - lr * np.abs(grads["d" + name]) for name, v in params.items()
    },
).says(
    "Your steps all go the same way: the sign of the gradient is lost.",
    "Is there an absolute value in your line?",
)


wrong(
    "step-gradient-squared",
    lambda params, grads, lr: {name: v - lr * grads["d" + name] ** 2 for name, v in params.items()},
).says(
    "The gradient comes in squared, so its sign is lost.",
    "How often does the gradient stand in your line?",
)


wrong(
    "step-unit-length",
    lambda params, grads, lr: {
        k: v - lr * grads["d" + k] / np.linalg.norm(grads["d" + k]) for k, v in params.items()
    },
).says(
    "You have made each gradient one unit long: near the bottom, where it gets short, the step "
    "should get shorter too.",
    "Use the gradient as it is.",
)


wrong(
    "step-brackets",
    lambda params, grads, lr: {name: lr * (v - grads["d" + name]) for name, v in params.items()},
).says(
    "The learning rate multiplies the old number too.",
    "Which part belongs in brackets: what is it that is made small?",
)


wrong(
    "step-rate-on-the-old",
    lambda params, grads, lr: {name: lr * v - grads["d" + name] for name, v in params.items()},
).says(
    "The learning rate multiplies the old number, not the gradient.",
    "For a tiny learning rate, should the new number be near the old one, or near 0?",
)


wrong(
    "step-multiplied",
    lambda params, grads, lr: {
        name: v * (1 - lr * grads["d" + name]) for name, v in params.items()
    },
).says(
    "You shrink or stretch the old number in proportion to the gradient: a number that is 0 could "
    "never move.",
    "The step is taken away from the old number, whatever its size is.",
)


wrong(
    "step-decays", lambda params, grads, lr: {name: v - lr * v for name, v in params.items()}
).says(
    "Every number shrinks by the same share: the gradient does not come in at all.",
    "Which dictionary have you read twice?",
)


wrong(
    "step-mean-gradient",
    lambda params, grads, lr: {
        name: v - lr * np.mean(grads["d" + name]) for name, v in params.items()
    },
).says(
    "All entries of a parameter move by the same amount: you have averaged the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)


wrong(
    "step-summed-gradient",
    lambda params, grads, lr: {
        name: v - lr * np.sum(grads["d" + name]) for name, v in params.items()
    },
).says(
    "All entries of a parameter move by the same amount: you have summed the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)


wrong(
    "step-clipped",
    lambda params, grads, lr: {
        name: v - lr * np.clip(grads["d" + name], -0.1, 0.1) for name, v in params.items()
    },
).says("Long steps are cut off: the gradient has been limited.", "Use the gradient as it is.")


def into_the_given(params, grads, lr):
    for name in params:
        params[name] = params[name] - lr * grads["d" + name]
    return params


wrong(
    "step-into-the-given",
    into_the_given,
    shows=lambda case, answer: 0 in answer.refilled and moved_rightly(case, answer),
).says(
    "You put the new numbers into the dictionary you were handed: begin with an empty one.",
    "Who still looks into `params` after your function, and what should be found there?",
)


def in_place(params, grads, lr):
    for name in params:
        params[name] -= lr * grads["d" + name]
    return params


wrong(
    "step-in-place",
    in_place,
    shows=lambda case, answer: 0 in answer.changed and moved_rightly(case, answer),
).says(
    "The new numbers are right, but they are written into what you were given: nobody can compare "
    "before and after.",
    "Is the dictionary a new one? And the arrays: `v -= step` writes into the old one.",
)


def moved_rightly(case, answer):
    params, grads, lr = case.args
    return answer.values is not None and all(
        np.allclose(answer.values[name], v - lr * grads["d" + name]) for name, v in params.items()
    )


def in_place_and_nothing_returned(params, grads, lr):
    for name in params:
        params[name] -= lr * grads["d" + name]


wrong(
    "step-in-place-and-nothing-returned",
    in_place_and_nothing_returned,
    shows=lambda case, answer: 0 in answer.changed and answer.event == "returned-nothing",
).says(
    "You have changed what you were given, and returned nothing: a new dictionary is asked for.",
    "`v -= step` writes into the array that is there, and `params[name] = …` into the dictionary. "
    "What makes a new one, and who gets it?",
)


wrong(
    "step-name-of-gradient",
    lambda params, grads, lr: {name: v - lr * grads[name] for name, v in params.items()},
    shows=missing_key(lambda key, params, grads: key in params),
).says(
    "You look for the gradient under the name of the parameter; but that of `W1` is called `dW1`.",
    "Which names do the two dictionaries have? Print their keys.",
)


wrong(
    "step-name-of-parameter",
    lambda params, grads, lr: {name: params[name] - lr * dv for name, dv in grads.items()},
    shows=missing_key(lambda key, params, grads: key in grads),
).says(
    "You look for the parameter under the name of its gradient; but that of `dW1` is called `W1`.",
    "Which names do the two dictionaries have? Print their keys.",
)


wrong(
    "step-dictionaries-exchanged",
    lambda grads, params, lr: {name: v - lr * grads["d" + name] for name, v in params.items()},
    shows=missing_key(lambda key, params, grads: key[:2] == "dd"),
).says(
    "The two dictionaries are exchanged: the first argument holds the parameters, the second one "
    "their gradients.",
    "Compare the order of your arguments with the exercise.",
)


wrong(
    "step-no-such-name",
    lambda params, grads, lr: {name: v - lr * grads[f"d{name}"] for name, v in params},
    shows=lambda case, answer: missing_key(is_no_name)(case, answer) and told_no_name(answer),
).says(
    "There is no {}.",
    "Print the name your loop gives: is `.items()`, or the f of an f-string, missing?",
)


wrong(
    "step-fixed-names",
    lambda params, grads, lr: {
        "W1": params["W1"] - lr * grads["dW1"],
        "b1": params["b1"] - lr * grads["db1"],
        "W2": params["W2"] - lr * grads["dW2"],
        "b2": params["b2"] - lr * grads["db2"],
        "W3": params["W3"] - lr * grads["dW3"],
        "b3": params["b3"] - lr * grads["db3"],
    },
    shows=lambda case, answer: missing_key(is_unknown)(case, answer) or is_cut(case, answer),
).says(
    "Your function knows the names of one network only: with another number of layers it fails.",
    "A loop over the dictionary's own names works for any network.",
)


def is_no_name(key, params, grads):
    """Whether no network has such a name, be it of a parameter or of a gradient."""
    return re.fullmatch(r"d*[Wb]\d+", key) is None


def told_no_name(answer):
    key = answer.error.args[0]
    return f"{'gradient' if key[:1] == 'd' else 'entry'} called `{key}`"


def is_unknown(key, params, grads):
    return key not in params and key not in grads and key[:2] != "dd"


def is_cut(case, answer):
    return answer.event == "missing-name" and len(case.args[0]) > 2 and "W1" in answer.told


wrong(
    "step-results-named-after-gradients",
    lambda params, grads, lr: {
        "d" + name: v - lr * grads["d" + name] for name, v in params.items()
    },
    shows=lambda case, answer: answer.event == "missing-name" and " dW" in answer.told,
).says(
    "Your new dictionary has the names of the gradients: the parameters keep their own.",
    "Under which name will `forward` look for the new `W1`?",
)


def results_missing(params, grads, lr):
    new = {}
    for name, v in params.items():
        new[name] = v - lr * grads["d" + name]
        return new


wrong(
    "step-results-missing",
    results_missing,
    shows=lambda case, answer: answer.event == "missing-name",
).says(
    "Not all parameters come back: some are missing in your new dictionary.",
    "Is your `return` inside the loop? Then it ends with the first parameter.",
)


def by_position(params, grads, lr):
    pairs = zip(params.items(), grads.values(), strict=True)
    return {name: v - lr * dv for (name, v), dv in pairs}


wrong("step-by-position", by_position).says(
    "You pair parameters and gradients by their position; but the gradients may come in another "
    "order, as a backward pass meets them from the last layer to the first.",
    "The names say which gradient belongs to which parameter.",
)


# accuracy(p, y)


def decided(p):
    return p > 0.5
