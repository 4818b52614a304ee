"""The loss as one weight is moved: its slope by nudging, and its course around the weight."""

from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import numpy as np

from ...gradients import loss_at
from ...network import Network
from ...optimizers import AdaGrad, Adam, Momentum
from ...support import checks
from ...support.errors import LabnetError, told
from .entry import COPIES, gradient, of_theta, parse, present

FOR_WEIGHTS = "expected a weight or a bias such as 'W2[3, 5]' or 'b1[0, 2]'."
SAMPLES, FEWEST = 41, 9  # of the loss along a weight; slow code gets fewer
PATIENCE = 0.005  # seconds for them
REACH, FAR = 2.0, 2.0**20  # how far they go on each side of a weight: at least, and at most
SEEN = 0.7  # of this reach the step and the weight may take up
KEPT = {Momentum: ("v",), AdaGrad: ("s",), Adam: ("m", "v")}  # what an optimizer keeps of each


def losses(session, entry, values):
    """(m,): L on the training points with these values in the entry's place, one by one.

    It works on copies: the network in training, and what its methods remember, stay as they are.
    """
    own = session.trainer.network
    with np.errstate(all="ignore"):
        if isinstance(own, Network):
            return of_network(own, session, entry, values)
        return of_student(session.trainer, entry, values)


def of_network(net, session, entry, values):
    """All values at once: the array of this entry gets a run axis, the others are shared."""
    apart = copy(net)
    apart.layers = tuple(map(copy, net.layers))
    linear = [layer for layer in apart.layers if layer.shapes][entry.k - 1]
    array = np.repeat(getattr(linear, entry.kind)[None], len(values), axis=0)
    array[:, entry.i, entry.j] = values
    setattr(linear, entry.kind, array)
    return loss_at(apart, *session.trained, copy(session.trainer.loss))


def of_student(trainer, entry, values):
    """One after the other, through a copy of the student's own network."""
    checks.require(trainer.reached, f"{entry}: {COPIES.format('nudged')}")
    apart = copy(trainer)
    apart.network, apart.loss = deepcopy(trainer.network), copy(trainer.loss)
    array, found = entry.inside(apart.arrays()), []
    for value in values:
        array[entry.place] = value
        found.append(float(apart.measure()[0]))
    return np.array(found)


def check(session, entry):
    """(dW as backward gave it, dW by nudging), or a LabnetError."""
    entry = weight(session, entry)
    with told_as_sentence():
        return gradient(session, entry), slope(session, entry)


def course(session, entry):
    """The Along of a weight, or a LabnetError."""
    entry = weight(session, entry)
    with told_as_sentence():
        return along(session, entry)


def weight(session, entry):
    entry = parse(entry)
    checks.require(entry.is_parameter, f"'{entry}' is a unit; {FOR_WEIGHTS}")
    return present(session, entry)


@contextmanager
def told_as_sentence():
    """What the student's code raises, with its line."""
    try:
        yield
    except Exception as error:
        raise LabnetError(told(error)) from None


def value(session, entry):
    return float(entry.inside(session.arrays())[entry.place])


def slope(session, entry):
    """dL/d(entry) by nudging: (L(w + h) - L(w - h)) / 2h, with the h that suits the array."""
    array = entry.inside(session.arrays())
    kind = array.dtype if np.issubdtype(array.dtype, np.floating) else np.float64
    w, near = float(array[entry.place]), float(np.finfo(kind).eps) ** (1 / 3)
    h = near * max(1.0, abs(w))
    up, down = losses(session, entry, [w + h, w - h])
    return float(up - down) / (2 * h)


@dataclass(frozen=True)
class Along:
    """L over the values of one weight; `step` is where gradient descent would take it alone."""

    values: np.ndarray
    losses: np.ndarray
    step: float | None
    step_loss: float | None


def along(session, entry):
    """The Along of a weight. Its range moves in jumps, so that a plot of it stands mostly still."""
    w, dW = value(session, entry), gradient(session, entry)
    step = None if dW is None else w - session.lr * dW
    net, places = session.network(), [] if step is None else [step]
    course = partial(losses, session) if net is None else partial(of_network, net, session)
    count = SAMPLES if net else affordable(session, entry, w)
    values = np.linspace(*span(w, step), count)
    with np.errstate(all="ignore"):
        L = course(entry, [*values, *places])
    return Along(values, L[:count], step, float(L[-1]) if places else None)


def span(w, step):
    """Round ends around w: as wide as the weight is large, and wide enough for the step."""
    length = 0.0 if step is None or not np.isfinite(step) else abs(step - w)
    least = max(REACH, length / SEEN, abs(w) / 2)
    reach = min(FAR, 2.0 ** np.ceil(np.log2(least)))
    centre = reach / 2 * np.round(2 * w / reach)
    return centre - reach, centre + reach


def affordable(session, entry, w):
    """How many samples code of an unknown kind computes in time; always odd."""
    start = perf_counter()
    losses(session, entry, [w])
    allowed = PATIENCE / max(perf_counter() - start, 1e-6)
    return int(np.clip(allowed, FEWEST, SAMPLES)) // 2 * 2 + 1


def moments(session, entry):
    """[(name, number), ...]: what the optimizer keeps for this weight; [] before its first step."""
    optimizer, where = session.trainer.optimizer, of_theta(session, entry)
    names = KEPT.get(type(optimizer), ())
    kept = [(name, getattr(optimizer, name, None)) for name in names]
    return [(name, float(array[where])) for name, array in kept if array is not None]
