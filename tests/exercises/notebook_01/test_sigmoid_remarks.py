"""A sigmoid that may overflow gets a remark."""

import pytest
from exercises.cells import checked
from exercises.listed import mistakes_of

STABLE = """def sigmoid(z):
    return np.where(z > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
"""


@pytest.mark.parametrize(
    "source",
    [
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
        "def sigmoid(z):\n    return 1 / (1 + 1 / np.exp(z))",
        "def sigmoid(z):\n    return 1 / (1 + 2.718281828**-z)",
        "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.float32(z)))",
        STABLE,
    ],
)
def test_every_uncapped_sigmoid_gets_the_remark(source):
    remark = next(one for one in mistakes_of("sigmoid") if one.id == "sigmoid-warns").sentence
    for _ in range(5):
        verdict = checked(source)
        assert verdict.passed and remark in verdict.message, verdict


def test_a_capped_sigmoid_gets_none():
    source = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.maximum(z, -709)))"
    assert checked(source).message == "That is right."
