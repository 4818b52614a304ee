"""The mistakes that earlier notebooks know of one step, in the places of that step in a pass."""

from functools import cache

from ...engine import catalogue
from ...engine.judging import is_same
from ...notebook_01 import exercises as single_units
from ...notebook_02 import exercises as single_layers
from .right_steps import slope
from .slip import Slip

KNOWN = {one.name: one for one in (*single_units.EXERCISES, *single_layers.EXERCISES)}


def of_three(i):
    """One result of a layer's backward pass, where the other two are right."""

    def result(code, *args):
        made, right = code(*args), single_layers.linear_backward(*args)
        if not all(is_same(made[j], right[j]) for j in range(3) if j != i):
            raise ValueError("more than one result is wrong")
        return made[i]

    return result


inputs, weights, biases = map(of_three, range(3))

# (exercise, place, layers, what its code gives in that step of layer k, the layer that is told)
FORWARD = (
    ("linear_forward", "z", (1, 2, 3), lambda code, e, k: code(e.a(k - 1), e.W(k), e.b(k)), "{k}"),
    ("sigmoid", "a", (1, 2, 3), lambda code, e, k: code(e.z(k)), "{k}"),
)
BACKWARD = (
    ("output_gradient", "dz", (3,), lambda code, e, k: code(e["p"], e["y"]), "{k}"),
    (
        "cross_entropy_gradient",
        "dz",
        (3,),
        lambda code, e, k: code(e["p"], e["y"]) * slope(e["p"]),
        "{k}",
    ),
    ("sigmoid_slope", "dz", (2, 1), lambda code, e, k: e.da(k) * code(e.z(k)), "{k}"),
    ("sigmoid_slope_from_output", "dz", (2, 1), lambda code, e, k: e.da(k) * code(e.a(k)), "{k}"),
    (
        "linear_backward",
        "da",
        (2, 1),
        lambda code, e, k: inputs(code, e.dz(k + 1), e.a(k), e.W(k + 1)),
        "{j}",
    ),
    (
        "linear_backward",
        "dW",
        (3, 2, 1),
        lambda code, e, k: weights(code, e.dz(k), e.a(k - 1), e.W(k)),
        "{k}",
    ),
    (
        "linear_backward",
        "db",
        (3, 2, 1),
        lambda code, e, k: biases(code, e.dz(k), e.a(k - 1), e.W(k)),
        "{k}",
    ),
)


@cache
def slips(steps):
    """The Slips of these steps; each counts only where it explains the arrays exactly."""
    return [slip(entry, *step) for step in steps for entry in entries(step[0])]


def entries(exercise):
    """The rows that one code shows, whatever it is called with."""
    rows = catalogue.of(KNOWN[exercise])
    return [one for one in rows if not (one.note or one.shows or "{" in one.sentence + one.hint)]


def slip(entry, exercise, place, layers, step, layer):
    formulas = tuple(in_place(step, one.code) for one in entry.variants)
    told = f"Layer {layer} has a mistake that is known from `{exercise}`. {entry.sentence}"
    return Slip(entry.id, place, layers, formulas, told, entry.hint, exact=True)


def in_place(step, code):
    return lambda e, k: step(code, e, k)
