"""The ruler that compares two gradients."""

import pytest
from exercises.cells import ERROR, checked

NAMED = {
    ERROR + "np.max(np.abs(a - b) / np.maximum(10e-8, np.abs(a) + np.abs(b)))": "10e-8 is 1e-7",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-10, np.abs(a) + np.abs(b)))": "tiny numbers",
    ERROR + "np.max(np.abs(a - b) / (1e-6 + np.abs(a) + np.abs(b)))": "tiny numbers",
    ERROR + "np.max(np.abs(a - b) / np.maximum(10**8, np.abs(a) + np.abs(b)))": "far too high",
    ERROR + "np.max(np.abs(a - b)) / np.maximum(1e-8, np.abs(a) + np.abs(b))": "alone, and divide",
    ERROR + "np.max(np.abs(a - b)) / np.max(np.abs(a) + np.abs(b) + 1e-8)": "two entries",
    ERROR + "np.max((a - b) / np.maximum(1e-8, a + b))": "difference keeps its sign",
    ERROR + "np.max(a - b) / np.maximum(1e-8, np.max(np.abs(a) + np.abs(b)))": "keeps its sign",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + b))": "Under the bar a sign",
    ERROR + "np.max(np.abs(a - b) / np.maximum(1e-8, a + np.abs(b)))": "Under the bar a sign",
    ERROR + "max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))": "NumPy's takes numbers",
    ERROR + "np.maximum(np.abs(a - b) / (np.abs(a) + np.abs(b)))": "compare two things",
    ERROR + "np.max(np.abs(a - b) / np.abs(a))": "by the size of a alone",
    ERROR + "np.max(np.abs(a - b)) / np.max(np.abs(a) + np.abs(b))": "two entries",
    ERROR + "np.abs(a - b).sum() / (np.abs(a) + np.abs(b)).sum()": "small entries drown",
    ERROR + "np.linalg.norm(a - b) / np.linalg.norm(b)": "whole arrays by their lengths",
    ERROR + "np.linalg.norm(a - b)": "whole arrays by their lengths",
    ERROR + "np.exp(a) * np.ones(3)": "a single one is asked for",
}


@pytest.mark.parametrize("source", NAMED)
def test_a_natural_attempt_is_told_what_it_is(source):
    verdict = checked(source)
    assert not verdict.passed and NAMED[source] in verdict.message, verdict
