"""How a verdict looks, as text and as HTML."""

import re

import numpy as np
import pytest
from exercises.engine.handed_in import not_written, right, sigmoid, unfortunate

from labnet.exercises.engine.verdict import PASSED, RAISED, WAITING, WRONG

OUTCOMES = {
    PASSED: ("✓", right),
    WAITING: ("○", not_written),
    WRONG: ("✗", np.tanh),
    RAISED: ("!", unfortunate),
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_has_a_mark_a_word_and_a_color(outcome):
    mark, function = OUTCOMES[outcome]
    verdict = sigmoid.check(function)
    assert verdict.outcome == outcome
    assert repr(verdict).startswith(f"{mark} sigmoid: {outcome}\n")
    html = verdict._repr_html_()
    assert mark in html and outcome in html and 'role="status"' in html


def test_no_two_outcomes_share_a_mark_or_a_color():
    htmls = [sigmoid.check(function)._repr_html_() for _, function in OUTCOMES.values()]
    bars = [re.search(r"border-left: 5px solid (#\w+)", html)[1] for html in htmls]
    assert len(set(bars)) == 4 and len({mark for mark, _ in OUTCOMES.values()}) == 4


@pytest.mark.parametrize(
    "shown",
    [lambda: sigmoid.check(np.tanh), sigmoid.hint, lambda: sigmoid.solution(reveal=True)],
)
def test_text_takes_its_color_from_the_theme_and_the_page(shown):
    html = shown()._repr_html_()
    for name, value in re.findall(r"(?<![-\w])(color|background): ([^;\"]*(?:\([^\"]*?\))?)", html):
        assert value.startswith("var(--jp-"), (name, value)
        assert "," in value, "a fallback where there is no theme"


def test_what_the_student_wrote_is_escaped():
    def nasty(z):
        raise ValueError("<script>alert(1)</script> & `tick")

    html = sigmoid.check(nasty)._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html and "&amp; `tick" in html


def test_html_is_closed_and_code_is_set_as_code():
    verdict = sigmoid.check(lambda z: z.copy() if z.size == 1 else right(z)[:1])
    for html in (verdict._repr_html_(), sigmoid.hint(2)._repr_html_()):
        for tag in ("div", "pre", "code", "strong"):
            assert html.count(f"<{tag}") == html.count(f"</{tag}>")
    assert "<code>np.exp</code>" in sigmoid.hint(2)._repr_html_()
