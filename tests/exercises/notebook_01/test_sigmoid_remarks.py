"""A sigmoid that may overflow gets a remark."""

import pytest
from exercises.cells import checked
from exercises.listed import mistakes_of

from labnet.exercises.engine import attempt

STABLE = """def sigmoid(z):
    return np.where(z > 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
"""


SOURCES = [
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
    "def sigmoid(z):\n    return 1 / (1 + 1 / np.exp(z))",
    "def sigmoid(z):\n    return 1 / (1 + 2.718281828**-z)",
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.float32(z)))",
    STABLE,
]


@pytest.mark.parametrize("source", SOURCES)
def test_every_uncapped_sigmoid_gets_the_remark(source):
    remark = next(one for one in mistakes_of("sigmoid") if one.id == "sigmoid-warns").sentence
    for _ in range(5):
        verdict = checked(source)
        assert verdict.passed and remark in verdict.message, verdict


@pytest.mark.parametrize("source", SOURCES)
def test_in_a_page_too(source, deaf):
    test_every_uncapped_sigmoid_gets_the_remark(source)


CAPPED = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.maximum(z, -709)))"


def test_a_capped_sigmoid_gets_none():
    assert checked(CAPPED).message == "That is right."


def test_a_capped_sigmoid_gets_none_in_a_page(deaf):
    assert checked(CAPPED).message == "That is right."


@pytest.fixture
def deaf(monkeypatch):
    """A page's Python, where NumPy notices nothing."""
    monkeypatch.setattr(attempt, "FLOATS", {"all": "ignore"})
    monkeypatch.setattr(attempt, "in_page", lambda: True)
