"""Calls that nobody can answer get a sentence, and no traceback."""

import copy
import pickle

import numpy as np
import pytest
from exercises.cells import written
from exercises.engine.handed_in import right, sigmoid

from labnet import LabnetError, exercises

question = exercises.questions.which_overflows
CALLS = [
    (lambda: sigmoid.answer("d"), "`sigmoid` has no `answer`; it has `.check`, `.hint`, "),
    (lambda: sigmoid.ckeck(right), "`sigmoid` has no `ckeck`; it has `.check`, "),
    (lambda: sigmoid.check(3, right), "`check` cannot take .*; expected `check.sigmoid.`"),
    (sigmoid.check, "expected `check.sigmoid.`"),
    (lambda: sigmoid.check(f=right), "expected `check.sigmoid.`"),
    (lambda: sigmoid.use(right, right), "`use` cannot take .*; expected `use.sigmoid.`"),
    (lambda: sigmoid.hint(1, 2), "expected `hint..` or `hint.2.`"),
    (lambda: sigmoid.hint("2"), "level is '2'; expected 1, 2 or 3"),
    (lambda: sigmoid.solution(1, 2), "expected `solution..` or `solution.reveal=True.`"),
    (lambda: sigmoid.show(1), "expected `show..`"),
    (lambda: question.check("d"), "`which_overflows` has no `check`; it has `.answer`"),
    (question.answer, 'expected `answer."a".`'),
    (lambda: question.answer("a", "b"), 'expected `answer."a".`'),
    (lambda: exercises.find_the_bug.answer("d"), "`find_the_bug` has no `answer`; it has `.new`"),
    (lambda: exercises.find_the_bug.check(1, 2, 3), "`check` cannot take"),
    (lambda: exercises.claims.two_units.answer("d"), "`two_units` has no `answer`"),
    (lambda: exercises.claims.two_units.check(1, 2, 3), "`check` cannot take"),
    (exercises.progress, 'Of which notebook. Type `exercises.progress."03".`'),
    (lambda: exercises.progress("x"), "notebook is '0x'; expected one of '01'"),
    (lambda: exercises.sigmiod, "there is no exercise called 'sigmiod'"),
    (lambda: exercises.questions.first, "there is no question called 'first'"),
]


@pytest.mark.parametrize(("call", "told"), CALLS)
def test_a_call_that_cannot_be_answered_gets_a_sentence(call, told):
    with pytest.raises(LabnetError, match=told):
        call()


def test_a_wrong_call_leaves_the_latest_verdict_as_it_was():
    sigmoid.check(right)
    with pytest.raises(LabnetError):
        sigmoid.check(right, 3)
    assert sigmoid.latest.passed


def test_the_usual_ways_to_call_go_on():
    assert sigmoid.check(function=right).passed and question.answer(letter="b")
    assert "which rule" in repr(sigmoid.hint(level=2)) == repr(sigmoid.hint(2))
    assert "np.exp" in repr(sigmoid.solution(True))


@pytest.mark.parametrize("letter", [np.zeros(3), 2, None, right])
def test_a_letter_without_quotes_is_told_where_they_belong(letter):
    message = question.answer(letter).message
    assert (
        message == 'The choices are a, b, c and d. A letter stands in quotes, as in `answer("a")`.'
    )


def test_questions_and_exercises_can_be_asked_for_anything_and_copied():
    assert not hasattr(question, "latest") and not hasattr(sigmoid, "_ipython_display_")
    assert pickle.loads(pickle.dumps(question)) == question == copy.deepcopy(question)
    assert copy.copy(sigmoid).name == "sigmoid"


# The next day: cells further up have not been run

NAMES = {
    "def accuracy(p, y):\n    return np.mean((p > 0.5) == (y == 1))": "np",
    "def sigmoid_slope(z):\n    return sigmoid(z) * (1 - sigmoid(z))": "sigmoid",
    "def accuracy(p, y):\n    plt.plot(p)": "plt",
}


@pytest.mark.parametrize("source", NAMES)
def test_a_name_of_a_cell_further_up_is_told_as_such(source):
    function = written(source, source.split("(")[0].split()[1])
    for name in ("np", "sigmoid", "plt"):
        function.__globals__.pop(name, None)
    verdict = getattr(exercises, function.__name__).check(function)
    told = f"`{NAMES[source]}` comes from a cell further up, which has not been run"
    assert verdict.mistake == "name-of-another-cell" and told in verdict.message


def test_a_name_that_no_cell_makes_is_none_of_them():
    assert sigmoid.check(written("def sigmoid(z):\n    return npp", "sigmoid")).mistake == (
        "unknown-name"
    )
