"""What can be wrong with a network class, in the order in which it is looked at.

The explorer's protocol: MyNetwork(sizes, activation="sigmoid", rng=None), forward(x), backward(y)
and step(lr). Where it keeps W1, b1 ... in `params`, its passes are compared with the right ones;
elsewhere its numbers are found wherever the object keeps them, and its behaviour is judged.
"""

import inspect
from copy import deepcopy

import numpy as np

from ...layers import sigmoid
from ..engine.attempt import is_stub
from ..engine.properties import Found
from ..engine.reading import UnfinishedError, numbers
from ..notebook_02.exercises import cross_entropy
from ..notebook_03.exercises import EXERCISES as PASSES
from ..notebook_04.step_factors import as_rows, factor, kept_names, near
from .training_faults import ATTEMPTS, LEARNED, close, easy

METHODS = ("forward", "backward", "step")
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
}
OTHERS = ([2, 3, 1], [2, 4, 3, 2, 1])  # sizes with fewer layers, and with more
STARTS = 20  # networks whose first predictions are looked at
SEEN = 1e-3  # of a factor of a step
NUDGE = 1e-5  # the step for a numerical slope
TINY, ROUGH = 1e-4, 0.05  # a small learning rate, and how far its effect may be off


class Lab:
    """Networks of one class, and data for them."""

    def __init__(self, cls, sizes, activation, rng):
        self.cls, self.sizes, self.activation = cls, sizes, activation
        self.seed = int(rng.integers(2**31))
        self.x = rng.uniform(-1, 1, (5, 2))
        self.y = np.array([[1.0], [0.0], [1.0], [1.0], [0.0]])
        self.values = rng.normal(size=1000)

    def new(self, sizes=None, activation=None, seed=0):
        rng = np.random.default_rng(self.seed + seed)
        return self.cls(
            list(sizes or self.sizes), activation=activation or self.activation, rng=rng
        )

    def p(self, net, x=None):
        """What forward gives, as an array."""
        return numbers(net.forward((self.x if x is None else x).copy()), "`forward`")

    def loss(self, net):
        return cross_entropy(self.p(net), self.y)


def faults_of_network(cls, sizes, activation, rng):
    lab, unwritten = Lab(cls, sizes, activation, rng), unwritten_methods(cls)
    for method, looks in LOOKS.items():
        if method in unwritten:
            raise UnfinishedError(told_unwritten(unwritten))
        for look in looks:
            with np.errstate(all="ignore"):
                yield from look(lab)


def unwritten_methods(cls):
    """The methods of which only the stub is there: that is no mistake yet."""
    own = [name for name in ("__init__", *METHODS) if name in vars(cls)]
    return [name for name in own if is_stub(vars(cls)[name])]


def told_unwritten(unwritten):
    """Which methods were looked at, those before the first stub, and which are stubs."""
    order = ("__init__", *METHODS)
    looked = order[: order.index(unwritten[0])]
    told = f"{listed(unwritten)} still {'has its' if len(unwritten) == 1 else 'have their'} `...`."
    if not looked:
        return told
    verb, them = ("is", "it") if len(looked) == 1 else ("are", "them")
    return f"{listed(looked)} {verb} written, and nothing is wrong with {them} so far; {told}"


def listed(names):
    """`a`, `b` and `c`"""
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}" if first else last


# Built, and asked for a prediction


def is_without_self(method):
    """Whether it is a plain function that takes one argument only, and so no `self` beside it."""
    return inspect.isfunction(method) and binds(method, 1) and not binds(method, 2)


def binds(function, count):
    try:
        inspect.signature(function).bind(*[None] * count)
    except TypeError:
        return False
    return True


def construction(lab):
    signature = inspect.signature(lab.cls)
    if "_init_" in vars(lab.cls):
        yield Found("network-init-misnamed", "it has `_init_`")
    for name in METHODS:
        method = vars(lab.cls).get(name)
        if is_without_self(method):
            told = f"{name}{inspect.signature(method)}"
            yield Found("network-self-missing", told, f"`{name}`")
    try:
        signature.bind(lab.sizes, activation="sigmoid", rng=None)
        signature.bind(lab.sizes)
    except TypeError as error:
        yield Found("network-arguments", f"{lab.cls.__name__}{signature}: {error}")
    if list(signature.parameters)[1:3] != ["activation", "rng"]:
        yield Found("network-arguments", f"{lab.cls.__name__}{signature}")
    net = lab.new()
    yield from without_generator(lab)
    missing = [name for name in METHODS if not callable(getattr(net, name, None))]
    if missing:
        names = ", ".join(name for name in vars(lab.cls) if name[0] != "_")
        yield Found("network-method-missing", f"it has {names or 'none'}", f"`{missing[0]}`")


def without_generator(lab):
    try:
        lab.cls(list(lab.sizes))
    except (AttributeError, TypeError) as error:
        if "NoneType" not in str(error):
            raise
        told = f"{lab.cls.__name__}({lab.sizes}): {type(error).__name__}: {error}"
        yield Found("network-without-generator", told)


def prediction(lab):
    net, x, n = lab.new(), lab.x.copy(), len(lab.x)
    given = net.forward(x)
    if isinstance(given, tuple):
        yield Found("network-forward-returns-more", f"`forward` returned {len(given)} things")
    p = numbers(given, "`forward`")
    if p.shape != (n, 1):
        kinds = {(n,): "network-forward-flat", (1, n): "network-forward-in-a-row"}
        told = f"for x of shape {x.shape} and sizes {lab.sizes} p has the shape {p.shape}"
        yield Found(kinds.get(p.shape, "network-forward-shape"), told)
    if not np.array_equal(x, lab.x):
        yield Found("network-changes-data", "after `forward` x holds other numbers")
    if not np.isfinite(p).all():
        yield Found("network-forward-no-number", f"p is {p.ravel()}")
    told = f"p goes from {p.min():.4g} to {p.max():.4g}"
    if not close(lab.p(net), p):
        yield Found("network-forward-unsteady", "two calls with the same x gave different p")
    if not close(lab.p(net, x[:2]), p[:2]):
        yield from growing(lab)
        yield Found("network-forward-mixes-rows", "the first two rows alone gave another p")
    if np.ptp(p) == 0:
        yield Found("network-forward-ignores-data", told)


def probabilities(lab):
    p = np.hstack([lab.p(lab.new(seed=seed)) for seed in range(STARTS)])
    if not ((p >= 0) & (p <= 1)).all():
        told = f"in {STARTS} networks p goes from {p.min():.4g} to {p.max():.4g}"
        yield Found("network-forward-range", told)


# What it is told at its birth


def chance(lab):
    p, same, other = (lab.p(lab.new(seed=seed)) for seed in (0, 0, 1))
    if not close(p, same):
        yield Found("network-generator-ignored", "two generators in the same state, different p")
    if close(p, other):
        yield Found("network-generator-made-anew", "two generators in different states, the same p")


def activations(lab):
    try:
        p = lab.p(lab.new(activation="tanh"), np.vstack([lab.x, -lab.x]))
    except Exception as error:
        yield Found("network-activation-unknown", f"{type(error).__name__}: {error}")
        return
    if not ((p >= 0) & (p <= 1)).all():
        yield Found("network-output-activation", f"with tanh p goes from {p.min():.4g}")
    if close(p[: len(lab.x)], lab.p(lab.new())):
        yield Found("network-activation-ignored", "with sigmoid and with tanh p is the same")


def depth(lab):
    p = lab.p(lab.new())
    wider = lab.p(lab.new(sizes=[2, 5, 4, 1]))
    if close(p, wider):
        yield Found("network-sizes-ignored", f"[2, 5, 4, 1] gives the same p as {lab.sizes}")
    for sizes in OTHERS:
        try:
            p = lab.p(lab.new(sizes))
        except Exception as error:
            yield Found("network-fixed-depth", f"{sizes}: {type(error).__name__}: {error}")
            return
        if p.shape != (len(lab.x), 1):
            yield Found("network-fixed-depth", f"{sizes}: p has the shape {p.shape}")


# Its passes, if it keeps W1, b1 ... in `params`


def known(lab, net, sizes):
    """Its parameters, filled with random numbers in place; None if they are not there for use."""
    params = getattr(net, "params", None)
    names = [f"{kind}{k}" for k in range(1, len(sizes)) for kind in "Wb"]
    if not isinstance(params, dict) or not all(is_array(params.get(name)) for name in names):
        return None
    before = lab.p(net)
    for name in names:
        params[name][...] = lab.values[: params[name].size].reshape(params[name].shape)
    return None if close(before, lab.p(net)) else {name: params[name] for name in names}


def is_array(value):
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"


def rows(params):
    return {name: as_rows(value) for name, value in params.items()}


def settings(lab):
    """(sizes, activation) of the networks whose passes are looked at, the plainest first."""
    return [(lab.sizes, "sigmoid"), (lab.sizes, "tanh"), *((one, "sigmoid") for one in OTHERS)]


def formula(lab):
    """The forward pass beside the right one."""
    for sizes, activation in settings(lab):
        net = lab.new(sizes, activation)
        params = known(lab, net, sizes)
        if params is None:
            continue
        params, p = rows(params), lab.p(net)
        shapes = {f"W{k}": (sizes[k - 1], sizes[k]) for k in range(1, len(sizes))}
        wrong = [name for name, shape in shapes.items() if params[name].shape != shape]
        if wrong:
            told = (
                f"`{wrong[0]}` has the shape {params[wrong[0]].shape}; expected {shapes[wrong[0]]}"
            )
            yield Found("network-weights-shape", told)
        if close(p, outputs(lab.x, params, activation)[-1]):
            continue
        told = f"with sizes {sizes} and {activation}, p is not what its parameters give"
        without = {name: v * (name[0] == "W") for name, v in params.items()}
        if close(p, outputs(lab.x, without, activation)[-1]):
            yield Found("network-biases-unused", told)
        if close(p, logit(outputs(lab.x, params, activation)[-1])):
            yield Found("network-forward-range", told)
        if close(p, outputs(lab.x, params, "none")[-1]):
            yield Found("network-hidden-line", told)
        yield Found("network-forward-wrong", told)


def outputs(x, params, activation):
    """[a0, a1, ... p]"""
    f = {"none": lambda z: z}.get(activation) or ACTIVATIONS[activation][0]
    a, last = [x], len(params) // 2
    for k in range(1, last + 1):
        z = a[-1] @ params[f"W{k}"] + params[f"b{k}"]
        a.append(sigmoid(z) if k == last else f(z))
    return a


def logit(p):
    return np.log(p / (1 - p))


def right_gradients(x, y, params, activation):
    """{name: gradient}, from the last layer to the first."""
    a, grads = outputs(x, params, activation), {}
    dz, slope = (a[-1] - y) / len(y), ACTIVATIONS[activation][1]
    for k in range(len(params) // 2, 0, -1):
        grads |= {f"W{k}": a[k - 1].T @ dz, f"b{k}": dz.sum(axis=0, keepdims=True)}
        dz = dz @ params[f"W{k}"].T * slope(a[k - 1])
    return grads


def gradient(lab):
    """The gradients beside the right ones; also for another number of examples than before."""
    for sizes, activation in settings(lab):
        net = lab.new(sizes, activation)
        params = known(lab, net, sizes)
        for n in (5, 3):
            x, y = lab.x[:n], lab.y[:n]
            try:
                net.forward(x.copy())
                grads = offered(net, net.backward(y.copy()))
            except Exception:
                yield from growing(lab)
                raise
            if params is not None and grads is not None:
                right = right_gradients(x, y, rows(params), activation)
                yield from compared(lab, grads, right, (n, sizes, activation))


def growing(lab):
    """A list of activations that goes on where the last forward stopped, if backward minds."""
    net, lengths = lab.new(), []
    for _ in range(2):
        net.forward(lab.x.copy())
        lengths.append({name: len(one) for name, one in caches(net)})
    one, two = lengths
    for name in one:
        if two[name] > one[name]:
            told = f"`{name}` has {one[name]} entries after one `forward`, {two[name]} after two"
            yield Found("network-cache-grows", told)


def caches(net):
    """The lists of arrays that an object keeps, with their names."""
    for name, value in getattr(net, "__dict__", {}).items():
        if isinstance(value, list) and all(isinstance(one, np.ndarray) for one in value):
            yield name, value


def offered(net, returned):
    """The gradients by name, if the class offers them: as returned, or in `grads`."""
    kept = getattr(net, "grads", None)
    return next((one for one in (kept, returned) if isinstance(one, dict) and one), None)


def compared(lab, grads, right, setting):
    n, sizes, activation = setting
    missing = [f"d{name}" for name in right if f"d{name}" not in grads]
    if missing:
        told = f"there are {', '.join(map(str, grads))}"
        yield Found("network-gradient-missing", told, told_missing(missing[0], grads))
    for name, expected in right.items():
        got = np.atleast_2d(numbers(grads[f"d{name}"], f"for `d{name}` your class"))
        if near(factor(0 * expected, -got, expected, SEEN), 1, SEEN):
            continue
        yield from growing(lab)
        where = f"`d{name}`"
        told = f"sizes {sizes}, {activation}, {n} examples: {where} is not the slope of the loss"
        if got.shape != expected.shape:
            told = f"{where} has the shape {got.shape}; expected {expected.shape}"
        place = elsewhere(lab, *setting)
        if place == "wrong":
            yield from as_function(lab, told)
        yield Found(f"network-gradient-{place}", told, where)


def told_missing(name, grads):
    if name[1:] in grads:
        return f"`{name}`, but `{name[1:]}`: the gradient has a d before the name."
    return f"`{name}`: does the loop reach layer {name[2:]}?"


def elsewhere(lab, n, sizes, activation):
    """What is special about the first setting in which a gradient is wrong."""
    if n < len(lab.x):
        return "wrong-for-others"
    if activation == "tanh":
        return "wrong-for-tanh"
    return "wrong" if sizes == lab.sizes else "wrong-for-depth"


def as_function(lab, told):
    """Its passes judged as the function `backward` of 03 is, which knows many mistakes."""
    (exercise,) = (one for one in PASSES if one.name == "backward")

    def backward(y, cache, params):
        net = lab.new([len(params["W1"]), len(params["W2"]), len(params["W3"]), 1], "sigmoid")
        for name, value in params.items():
            net.params[name][...] = np.reshape(value, net.params[name].shape)
        net.forward(cache["x"])
        return offered(net, net.backward(y))

    verdict = exercise.judge(backward)
    if verdict.mistake:
        yield Found(verdict.mistake, told, f"Your `backward`: {verdict.message}")


def explain(draws):
    """The mistake that the exercise `backward` has named, if every draw found the same."""
    given = [draw.given[0] for draw in draws]
    found = [one.values[""].item() if one.values else None for one in given]
    if None in found or len({one.id for one in found}) > 1:
        return None
    return found[0].id, found[0].fill


def repeated(lab):
    """A second backward, as the explorer calls it, must not change what the first one gave."""
    net = lab.new()
    lab.p(net)
    first = deepcopy(offered(net, net.backward(lab.y.copy())))
    second = offered(net, net.backward(lab.y.copy()))
    if first and not all(close(first[name], second[name]) for name in first):
        yield Found("network-gradients-add-up", "two calls of `backward` gave different gradients")


# Its steps


def stepping(lab):
    net = lab.new()
    params = known(lab, net, lab.sizes)
    yield from falling(lab, net) if params is None else moving(lab, net, rows(params))


def moving(lab, net, before):
    """How far each of its parameters has moved, in a first step and in a second."""
    for lr, wrong in ((0.3, wrong_step), (0.2, wrong_later)):
        p = lab.p(net)
        net.backward(lab.y.copy())
        net.step(lr)
        after = {name: net.params.get(name) for name in before}
        if not all(map(is_array, after.values())):
            yield Found("network-step-loses-parameters", f"`params` has {', '.join(net.params)}")
        grads, after = right_gradients(lab.x, lab.y, before, lab.activation), rows(after)
        found = {k: factor(before[k], after[k], lr * grads[k], SEEN) for k in grads}
        yield from wrong(found, lr)
        if close(lab.p(net), p, 1e-12):
            yield Found("network-step-without-effect", "after a step p is the same as before")
        before = after


def wrong_later(found, lr):
    if not all(near(one, 1, SEEN) for one in found.values()):
        yield Found("network-step-later-other", "the second step is not the right one")


def wrong_step(found, lr):
    """What is wrong with {name: how many times the right step it has moved}."""
    one, *others = found.values()
    kept = kept_names(found, SEEN)
    if kept:
        names = ", ".join(f"`{name}`" for name in sorted(kept))
        yield Found("network-step-some-stay", f"{names} did not move", names)
    if all(near(one, other, SEEN) for other in others) and not near(one, 1, SEEN):
        kinds = {0: "stands-still", -1: "uphill", 1 / lr: "rate-ignored"}
        alike = [kind for value, kind in kinds.items() if near(one, value, SEEN)]
        told = f"with lr {lr} it goes {one:.3g} times as far as it should"
        yield Found(f"network-step-{(*alike, 'length')[0]}", told, f"{one:.3g}")
    wrong = [name for name, one in found.items() if not near(one, 1, SEEN)]
    if wrong:
        yield Found("network-step-other", f"`{wrong[0]}` has moved otherwise", f"`{wrong[0]}`")


def falling(lab, net):
    """How far the loss falls, where nobody knows the parameters: lr times the gradient squared."""
    squares = sum(np.sum(slopes(lab, net, one) ** 2) for one in inside(net, lab))
    before, lr = lab.loss(net), TINY
    net.backward(lab.y.copy())
    net.step(lr)
    fall = (before - lab.loss(net)) / lr
    told = f"with lr {lr} the loss changes by {-fall * lr:.2g} in a step"
    if fall == 0:
        yield Found("network-step-stands-still", told)
    if fall < 0:
        yield Found("network-step-uphill", told)
    if squares and abs(fall / squares - 1) > ROUGH:
        times = f"{fall / squares:.3g}"
        told += f"; that is {times} times what its slope lets expect"
        yield Found("network-step-fall", told, times)


def inside(net, lab):
    """The arrays of numbers that an object keeps, each once, wherever they are."""
    found, seen, waiting = [], set(), [net]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if is_array(one) and not any(np.shares_memory(one, other) for other in (*found, lab.x)):
            found.append(one)
        waiting.extend(parts(one))
    return found if all(one.dtype == float and one.flags.writeable for one in found) else []


def parts(one):
    """What a container or an object consists of."""
    if isinstance(one, dict):
        return list(one.values())
    if isinstance(one, (list, tuple)):
        return list(one)
    if inspect.isroutine(one) or inspect.ismodule(one) or inspect.isclass(one):
        return []
    return list(getattr(one, "__dict__", {}).values())


def slopes(lab, net, array):
    """The slope of the loss along each entry, by nudging it."""
    found = np.zeros(array.shape)
    for entry in np.ndindex(array.shape):
        kept, sides = array[entry], []
        for nudge in (NUDGE, -NUDGE):
            array[entry] = kept + nudge
            sides.append(lab.loss(net))
        array[entry] = kept
        found[entry] = (sides[0] - sides[1]) / (2 * NUDGE)
    return found


# Beside others, and in the long run


def company(lab):
    """Networks that train side by side, and copies, must not disturb each other."""
    one = lab.new(seed=0)
    p, other = lab.p(one), lab.new(seed=1)
    for _ in range(3):
        other.forward(lab.x[:3].copy())
        other.backward(1 - lab.y[:3])
        other.step(1.0)
    if not close(lab.p(one), p):
        yield Found("network-shared-state", "training one network has changed another one's p")
    first = deepcopy(offered(one, one.backward(lab.y.copy())))
    other.forward(lab.x[:3].copy())
    second = offered(one, one.backward(lab.y.copy()))
    if first and not all(close(first[name], second[name]) for name in first):
        yield Found("network-shared-state", "a forward of one network has changed another's cache")
    copied = deepcopy(one)
    copied.forward(lab.x.copy())
    copied.backward(1 - lab.y)
    copied.step(1.0)
    if not close(lab.p(one), p):
        yield Found("network-copy-tied", "training a copy has changed the original's p")


def learning(lab):
    x, y = easy(21)
    for epochs, lr in ATTEMPTS:
        net = lab.new([2, 4, 3, 1])
        for _ in range(epochs):
            net.forward(x)
            net.backward(y)
            net.step(lr)
        loss = cross_entropy(np.clip(lab.p(net, x), 1e-12, 1 - 1e-12), y)
        if loss < LEARNED:
            return
    yield Found("network-learns-nothing", f"after {epochs} epochs the loss is still {loss:.4f}")


# Weaknesses of right classes


def weaknesses(lab):
    net = lab.new()
    kept = ", ".join(getattr(net, "__dict__", ()))  # one with `__slots__` has none
    params, told = getattr(net, "params", None), f"it keeps {kept or 'nothing'}"
    if not isinstance(params, dict) or "W1" not in params:
        yield Found("network-without-params", told, note=True)
    net.forward(lab.x.copy())
    returned = net.backward(lab.y.copy())
    if not isinstance(returned, dict):
        yield Found("network-backward-returns-nothing", told, note=True)
    if np.ndim(params.get("b1", 0)) == 2 and np.ndim(returned.get("db1", 0)) == 1:
        yield Found("network-gradient-flat", told, note=True)


LOOKS = {
    "__init__": (construction,),
    "forward": (prediction, probabilities, chance, activations, depth, formula),
    "backward": (repeated, gradient),
    "step": (stepping, company, learning, weaknesses),
}
