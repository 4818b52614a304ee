"""The passes of a network beside the right ones, with numbers of our own in its parameters."""

import numpy as np

from ....layers import sigmoid
from ...engine.properties import Found
from ...engine.reading import numbers
from ...engine.verdict import WRONG
from ...notebook_04.step_factors import factor, near
from ..nonlinearities import LINEAR, NAMED, gradients, predicted
from ..training_faults import close
from .caches import growing
from .found_parameters import contrary, fitting, parameters, steep
from .layouts import count_of, one_by_one, shapes_of, with_biases_inside
from .offered_gradients import as_function, offered

SEEN = 1e-3  # of a factor of a gradient


# Forward


def formula(lab):
    """The two plainest networks; the others follow where their gradients are looked at."""
    for setting in lab.settings()[:2]:
        yield from formula_in(lab, *setting)


def formula_in(lab, sizes, activation):
    yield from turned(lab, sizes, activation)
    one = parameters(lab, sizes, activation)
    if one.layout is not None:
        return
    told = f"with sizes {sizes} and {activation}, p is not what its parameters give"
    if not one.count:
        yield Found("network-numbers-unseen", "it keeps no numbers that p depends on")
    yield from counted(one, sizes)
    yield from other_formula(lab, one, sizes, activation, told)


def turned(lab, sizes, activation):
    """Whether a matrix in `params` has another shape than the notebooks use."""
    params = names_in_params(lab.new(sizes, activation), sizes)
    for name, shape in shapes_of(sizes).items():
        if params and name[0] == "W" and np.shape(params[name]) != shape:
            told = f"`{name}` has the shape {np.shape(params[name])}; expected {shape}"
            yield Found("network-weights-shape", told)


def names_in_params(net, sizes):
    """Its dictionary `params`, if it has W1, b1, ...; else None."""
    params = getattr(net, "params", None)
    there = isinstance(params, dict) and all(name in params for name in shapes_of(sizes))
    return params if there else None


def counted(one, sizes):
    """Whether p depends on as many numbers as such a network has."""
    count, units, layers = count_of(sizes), sum(sizes[1:]), len(sizes) - 1
    told = f"sizes {sizes}: p depends on {one.count} of the {count} numbers of such a network"
    single = sum(np.prod(shape) == 1 for shape in one.shapes)
    if one.count == count - units:
        yield Found("network-biases-unused", told)
    if one.count == count - units + layers and single >= layers:
        yield Found("network-bias-for-a-layer", told)
    if one.count < count:
        yield Found("network-numbers-missing", told)


def other_formula(lab, one, sizes, activation, told):
    """What a wrong forward pass makes of the parameters, where it is known which they are."""
    kinds = {
        "forward-range": (predicted, sigmoid),
        "hidden-line": (all_linear, np.positive),
        "biases-unused": (without_biases, np.positive),
    }
    for id, how in kinds.items():
        if fitting(lab, one, sizes, activation, *how):
            yield Found(f"network-{id}", told)
    if apart(one, sizes) or not is_blank(lab, one, sizes, activation):
        yield Found("network-forward-wrong", told)


def all_linear(bend, x, params):
    return predicted(LINEAR, x, params)


def without_biases(bend, x, params):
    return predicted(bend, x, {name: v * (name[0] == "W") for name, v in params.items()})


def is_blank(lab, one, sizes, activation):
    """Whether p is 1/2 where all numbers are 0, whatever their order."""
    net = lab.new(sizes, activation)
    with one.holding(net, np.zeros(one.count)):
        return one.count != count_of(sizes) or close(lab.p(net), np.full((len(lab.x), 1), 0.5))


def apart(one, sizes):
    """Whether each parameter, or each layer, has an array: then it is known which they are."""
    arrays = [np.empty(shape) for shape in one.shapes]
    ways = (
        one_by_one(arrays, list(shapes_of(sizes).items())),
        with_biases_inside(arrays, sizes),
    )
    return any(next(way, None) for way in ways)


# Backward


def moving_at_once(lab):
    """`backward` must leave the parameters to `step`."""
    net = lab.new()
    p = lab.p(net)
    net.backward(lab.y.copy())
    if not close(lab.p(net), p, 1e-12):
        yield Found("network-backward-moves", "after `backward`, before any `step`, p is another")


def gradient(lab):
    """The gradients beside the right ones, if it offers any; its steps are looked at later."""
    for setting in lab.settings():
        yield from formula_in(lab, *setting)
        if not (yield from gradient_in(lab, *setting)):
            return


def gradient_in(lab, sizes, activation):
    """Whether there are gradients to compare; with fewer examples too, and with p near 0 and 1."""
    net, one = lab.new(sizes, activation), parameters(lab, sizes, activation)
    known, ordinary = named_by_itself(net, one, sizes), lab.values[: one.count]
    for n, vector in ((5, ordinary), (3, ordinary), (5, steep(lab, net, one))):
        x = lab.x[:n]
        with one.holding(net, vector):
            p = lab.p(net, x)
            y = lab.y[:n] if vector is ordinary else contrary(p)
            grads = offered(net, net.backward(y.copy()))
        if not (known and grads):
            return False
        beside = both_gradients(x, y, one.named(vector), activation)
        yield from compared(lab, grads, *beside, (sizes, activation, n), vector is ordinary)
    return True


def both_gradients(x, y, params, activation):
    """The gradients of the cross-entropy, and those of half the squared error."""
    bend = NAMED[activation]
    p = predicted(bend, x, params)
    labels = y, p - (p - y) * p * (1 - p)  # with the second ones dz is that of the squared error
    return [gradients(bend, x, one, params) for one in labels]


def named_by_itself(net, one, sizes):
    """Whether it calls its parameters W1, b1, ..., and so its gradients dW1, db1, ..."""
    return one.layout is not None and names_in_params(net, sizes) is not None


def compared(lab, grads, right, squared, setting, ordinary):
    missing = [name for name in right if name not in grads]
    if missing:
        told = f"there are {', '.join(map(str, grads))}"
        yield Found("network-gradient-missing", told, told_missing(missing[0], grads))
    got = {name: got_for(name, grads) for name in right}
    wrong = [name for name, one in times(got, right).items() if not near(one, 1, SEEN)]
    if not wrong:
        return
    name, told = wrong[0], told_slope(wrong[0], *setting)
    if got[name].shape != right[name].shape:
        told = f"`{name}` has the shape {got[name].shape}; expected {right[name].shape}"
    first, *others = times(got, squared).values()
    if first > 0 and all(near(one, first, SEEN) for one in others):
        yield Found("network-squared-error", told, "gradients are those of")
    yield from growing(lab)
    if not ordinary and not lab.kind(*setting):
        yield Found("network-gradient-wrong-when-sure", told)
    yield from wrong_gradient(lab, told, f"`{name}`", setting)


def times(got, right):
    """{name: how many times the right gradient it is, or nan}."""
    return {name: factor(0 * one, -got[name], one, SEEN) for name, one in right.items()}


def got_for(name, grads):
    return np.atleast_2d(numbers(grads[name], f"for `{name}` your class"))


def told_missing(name, grads):
    if name[1:] in grads:
        return f"`{name}`, but `{name[1:]}`: the gradient has a d before the name."
    return f"`{name}`: does the loop reach layer {name[2:]}?"


def told_slope(name, sizes, activation, n):
    return f"sizes {sizes}, {activation}, {n} examples: `{name}` is not the slope of the loss"


def wrong_gradient(lab, told, where, setting):
    kind = lab.kind(*setting)
    if not kind:
        yield from as_backward(lab, told)
    yield Found(f"network-gradient-wrong{kind and '-'}{kind}", told, where)


def as_backward(lab, told, whose="Your `backward`"):
    """The mistake of 03's `backward` that its passes, or its steps, show."""
    verdict = as_function(lab)
    if verdict.outcome == WRONG and verdict.mistake:
        yield Found(verdict.mistake, told, f"{whose}: {verdict.message}")
