"""How far a step moves each number, beside the learning rate times the slope of the loss there."""

from dataclasses import dataclass

import numpy as np

from ...engine.properties import Found
from ...notebook_04.step_factors import factor, kept_names, near
from ..training_faults import close
from .class_passes import as_backward, formula_in
from .found_parameters import Parameters, contrary, is_single, jacobian, parameters, steep
from .layouts import count_of
from .offered_gradients import arrays_of, holds
from .places import at, written

SEEN = 1e-3  # of a factor of a step
SURE, ROUGH = 1e-5, 0.03  # of the largest number of an array, in double and in single precision
# (what was done before, examples, lr); with the numbers we fill in, p comes near 0 and 1.
ROUNDS = (("", 5, 0.3), ("", 3, 0.2), ("trained", 3, 0.2), ("filled", 5, 0.2))
WALK, LONG = 3, 1.0  # steps of that training, and their rate


@dataclass
class Step:
    """One step of a network.

    moved : by how much all its numbers fell. right : by how much they should. slopes : of each p,
    along each number. error : p - y. arrays : what the object kept between `backward` and `step`.
    share : how far a number may be off, as a share of the largest of its array.
    """

    setting: tuple
    before: str
    lr: float
    one: Parameters
    moved: np.ndarray
    right: np.ndarray
    slopes: np.ndarray
    error: np.ndarray
    arrays: list
    share: float

    @property
    def factors(self):
        """{name: how many times the right step it has moved}, the last layer first."""
        moved, right = self.one.named(self.moved), self.one.named(self.right)
        share = max(SEEN, self.share)
        return {k: factor(moved[k], 0 * moved[k], right[k], share) for k in list(moved)[::-1]}

    @property
    def fits(self):
        """Whether every single number has moved as it should."""
        return self.follows(self.right)

    def follows(self, right):
        """Whether the numbers have moved like this; more than a network needs may stay."""
        pairs = list(zip(self.one.parts(self.moved), self.one.parts(right), strict=True))
        if self.one.count > count_of(self.setting[0]):
            pairs = [(moved, part) for moved, part in pairs if moved.any()]
        return all(np.abs(a - b).max() <= self.share * np.abs(b).max() + 1e-12 for a, b in pairs)


def stepping(lab):
    for sizes, activation in lab.settings():
        yield from formula_in(lab, sizes, activation)
        for before, n, lr in ROUNDS:
            if before == "filled" and not bears_filling(lab, sizes, activation):
                continue
            step = yield from taken(lab, (sizes, activation, n), before, lr)
            if not step.fits:
                yield from wrong_step(lab, step)


def bears_filling(lab, sizes, activation):
    """Whether numbers written into the object are all that it goes on with: it keeps no copies."""
    net, one = prepared(lab, sizes, activation, "filled"), parameters(lab, sizes, activation)
    vector = one.read(net)
    lab.p(net)
    net.backward(lab.y.copy())
    net.step(0.0)
    return one.layout is not None and np.array_equal(one.read(net), vector)


def prepared(lab, sizes, activation, before):
    """A network that is new, or filled; or trained for a while, on the labels exchanged."""
    net, one = lab.new(sizes, activation), parameters(lab, sizes, activation)
    if before == "filled":
        one.write(net, steep(lab, net, one))
    for _ in range(WALK if before == "trained" else 0):
        net.forward(lab.x.copy())
        net.backward(1 - lab.y)
        net.step(LONG)
    return net


def taken(lab, setting, before, lr):
    """The Step of such a network; the slopes are those of its twin, whose numbers are nudged."""
    sizes, activation, n = setting
    net, twin = (prepared(lab, sizes, activation, before) for _ in range(2))
    x, one = lab.x[:n], parameters(lab, sizes, activation)
    slopes, share = jacobian(lab, twin, one)[:n], ROUGH if is_single(net, one) else SURE
    p = lab.p(net, x)
    y = contrary(p) if before == "filled" else lab.y[:n]
    net.backward(y.copy())
    arrays, moved = arrays_of(net), one.moved(net, lambda: net.step(lr))
    yield from losses(lab, net, one, x, p, moved)
    right = lr * (cross_slopes(p, y) @ slopes)
    return Step(setting, before, lr, one, moved, right, slopes, p - y, arrays, share)


def cross_slopes(p, y):
    """The slope of the mean cross-entropy along each p."""
    return ((p - y) / (p * (1 - p)) / len(y)).ravel()


def losses(lab, net, one, x, p, moved):
    """What a step may lose: the arrays themselves, or what `forward` has to do with them."""
    if moved is None:
        gone = [path for path in one.paths if not_there(net, path)] or one.paths
        told = f"after a step `{written(gone[0])}` is gone, or has another shape"
        yield Found("network-step-loses-parameters", told)
    if moved.any() and close(lab.p(net, x), p, 1e-12):
        yield Found("network-step-without-effect", "after a step p is the same as before")


def not_there(net, path):
    try:
        return at(net, path) is None
    except Exception:  # whatever an object of the student's raises there
        return True


# What is wrong with a step


def wrong_step(lab, step):
    name = next((k for k, one in step.factors.items() if not near(one, 1, SEEN)), None)
    place, gradient = step.one.place(name), step.one.gradient_of(name)
    told, kind, guilty = told_step(step, place), lab.kind(*step.setting), at_fault(step)
    yield from squared(step)
    if step.before == "trained":
        yield from later(lab, step)
    if step.before == "filled" and not kind:
        yield Found("network-gradient-wrong-when-sure", told)
    if not kind:
        yield from whole_step(lab, step, guilty, told)
    if kind and guilty != "step":
        yield Found(f"network-gradient-wrong-{kind}", told, gradient)
    if guilty == "backward" and step.one.layout:
        yield Found("network-gradient-wrong", told, gradient)
    yield Found("network-step-other", told, place)


def told_step(step, place):
    sizes, activation, n = step.setting
    told = f"sizes {sizes}, {activation}, {n} examples, lr {step.lr}"
    return f"{told}: {place} does not move by lr times the slope of the loss"


def later(lab, step):
    """A step after others: wrong with as many examples as before, or with fewer only."""
    again = yield from taken(lab, (*step.setting[:2], len(lab.x)), step.before, step.lr)
    if not again.fits:
        yield Found("network-step-later-other", "the first step is right, the next one is not")


def at_fault(step):
    """Which method it is, as far as the arrays that the object keeps tell."""
    if holds(step.arrays, step.one.parts(step.right / step.lr)):
        return "step"
    if holds(step.arrays, step.one.parts(step.moved / step.lr)):
        return "backward"
    return ""


def squared(step):
    """Whether the steps go down a squared error, whole or half, summed or averaged."""
    if times_along(step, step.right):  # where all p are alike, both losses have the same slopes
        return
    times = times_along(step, step.error.ravel() @ step.slopes)
    if times:
        told = f"every number has moved by {times:.3g} times the slope of the sum of (p - y)²/2"
        yield Found("network-squared-error", told, "steps follow")


def times_along(step, right):
    """How many times this the numbers have moved; 0 if it is another way, or backwards."""
    times = np.sum(step.moved * right) / np.sum(right * right)
    return times if times > 0 and step.follows(times * right) else 0.0


def whole_step(lab, step, guilty, told):
    found = step.factors
    one, *others = found.values()
    kept = kept_names(found, SEEN)
    alike = all(near(one, other, SEEN) for other in (one, *others))
    if alike and near(one, 0, SEEN):
        yield Found("network-step-stands-still", told)
    if step.one.layout and guilty != "step":
        whose = "Your `backward`" if guilty else "Your steps show"
        yield from as_backward(lab, told, whose)
    if kept:
        names = ", ".join(step.one.place(name) for name in sorted(kept))
        yield Found("network-step-some-stay", f"{names} did not move", names)
    if alike:
        yield from other_length(lab, step, one)


def other_length(lab, step, times):
    told = f"with lr {step.lr} it goes {times:.3g} times as far as it should"
    sizes, activation, n = step.setting
    if near(times, -1, SEEN):
        yield Found("network-step-uphill", told)
    other = yield from taken(lab, step.setting, step.before, 2 * step.lr)
    if close(other.moved, step.moved, SEEN):
        rate = f"{times * step.lr:.3g}"
        yield Found("network-step-rate-ignored", told, rate)
    fewer = yield from taken(lab, (sizes, activation, n - 1), step.before, step.lr)
    always = all(near(one, times, SEEN) for one in fewer.factors.values())
    yield Found(f"network-step-length{'' if always else '-other'}", told, f"{times:.3g}")
