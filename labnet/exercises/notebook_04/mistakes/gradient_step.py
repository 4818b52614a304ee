"""Mistakes in `gradient_step` of notebook 04."""

import re

import numpy as np

from ...engine.catalogue import rows_of
from ..exercises import NAMES, gradient_step
from ..step_factors import factor, kept_names, near

# gradient_step(params, grads, lr)


def each(new):
    """A gradient_step that makes new(v, dv, lr) of every parameter v."""
    return lambda params, grads, lr: {k: new(v, grads[f"d{k}"], lr) for k, v in params.items()}


def moving_only(test):
    """A gradient_step that moves only the parameters with test(name)."""

    def step(params, grads, lr):
        return params | gradient_step({k: v for k, v in params.items() if test(k)}, grads, lr)

    return step


def factors(case, answer):
    """{name: how many times the right step it has moved}; nan where it has moved otherwise."""
    if answer.values is None or answer.changed:
        return {}
    params, grads, lr = case.args
    after = answer.values
    return {name: factor(v, after[name], lr * grads[f"d{name}"]) for name, v in params.items()}


def steps(test):
    """Whether test(moved, lr) holds for the step of every parameter, biases too."""

    def holds(case, answer):
        found = factors(case, answer)
        return bool(found) and all(test(one, case.args[2]) for one in found.values())

    return holds


def times(wanted):
    """Whether every parameter has moved wanted(lr) times the right step."""
    return steps(lambda moved, lr: near(moved, wanted(lr)))


def is_weight(name):
    return name[0] == "W"


def is_bias(name):
    return name[0] == "b"


def kept(test):
    """Whether test(name) tells which parameters stay where they are; the others move rightly."""

    def holds(case, answer):
        names = kept_names(factors(case, answer))
        return bool(names) and names == [name for name in case.args[0] if test(name)]

    return holds


wrong, weak = rows_of("gradient_step")


wrong("step-uphill", each(lambda v, dv, lr: v + lr * dv), shows=times(lambda lr: -1)).says(
    "You walk uphill: the loss will grow.",
    "The gradient points to where the loss rises. Which way should the step go?",
)


wrong("step-stands-still", each(lambda v, dv, lr: v), shows=times(lambda lr: 0)).says(
    "Nothing moves: you return the old numbers.",
    "Where does the step end up? It must reach what you return.",
)


wrong("step-biases-stay", moving_only(is_weight), shows=kept(is_bias)).says(
    "The weights move, but the biases stay where they are.",
    "Every parameter has its gradient, biases too.",
)


wrong("step-weights-stay", moving_only(is_bias), shows=kept(is_weight)).says(
    "The biases move, but the weights stay where they are.",
    "Every parameter has its gradient, weights too.",
)


wrong(
    "step-some-stay",
    moving_only(lambda name: name == "W1"),
    shows=lambda case, answer: bool(kept_names(factors(case, answer))),
).says(
    "Only some of the parameters move; others stay where they are.",
    "Does your loop reach all layers, whatever their number is?",
)


wrong("step-rate-missing", each(lambda v, dv, lr: v - dv), shows=times(lambda lr: 1 / lr)).says(
    "The learning rate is missing: your step is the whole gradient.",
    "Does the `lr` of the call reach your line as it is?",
)


wrong("step-rate-twice", each(lambda v, dv, lr: v - lr * lr * dv), shows=times(lambda lr: lr)).says(
    "The learning rate comes in twice.",
    "Is the gradient multiplied with it in one line, and the step once more in another?",
)


wrong(
    "step-divided-by-rate", each(lambda v, dv, lr: v - dv / lr), shows=times(lambda lr: lr**-2)
).says(
    "You divide by the learning rate: then a smaller one makes longer steps.",
    "Should half the rate make the step half as long, or twice?",
)


wrong(
    "step-rate-fixed",
    lambda params, grads, lr, rate=0.3: gradient_step(params, grads, rate),
    rate=(0.5, 0.1, 0.05, 0.03, 0.01, 0.001),
).says(
    "Your step has a learning rate of its own: a fixed number in place of `lr`.",
    "Does the `lr` of the call reach your line as it is?",
)


wrong(
    "step-uphill-without-rate", each(lambda v, dv, lr: v + dv), shows=times(lambda lr: -1 / lr)
).says(
    "Two things at once: you walk uphill, and the learning rate is missing.",
    "The gradient points to where the loss rises. And which argument did not appear in your line?",
)


wrong(
    "step-uphill-other-length",
    each(lambda v, dv, lr: v + 2 * lr * dv),
    shows=steps(lambda moved, lr: moved < 0),
).says(
    "Two things at once: you walk uphill, and the length of your steps is not right either.",
    "The gradient points to where the loss rises. And is there a factor besides the rate?",
)


def one_length(case, answer):
    found = list(factors(case, answer).values())
    alike = bool(found) and all(near(one, found[0]) and one > 0 for one in found)
    return alike and f"{found[0]:.3g}"


wrong("step-other-length", each(lambda v, dv, lr: v - 2 * lr * dv), shows=one_length).says(
    "The direction is right, but the length is not: each step is about {} times as long as it "
    "should be.",
    "Look for a factor besides the learning rate, or a fixed number in place of `lr`.",
)


wrong(
    "step-some-directions",
    lambda params, grads, lr: gradient_step(params, grads | {"db1": -grads["db1"]}, lr),
    shows=steps(lambda moved, lr: np.isfinite(moved)),
).says(
    "Some parameters take another step than the others: longer, shorter, backwards, or none.",
    "Each of them should be treated by the same line.",
)


wrong("step-alone-returned", each(lambda v, dv, lr: lr * dv)).says(
    "You return the step alone: it still has to be taken, from where the parameter is.",
    "What was the old number, and what becomes of it?",
)


wrong("step-backwards-returned", each(lambda v, dv, lr: -lr * dv)).says(
    "You return the step alone, with its minus: it still has to be added to the old number.",
    "What was the old number, and what becomes of it?",
)


wrong("step-difference-reversed", each(lambda v, dv, lr: lr * dv - v)).says(
    "The difference is the wrong way round: you take the old number away from the step.",
    "For a tiny learning rate, should the new number be near the old one, or near its negative?",
)


wrong("step-gradient-returned", each(lambda v, dv, lr: dv)).says(
    "You return the gradients themselves.", "What was the old number, and how far does it go?"
)


wrong("step-sign-only", each(lambda v, dv, lr: v - lr * np.sign(dv))).says(
    "Every number moves by the same amount, whether its gradient is large or small.",
    "Where it is steep the step should be longer. Is only the sign of the gradient left?",
)


wrong("step-one-direction", each(lambda v, dv, lr: v - lr * np.abs(dv))).says(
    "Your steps all go the same way: the sign of the gradient is lost.",
    "Is there an absolute value in your line?",
)


wrong("step-gradient-squared", each(lambda v, dv, lr: v - lr * dv**2)).says(
    "The gradient comes in squared, so its sign is lost.",
    "How often does the gradient stand in your line?",
)


wrong("step-unit-length", each(lambda v, dv, lr: v - lr * dv / np.linalg.norm(dv))).says(
    "You have made each gradient one unit long: near the bottom, where it gets short, the step "
    "should get shorter too.",
    "Use the gradient as it is.",
)


wrong("step-brackets", each(lambda v, dv, lr: lr * (v - dv))).says(
    "The learning rate multiplies the old number too.",
    "Which part belongs in brackets: what is it that is made small?",
)


wrong("step-rate-on-the-old", each(lambda v, dv, lr: lr * v - dv)).says(
    "The learning rate multiplies the old number, not the gradient.",
    "For a tiny learning rate, should the new number be near the old one, or near 0?",
)


wrong("step-multiplied", each(lambda v, dv, lr: v * (1 - lr * dv))).says(
    "You shrink or stretch the old number in proportion to the gradient: a number that is 0 could "
    "never move.",
    "The step is taken away from the old number, whatever its size is.",
)


wrong("step-decays", each(lambda v, dv, lr: v - lr * v)).says(
    "Every number shrinks by the same share: the gradient does not come in at all.",
    "Which dictionary have you read twice?",
)


wrong("step-mean-gradient", each(lambda v, dv, lr: v - lr * np.mean(dv))).says(
    "All entries of a parameter move by the same amount: you have averaged the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)


wrong("step-summed-gradient", each(lambda v, dv, lr: v - lr * np.sum(dv))).says(
    "All entries of a parameter move by the same amount: you have summed the gradient.",
    "Each weight has its own entry in the gradient, at the same place.",
)


wrong("step-clipped", each(lambda v, dv, lr: v - lr * np.clip(dv, -0.1, 0.1))).says(
    "Long steps are cut off: the gradient has been limited.", "Use the gradient as it is."
)


# gradient_step(params, grads, lr): dictionaries and their names


def moved_rightly(case, answer):
    right = gradient_step(*case.args)
    return answer.values is not None and all(
        np.allclose(answer.values[name], v) for name, v in right.items()
    )


def into_the_given(params, grads, lr):
    params.update(gradient_step(params, grads, lr))
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
        params[name] -= lr * grads[f"d{name}"]
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


wrong(
    "step-in-place-and-nothing-returned",
    lambda params, grads, lr: params.update(gradient_step(params, grads, lr)),
    shows=lambda case, answer: 0 in answer.changed and answer.event == "returned-nothing",
).says(
    "You have changed what you were given, and returned nothing: a new dictionary is asked for.",
    "`v -= step` writes into the array that is there, and `params[name] = …` into the dictionary. "
    "What makes a new one, and who gets it?",
)


def missing_key(test):
    """Whether a name was asked for that is in neither dictionary; test(name, params, grads)."""

    def holds(case, answer):
        key = answer.error.args[0] if isinstance(answer.error, KeyError) else None
        return isinstance(key, str) and test(key, *case.args[:2])

    return holds


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
    lambda params, grads, lr: gradient_step(grads, params, lr),
    shows=missing_key(lambda key, params, grads: key[:2] == "dd"),
).says(
    "The two dictionaries are exchanged: the first argument holds the parameters, the second one "
    "their gradients.",
    "Compare the order of your arguments with the exercise.",
)


def no_such_name(case, answer):
    """Which name was asked for, if no network has such a one, be it a parameter or a gradient."""
    if missing_key(lambda key, *_: re.fullmatch(r"d*[Wb]\d+", key) is None)(case, answer):
        key = answer.error.args[0]
        return f"{'gradient' if key[:1] == 'd' else 'entry'} called `{key}`"
    return False


wrong(
    "step-no-such-name",
    lambda params, grads, lr: {name: v - lr * grads[f"d{name}"] for name, v in params},
    shows=no_such_name,
).says(
    "There is no {}.",
    "Print the name your loop gives: is `.items()`, or the f of an f-string, missing?",
)


def knows_one_network(case, answer):
    """Whether a name of another network is asked for, or only those of a smaller one come back."""
    cut = answer.event == "missing-name" and len(case.args[0]) > 2 and "W1" in answer.told
    return cut or missing_key(is_of_another)(case, answer)


def is_of_another(key, params, grads):
    return key not in params and key not in grads and key[:2] != "dd"


wrong(
    "step-fixed-names",
    lambda params, grads, lr: {k: params[k] - lr * grads[f"d{k}"] for k in NAMES[2:]},
    shows=knows_one_network,
).says(
    "Your function knows the names of one network only: with another number of layers it fails.",
    "A loop over the dictionary's own names works for any network.",
)


wrong(
    "step-results-named-after-gradients",
    lambda *args: {f"d{name}": v for name, v in gradient_step(*args).items()},
    shows=lambda case, answer: answer.event == "missing-name" and " dW" in answer.told,
).says(
    "Your new dictionary has the names of the gradients: the parameters keep their own.",
    "Under which name will `forward` look for the new `W1`?",
)


wrong(
    "step-results-missing",
    lambda *args: dict([*gradient_step(*args).items()][:1]),
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
