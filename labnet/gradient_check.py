"""check_gradients: every parameter's gradient beside its numerical one, as a table."""

from dataclasses import dataclass

import numpy as np

from .gradients import loss_and_gradient, loss_at, numerical_gradient
from .losses import Loss
from .network import Network
from .support import checks

TOLERANCE = 1e-6
# Central differences resolve about 1e-16 L / 1e-5, so smaller gradients than this count as this.
SMALLEST = 1e-4


@dataclass(frozen=True)
class Row:
    """One parameter's gradient: its place, its shape, and how far it is from the numerical one.

    The error is infinite where the shape is not the expected one.
    """

    layer: str
    name: str
    shape: tuple
    expected_shape: tuple
    error: float

    @property
    def passed(self):
        return self.error < TOLERANCE

    @property
    def twin(self):
        """The same for dW and db of one layer, whether it is named in the layer or in the digit."""
        return self.layer, self.name.removeprefix("dW").removeprefix("db")

    def line(self, width):
        error = f"< {TOLERANCE:g}" if self.error < TOLERANCE else f"{self.error:.2g}"
        verdict = "agrees" if self.passed else "WRONG"
        if self.shape != self.expected_shape:
            error, verdict = "-", f"WRONG: expected shape {self.expected_shape}"
        return f"{self.layer:<{width}}{self.name:<6}{self.shape!s:<14}{error:<16}{verdict}"


@dataclass(frozen=True)
class GradientCheck:
    """The result of check_gradients: true if every gradient agrees with its numerical one."""

    rows: tuple

    @property
    def passed(self):
        return all(row.passed for row in self.rows)

    def __bool__(self):
        return self.passed

    def __repr__(self):
        width = 2 + max(len(row.layer) for row in self.rows)
        head = f"{'layer':<{width}}{'':<6}{'shape':<14}{'relative error':<16}verdict"
        return "\n".join([head, *(row.line(width) for row in self.rows), self._summary()])

    def _summary(self):
        wrong = [row for row in reversed(self.rows) if not row.passed]
        if not wrong:
            return f"All {len(self.rows)} gradients agree with central differences."
        first, are = wrong[0], "is" if len(wrong) == 1 else "are"
        return (
            f"{len(wrong)} of {len(self.rows)} gradients {are} wrong. "
            "Backward runs from the loss to the data:\n"
            f"look first at {first.name} of {first.layer}, {self._where_else(first)}."
        )

    def _where_else(self, first):
        """dW and db are made of one dz: if one agrees, it is hardly the dz that is wrong."""
        twins = [row for row in self.rows if row.twin == first.twin and row is not first]
        if twins and all(row.passed for row in twins):
            return f"at its own line: {twins[0].name} agrees, so the dz of both should be right"
        return "and at the dz that reaches it"


def check_gradients(net, X, y, loss, params=None):
    """Compare every parameter's gradient with central differences.

    The relative error is ||dv - numeric|| / (||dv|| + ||numeric||); below 1e-6 the two agree.

    Parameters
    ----------
    net : a Network; or a pair (forward, backward) of your own functions, where
        ``forward(x, params) -> p, cache`` and ``backward(y, cache, params) -> grads``.
    X (n, n_in), y (n, n_out), loss : as for `train`.
    params : for a pair, the dictionary of its parameters, such as "W1"; `grads` has then "dW1".

    Returns a GradientCheck, which is true if all agree and prints as a table. At the kink of a
    ReLU or LeakyReLU, z = 0, the two can rightly differ.
    Errors: LabnetError for input that cannot be used; what your functions raise passes through.
    """
    if isinstance(net, Network):
        return GradientCheck(tuple(_network_rows(net, X, y, loss)))
    checks.pair(net, params)
    checks.instance(loss, Loss, "loss", "BinaryCrossEntropy()")
    return GradientCheck(tuple(_pair_rows(*net, X, y, loss, params)))


def _network_rows(net, X, y, loss):
    net.dtheta[...] = np.nan  # a gradient that is not written, or only added to, stays NaN
    L, dtheta = loss_and_gradient(net, X, y, loss)
    X, y = checks.data(net, X, y, loss)
    numeric = numerical_gradient(lambda theta: _loss_at(net, theta, X, y, loss), net.theta)
    for layer, name, where in net.parameters():
        place = f"layers[{net.layers.index(layer)}] {layer!r}"
        shape = net.theta.shape[:-1] + layer.shapes[name]
        error = relative_error(dtheta[..., where], numeric[..., where], L)
        yield Row(place, "d" + name, shape, shape, error)


def _loss_at(net, theta, X, y, loss):
    kept = net.theta.copy()
    net.theta[...] = theta
    try:
        return loss_at(net, X, y, loss)
    finally:
        net.theta[...] = kept


def _pair_rows(forward, backward, X, y, loss, params):
    X = checks.finite(checks.as_floats(X, "X"), "X")
    params = {name: np.array(checks.as_floats(value, name)) for name, value in params.items()}

    def loss_at(name, value):
        return loss.forward(forward(X, params | {name: value})[0], y)

    p, cache = checks.prediction_and_cache(forward(X, params))
    L, grads = loss.forward(p, y), backward(y, cache, params)
    checks.names_gradients(grads, params)
    for name, value in params.items():
        dv = checks.as_floats(grads[f"d{name}"], f"d{name}")
        numeric = numerical_gradient(lambda v, name=name: loss_at(name, v), value)
        same = dv.shape == value.shape
        error = relative_error(dv.ravel(), numeric.ravel(), L) if same else np.inf
        yield Row("your backward", f"d{name}", dv.shape, value.shape, error)


def relative_error(dv, numeric, L):
    """||dv - numeric|| / (||dv|| + ||numeric||), the largest over the runs; NaN if one has a NaN.

    Gradients too small for central differences are measured against SMALLEST L.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        size = np.linalg.norm(dv, axis=-1) + np.linalg.norm(numeric, axis=-1)
        smallest = SMALLEST * np.maximum(1.0, np.abs(L))
        error = np.linalg.norm(dv - numeric, axis=-1) / np.maximum(size, smallest)
    return float(np.max(error))
