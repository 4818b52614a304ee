"""What is asked of every question to predict."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from exercises.choices import right
from exercises.listed import QUESTIONS

from labnet import exercises
from labnet.course import notebooks
from labnet.exercises import questions
from labnet.support.errors import LabnetError

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = {one.number: FOLDER / one.file for one in notebooks.NOTEBOOKS}

each = pytest.mark.parametrize("one", QUESTIONS.values(), ids=lambda one: one.name)


@cache
def cells(notebook):
    return json.loads(NOTEBOOKS[notebook].read_text(encoding="utf-8"))["cells"]


def code_cells(notebook):
    return {cell["id"] for cell in cells(notebook) if cell["cell_type"] == "code"}


def asked_in(notebook, name):
    """The numbers of the code cells that ask a question."""
    asks = re.compile(rf"exercises\.questions\.{name}\b")
    of_code = ((k, one) for k, one in enumerate(cells(notebook)) if one["cell_type"] == "code")
    return [k for k, one in of_code if asks.search("".join(one["source"]))]


def test_every_notebook_has_at_least_two():
    counts = Counter(one.notebook for one in QUESTIONS.values())
    assert set(counts) == {one.number for one in notebooks.having("questions")}
    assert min(counts.values()) >= 2


@each
def test_a_question_belongs_before_a_cell_that_exists(one):
    if one.notebook in NOTEBOOKS:
        assert one.before in code_cells(one.notebook)


@each
def test_a_question_is_asked_once_in_its_notebook_just_before_the_answer(one):
    asked = {notebook: asked_in(notebook, one.name) for notebook in NOTEBOOKS}
    assert [notebook for notebook in asked if asked[notebook]] == [one.notebook]
    (place,) = asked[one.notebook]
    following = cells(one.notebook)[place + 1 : place + 3]
    assert one.before in [cell["id"] for cell in following]


def test_the_examples_of_the_docstring_exist():
    named = re.findall(r"exercises\.questions\.(\w+)", questions.__doc__)
    assert named and set(named) <= set(QUESTIONS)


@each
def test_a_question_is_complete(one):
    assert one.name.isidentifier() and getattr(questions, one.name) is one
    assert len(one.choices) >= 3 and one.right in one.letters
    texts = [choice for choice, _ in one.choices]
    assert len(set(texts)) == len(texts)
    assert not any("!" in part for pair in one.choices for part in pair)


@each
def test_only_the_right_choice_is_called_right(one):
    outcomes = [one.answer(letter).passed for letter in one.letters]
    assert outcomes.count(True) == 1 and one.answer(one.right)
    said = [reply.startswith("Yes") for _, reply in one.choices]
    assert said == outcomes


@each
def test_a_reply_to_a_wrong_choice_does_not_name_the_right_one(one):
    named = re.compile(rf"(?<!\w){re.escape(right(one.name))}(?!\w)")
    replies = (reply for _, reply in one.choices if not reply.startswith("Yes"))
    assert not any(named.search(reply) for reply in replies)


def test_an_unknown_question_is_told_the_names():
    with pytest.raises(LabnetError, match="which_overflows, steepest_place"):
        _ = exercises.questions.sigmoid_at_one


@each
def test_a_question_looks_the_same_whatever_has_been_answered(one):
    before = repr(one), one._repr_html_()
    one.answer("a")
    assert (repr(one), one._repr_html_()) == before
    assert f"exercises.questions.{one.name}.answer(" in before[0]
    assert all(f"{letter}) " in text for letter in one.letters for text in before)


@each
def test_no_look_of_a_question_gives_a_reply_away(one):
    shown = repr(one) + one._repr_html_()
    assert not any(reply in shown for _, reply in one.choices)
