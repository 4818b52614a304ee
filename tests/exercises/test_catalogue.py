"""The catalogue proves itself: every mistake is rejected and named, every right answer passes."""

import inspect
import re
from collections import Counter
from importlib import import_module

import pytest
from exercises.listed import ENTRIES, EVERYONE, EXERCISES, SHEETS, mistakes_of

from labnet import LabnetError, exercises
from labnet.exercises.engine import catalogue
from labnet.exercises.engine.rules import RULES


def right_answers(notebook):
    """{exercise: functions} that are right, though unusual."""
    return import_module(f"exercises.notebook_{notebook}.right_answers").ANSWERS


LISTED = [each for one in ENTRIES for each in one.variants]
WRONG = [one for one in LISTED if not one.note]
NOTES = [one for one in LISTED if one.note]
ANSWERS = [
    (name, function)
    for notebook in SHEETS
    for name, functions in right_answers(notebook).items()
    for function in functions
]
INTERNAL = {one.id for one in ENTRIES} | {one.id for one in RULES if "-" in one.id}
ids = {"ids": lambda one: getattr(one, "id", getattr(one, "__name__", one))}


@pytest.mark.parametrize("entry", WRONG, **ids)
def test_a_mistake_is_rejected_and_named(entry):
    verdict = getattr(exercises, entry.exercise).check(entry.code)
    assert not verdict.passed and verdict.mistake == entry.id, verdict
    assert not [name for name in INTERNAL if name in repr(verdict)], verdict


@pytest.mark.parametrize("entry", NOTES, **ids)
def test_a_weakness_passes_with_a_remark(entry):
    verdict = getattr(exercises, entry.exercise).judge(entry.code)
    assert verdict.passed and entry.sentence in verdict.message, verdict


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.name)
def test_the_solution_passes(exercise):
    for _ in range(5):
        verdict = exercise.judge(exercise.right)
        assert verdict.passed and verdict.message == "That is right.", verdict


@pytest.mark.parametrize(("name", "function"), ANSWERS, **ids)
def test_a_right_answer_passes(name, function):
    for _ in range(3):
        verdict = getattr(exercises, name).judge(function)
        assert verdict.passed, verdict


def test_every_id_is_there_once_and_in_plain_words():
    counts = Counter(one.id for one in ENTRIES)
    assert counts and max(counts.values()) == 1
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", id) for id in counts)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.name)
def test_no_hint_gives_the_solution_away(exercise):
    texts = [*exercise.hints, *(one.sentence + one.hint for one in mistakes_of(exercise.name))]
    said = squeezed(" ".join(texts))
    for line in telling_lines(exercise.right):
        assert line not in said, line


def telling_lines(function):
    """The right sides of the lines that compute something, without spaces."""
    lines = inspect.getsource(function).splitlines()[1:]
    sides = (re.sub(r"^\s*(return|[\w\[\], ]+=)\s", "", line) for line in lines)
    return [side for side in map(squeezed, sides) if len(side) > 5]


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_what_comes_back_is_a_gradient_and_no_error():
    entries = [one for one in ENTRIES if "backward" in one.exercise]
    texts = [f"{one.sentence} {one.stopped} {one.hint}" for one in entries]
    texts += [" ".join(one.hints) for one in EVERYONE]
    for text in texts:
        assert not re.search("errors? (that )?(cross|travel|go|come|jump|is lost|arrive)", text)


def every_verdict():
    """A verdict on one mistake of each exercise."""
    entries = {one.exercise: one for one in ENTRIES if not one.note}.values()
    return [getattr(exercises, one.exercise).check(one.code) for one in entries]


def test_no_verdict_is_a_wall_of_text():
    for verdict in every_verdict():
        lines = repr(verdict).split("\n")
        assert len(lines) <= 14, verdict
        assert max(map(len, verdict.shown), default=0) <= 120, verdict


def test_every_row_belongs_to_an_exercise():
    assert set(catalogue.ENTRIES) == {one.name for one in EXERCISES if mistakes_of(one.name)}


def test_a_row_that_says_nothing_is_its_authors_error(monkeypatch):
    monkeypatch.setattr(catalogue, "SILENT", ["loss-silent"])
    with pytest.raises(LabnetError, match="The rows loss-silent say nothing: add .says"):
        exercises.sigmoid.check(exercises.sigmoid.right)
