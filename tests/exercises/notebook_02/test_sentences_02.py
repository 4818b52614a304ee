"""What is said to wrong functions of notebook 02."""

import numpy as np
import pytest
from exercises.cells import checked

from labnet import exercises
from labnet.exercises.notebook_02.exercises import cross_entropy


def to_base(base):
    return lambda p, y: cross_entropy(p, y) / np.log(base) * len(y)


TOLD = [
    ("cross_entropy", to_base(2), "the logarithm is to base 2"),
    ("cross_entropy", to_base(10), "the logarithm is to base 10"),
]


@pytest.mark.parametrize(("name", "function", "told"), TOLD)
def test_what_is_said_is_true(name, function, told):
    verdict = getattr(exercises, name).check(function)
    assert not verdict.passed and told in str(verdict), verdict


LOGARITHM = "-np.mean(y * np.ln(p) + (1 - y) * np.ln(1 - p))"
NAMED = {
    "def output_gradient(p, y):\n    return np.abs(p - y) / len(p)": "The sign is lost",
    "def cross_entropy(p, y):\n    return " + LOGARITHM: "natural logarithm `np.log`",
}


@pytest.mark.parametrize("source", NAMED)
def test_a_natural_attempt_is_told_what_it_is(source):
    verdict = checked(source)
    assert not verdict.passed and NAMED[source] in verdict.message, verdict


SLOPES = (
    "(-y / p + 1 - y / 1 - p) / len(p)",
    "-y / p + (1 - y / 1 - p)",
    "(-y / p + (1 - y) / 1 - p) / len(p)",
    "-y / p + 1 - y / 1 - p / len(p)",
    "-(y / p - (1 - y) / 1 - p) / len(p)",
    "-(y / p - 1 - y / (1 - p)) / len(p)",
    "-1 / len(p) * (y / p - 1 - y / 1 - p)",
    "(p - y / (p * (1 - p))) / len(p)",
)


@pytest.mark.parametrize("slope", SLOPES)
def test_missing_brackets_are_told_however_the_terms_are_written(slope):
    verdict = checked(f"def cross_entropy_gradient(p, y):\n    return {slope}")
    assert verdict.message.startswith("Brackets are missing: Python divides before it subtracts")


SAFE = {
    "(p - y) / (p * (1 - p) + 1e-9)": "n-times",
    "-y / (p + 1e-8) + (1 - y) / (1 - p + 1e-8)": "n-times",
    "(y - p) / np.maximum(p * (1 - p), 1e-9) / (len(p) + 1e-9)": "dp-opposite-sign",
    "(-y / (1 - p + 1e-10) + (1 - y) / (p + 1e-10)) / len(p)": "dp-denominators-exchanged",
    "-y / (p + 1e-9) / len(p)": "dp-class-1-only",
}


@pytest.mark.parametrize("slope", SAFE)
def test_a_harmless_number_beside_p_hides_no_mistake(slope):
    source = f"def cross_entropy_gradient(p, y):\n    return {slope}"
    assert checked(source).mistake == SAFE[slope]


SAFE_LOSSES = {
    "np.sum(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))": "loss-summed",
    "np.mean((1 - y) * np.log(p + 1e-8) + y * np.log(1 - p + 1e-8))": "loss-labels-exchanged",
    "np.mean(y * np.log(p + 1e-10))": "loss-class-1-only",
}


@pytest.mark.parametrize("loss", SAFE_LOSSES)
def test_a_harmless_number_in_a_logarithm_hides_no_mistake(loss):
    assert checked(f"def cross_entropy(p, y):\n    return -{loss}").mistake == SAFE_LOSSES[loss]


EXCHANGED = "(1 - y) * np.log(p) + y * np.log(1 - p)"


@pytest.mark.parametrize(("reduce", "told"), [("np.mean", "the sign"), ("-np.sum", "a factor n")])
def test_what_differs_by_a_factor_too_is_told_with_it(reduce, told):
    verdict = checked(f"def cross_entropy(p, y):\n    return {reduce}({EXCHANGED})")
    assert verdict.mistake == "loss-labels-exchanged"
    assert verdict.message.startswith(f"Apart from {told}, it is this. Class 0 and class 1")


LABELS_ALONE = (
    "-np.mean(y * np.log(y + 1e-9) + (1 - y) * np.log(1 - y + 1e-9))",
    "-np.mean(y * np.log(y) + (1 - y) * np.log(1 - y))",
    "-np.sum(y * np.log(y) + (1 - y) * np.log(1 - p)) / len(p)",
)


@pytest.mark.parametrize("loss", LABELS_ALONE)
def test_logarithms_of_labels_are_told(loss):
    source = f"def cross_entropy(p, y):\n    return {loss}"
    assert checked(source).mistake == "loss-logarithm-of-labels"


def test_a_product_that_is_always_0_is_no_logarithm_of_labels():
    product = "-np.mean(y * np.log(p) * (1 - y) * np.log(1 - p))"
    verdict = checked(f"def cross_entropy(p, y):\n    return {product}")
    assert verdict.mistake != "loss-logarithm-of-labels"
