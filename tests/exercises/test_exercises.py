"""What is asked of every exercise, and of the package that holds them."""

import pytest
from exercises.listed import EVERYONE, EXERCISES

from labnet import LabnetError, exercises
from labnet.exercises.engine.using import chosen, later_changes, with_changes


def test_the_exercises_are_attributes_and_what_is_none_says_which_there_are():
    with pytest.raises(AttributeError, match=r"'nonsense'; there are sigmoid, sigmoid_slope"):
        exercises.nonsense  # noqa: B018
    with pytest.raises(LabnetError):
        exercises.nonsense  # noqa: B018
    assert not hasattr(exercises, "nonsense")


def test_dir_lists_the_exercises_and_nothing_else():
    names = [one.name for one in EVERYONE]
    assert set(dir(exercises)) >= {*names, "progress"}
    assert "folders" not in dir(exercises) and "numpy" not in dir(exercises)
    assert all(getattr(exercises, name) is not None for name in dir(exercises))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.name)
def test_labnets_functions_need_no_change(exercise):
    verdict = exercise.judge(exercise.right)
    function, told = chosen(exercise, exercise.right, verdict)
    assert function is exercise.right and told == f"using your `{exercise.name}`"


EXPECTED = [one for one in EXERCISES if one.example() and not one.sample]


@pytest.mark.parametrize("one", EXPECTED, ids=lambda one: one.name)
def test_what_gives_arrays_as_labnet_does_is_handed_on_as_it_is(one):
    assert with_changes(one.right, later_changes(one, one.right)) is one.right
