"""What the checks say of answers whose author had not seen the catalogue.

A second reader, who did not write the rules, has read what was said of each: second_reader.json has
{answer: [ids of the mistakes that are true of its code]}. A name that nobody has read counts as
false. Each day a third of them is checked.
"""

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from exercises.natural.collect import ANSWERS
from exercises.natural.handwritings import HANDWRITINGS
from exercises.natural.right_after_all import RIGHT

from labnet import exercises

HERE = Path(__file__).parent
for module in sorted(HERE.glob("n*.py")):  # they collect themselves
    import_module(f"exercises.natural.{module.stem}")
READ = json.loads((HERE / "second_reader.json").read_text("utf-8"))
WRONG = [one for one in ANSWERS if one.id not in RIGHT]
TRULY, FALSELY = 0.92, 0.01


def check(answer):
    return getattr(exercises, answer.exercise).judge(answer.code)


def test_there_are_enough_of_them():
    names = [one.id for one in ANSWERS]
    assert len(names) == len(set(names)) and set(READ) | set(RIGHT) <= set(names)
    assert sum(one.exercise != "MyNetwork" for one in WRONG) > 200
    assert sum(one.exercise == "MyNetwork" for one in WRONG) > 60


@pytest.mark.parametrize("cls", HANDWRITINGS)
def test_the_handwritings_of_the_networks_are_right(cls):
    assert exercises.MyNetwork.judge(cls).passed


@pytest.mark.parametrize("answer", [one for one in ANSWERS if one.id in RIGHT], ids=lambda a: a.id)
def test_what_the_text_allows_is_accepted(answer):
    assert check(answer).passed


@pytest.mark.slow
def test_all_are_rejected_and_most_are_named_truly():
    verdicts = {one.id: check(one) for one in WRONG[date.today().toordinal() % 3 :: 3]}
    names = {id: one.mistake for id, one in verdicts.items() if one.mistake}
    falsely = {id: name for id, name in names.items() if name not in READ.get(id, ())}
    assert [id for id, one in verdicts.items() if one.passed] == []
    assert len(names) - len(falsely) >= TRULY * len(verdicts), len(names)
    assert len(falsely) <= FALSELY * len(verdicts), falsely
