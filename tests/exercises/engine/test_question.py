"""A question: how it replies and how it looks."""

import pytest

from labnet import exercises


def test_letters_may_be_large_or_in_brackets_and_answers_may_change():
    one = exercises.questions.which_overflows
    assert not one.answer("a") and not one.answer("(c)")
    assert one.answer("b") and one.answer("B") and one.answer(" b) ")


@pytest.mark.parametrize("letter", ["e", "", "ab", "1/2"])
def test_an_unknown_letter_is_told_the_choices(letter):
    reply = exercises.questions.which_overflows.answer(letter)
    assert not reply.passed and reply.outcome == "no such choice"
    assert reply.message == "The choices are a, b, c and d."


def test_a_reply_looks_well_as_text_and_as_html():
    reply = exercises.questions.which_overflows.answer("c")
    assert repr(reply).startswith("✗ which_overflows: not this one\nc) both\n")
    assert "<code>np.exp</code>" in reply._repr_html_()
