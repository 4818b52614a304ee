"""labnet's own functions, handed to a check, are not the student's work."""

from functools import partial

import numpy as np
import pytest
from exercises.cells import written
from exercises.engine.handed_in import labnets, right, sigmoid, unfortunate
from exercises.listed import EXERCISES, SHEETS, wrong

import labnet
from labnet import exercises
from labnet.exercises.engine import whose
from labnet.exercises.engine.using import with_changes
from labnet.exercises.engine.verdict import WAITING


def is_refused(verdict):
    return (verdict.outcome, verdict.mistake) == (WAITING, whose.ID) and not verdict


@pytest.fixture(autouse=True)
def none_checked_yet(monkeypatch):
    for one in EXERCISES:
        monkeypatch.setattr(one, "latest", None)
        monkeypatch.setattr(one, "function", None)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.name)
def test_the_right_function_of_an_exercise_is_labnets(exercise):
    verdict = exercise.check(exercise.right)
    assert is_refused(verdict) and "This one is labnet's, not yours." in repr(verdict)
    assert exercise.judge(exercise.right).passed


@pytest.mark.parametrize("notebook", SHEETS)
def test_a_blank_notebook_checked_in_its_last_cell_has_nothing_done(notebook, capsys):
    asked = [one for one in EXERCISES if one.notebook == notebook]
    used = {one: one.use(None) for one in asked}
    verdicts = [one.check(function) for one, function in used.items()]
    assert verdicts and all(map(is_refused, verdicts))
    assert verdicts[-1].progress.startswith(f"0 of {len(SHEETS[notebook])} done")


class Heir(exercises.MyNetwork.right):
    pass


NET = labnet.Network(labnet.Linear(2, 1), labnet.Sigmoid(), rng=np.random.default_rng(0))
CORE = {
    "a function": ("sigmoid", labnet.sigmoid),
    "one of another exercise": ("sigmoid_slope", labnet.sigmoid),
    "the core's": ("numerical_gradient", labnet.numerical_gradient),
    "a method": ("sigmoid", labnet.Sigmoid().forward),
    "with arguments": ("numerical_gradient", partial(labnet.numerical_gradient, h=1e-6)),
    "data": ("make_xor", labnet.xor_data),
    "a class": ("MyNetwork", labnet.Network),
    "an object": ("MyNetwork", NET),
    "a class that inherits everything": ("MyNetwork", Heir),
    "with changes": ("sigmoid", with_changes(labnets, {None: np.asarray})),
}


@pytest.mark.parametrize(("name", "function"), CORE.values(), ids=CORE)
def test_labnets_in_any_dress_is_refused(name, function):
    assert is_refused(getattr(exercises, name).check(function))


class OneMethod(exercises.MyNetwork.right):
    def step(self, lr):
        super().step(lr)


STUDENTS = {
    "written around labnet's": ("sigmoid", right),
    "NumPy's": ("tanh", np.tanh),
    "with changes": ("sigmoid", with_changes(right, {None: np.asarray})),
    "a method of their own": ("MyNetwork", OneMethod),
}


@pytest.mark.parametrize(("name", "function"), STUDENTS.values(), ids=STUDENTS)
def test_what_a_student_has_written_is_the_students(name, function):
    assert getattr(exercises, name).check(function).passed


def test_a_wrong_row_of_the_catalogue_is_judged_as_a_students():
    assert sigmoid.check(wrong("sigmoid-brackets")).mistake == "sigmoid-brackets"


def test_what_use_has_changed_is_still_the_students():
    source = "def cross_entropy(p, y):\n    return [np.mean(-np.log(np.where(y == 1, p, 1 - p)))]"
    used = exercises.cross_entropy.use(written(source, "cross_entropy"))
    assert exercises.cross_entropy.check(used).passed


# What the student has done counts, not what `use` put in its place


@pytest.mark.parametrize("function", [None, unfortunate, right])
def test_use_of_what_use_returned_goes_on_with_the_same(function, capsys):
    once = sigmoid.use(function)
    latest, progress = sigmoid.latest, sigmoid.check(once).progress
    assert sigmoid.use(once) is once and sigmoid.latest.outcome == latest.outcome
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == told[0].split(":")[0]
    assert progress.startswith("1 of 4" if function is right else "0 of 4")


def test_a_right_one_that_the_text_cannot_use_stays_done(capsys):
    def make_linear(n, rng):
        x = 1 - rng.random((n, 2))
        return x, (x[:, :1] <= x[:, 1:]).astype(float)

    used = exercises.make_linear.use(make_linear)
    assert used is exercises.make_linear.right
    verdict = exercises.make_linear.check(used)
    assert is_refused(verdict) and "✓ make_linear" in verdict.progress
    assert exercises.make_linear.function is make_linear
