"""The engine of the exercises: what it makes of any function at all, and how it says so."""

import inspect
import re
import signal
import sys
import threading
import time
import warnings
from functools import partial

import numpy as np
import pytest

from labnet import LabnetError, exercises
from labnet.exercises.engine import attempt, catalogue, reading, rules
from labnet.exercises.engine.attempt import Case
from labnet.exercises.engine.causes import CAUSES, likely
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.progress import SHEETS
from labnet.exercises.engine.verdict import PASSED, RAISED, WAITING, WRONG

sigmoid = exercises.sigmoid
right = sigmoid.right


@pytest.fixture(autouse=True)
def as_if_new():
    """No exercise remembers what another test has checked."""
    everyone = [one for sheet in SHEETS.values() for one in sheet]
    for one in everyone:
        if hasattr(one, "latest"):
            one.latest = None


@pytest.fixture
def hasty(monkeypatch):
    """A limit that a test can wait for."""
    monkeypatch.setattr(sigmoid, "seconds", 0.3)


def not_written(z): ...


def passed_over(z):
    pass


def described(z):
    """The sigmoid of z."""


def described_and_dots(z):
    """The sigmoid of z."""
    ...


def returning_none(z):
    return None


def returning_dots(z):
    a = ...
    return a


def raising(z):
    raise NotImplementedError


class Stubs:
    size = 3

    def __init__(self):
        """Nothing yet."""

    def forward(self, x): ...

    @staticmethod
    def helper(x):
        pass


STUBS = [
    not_written,
    passed_over,
    described,
    described_and_dots,
    returning_none,
    returning_dots,
    raising,
    Stubs,
    None,
    ...,
    lambda z: ...,
    lambda z: None,
    lambda z: (_ for _ in ()).throw(NotImplementedError("your turn")),
]


@pytest.mark.parametrize("stub", STUBS)
def test_a_stub_is_not_attempted_yet(stub):
    verdict = sigmoid.check(stub)
    assert (verdict.outcome, verdict.mistake) == (WAITING, None)
    assert not verdict.passed and not verdict


def test_a_stub_in_a_part_of_the_results_is_told_as_one():
    verdict = LAYER.judge(lambda x, w: (x @ w, ..., x))
    assert verdict.outcome == WAITING and "still a `...`" in verdict.message


class HalfWritten:
    def forward(self, x):
        return x + 1

    def backward(self, y): ...


def test_dots_that_are_returned_are_no_code():
    assert attempt.is_stub(lambda z: ...)


def test_what_has_code_is_no_stub():
    assert not attempt.is_stub(lambda z: 0)
    assert not attempt.is_stub(lambda z: z)
    assert not attempt.is_stub(HalfWritten)
    assert not attempt.is_stub(np.exp)
    assert not attempt.is_stub(partial(right))


def test_a_right_function_passes():
    verdict = sigmoid.check(right)
    assert verdict.outcome == PASSED and verdict.passed and verdict
    assert verdict.message == "That is right." and verdict.evidence == ()


class Callable:
    def __call__(self, z):
        return right(z)

    def method(self, z):
        return right(z)


def with_more_arguments(z, scale=1.0, *others, **named):
    return right(z) * scale


@pytest.mark.parametrize(
    "function",
    [
        lambda z: right(z) * 1.0,
        partial(with_more_arguments, scale=1.0),
        Callable(),
        Callable().method,
        with_more_arguments,
        np.vectorize(lambda z: float(right(z))),
    ],
)
def test_whatever_can_be_called_is_checked(function):
    assert sigmoid.check(function).passed


def unfortunate(z):
    height = z / undefined_name  # noqa: F821
    return height


def test_an_exception_is_told_with_the_students_own_line_and_a_cause():
    verdict = sigmoid.check(unfortunate)
    assert (verdict.outcome, verdict.mistake) == (RAISED, "unknown-name")
    assert "misspelt" in verdict.message
    line, told = verdict.evidence
    assert re.fullmatch(r"it stops at line \d+:  height = z / undefined_name.*", line)
    assert told == "NameError: name 'undefined_name' is not defined"


def test_the_line_is_the_last_one_of_the_student_not_of_a_library():
    def calls_a_library(z):
        return np.linalg.inv(z)

    first = sigmoid.check(calls_a_library).evidence[0]
    assert "np.linalg.inv(z)" in first


def test_a_product_of_matrices_that_fails_tells_the_sizes_only():
    told = sigmoid.check(lambda z: np.ones((2, 3)) @ np.ones((2, 3))).evidence[-1]
    assert "core dimension 0 (size 2 is different from 3)" in told


class MuteError(Exception):
    def __str__(self):
        raise ValueError("no words")


class NoArray:
    def __array__(self, dtype=None, copy=None):
        raise ZeroDivisionError("not an array")


class Rude:
    """Answers no question about itself."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __call__(self, z):
        return z


def throwing(error):
    def function(z):
        raise error

    return function


def recursive(z):
    return recursive(z)


def ten_thousand_lines(z):
    for i in range(10_000):
        print("line", i)
        print("line", i, file=sys.stderr)
    return right(z)


def endless_list(z):
    itself = []
    itself.append(itself)
    return itself


def yielding(z):
    yield right(z)


def changes_shape(z):
    z.shape = (*z.shape, 1)
    return right(z)


ODD = {
    "exit": throwing(SystemExit(1)),
    "generator exit": throwing(GeneratorExit()),
    "stop": throwing(StopIteration()),
    "memory": throwing(MemoryError()),
    "mute": throwing(MuteError()),
    "recursion": recursive,
    "no array": lambda z: NoArray(),
    "generator": lambda z: (one for one in "abc"),
    "yields": yielding,
    "argument": lambda z: z,
    "no arguments": lambda: 0,
    "too many arguments": lambda z, b: z + b,
    "keyword only": lambda *, z: z,
    "text": lambda z: str(right(z)),
    "texts": lambda z: np.array(["a", "b"]),
    "dictionary": lambda z: {"a": right(z)},
    "two": lambda z: (right(z), 0),
    "function": lambda z: right,
    "complex": lambda z: right(z) + 1j,
    "object": lambda z: object(),
    "objects": lambda z: np.array([object()] * 3),
    "ragged": lambda z: [[1], [1, 2]],
    "itself": endless_list,
    "huge": lambda z: np.zeros(10_000_000),
    "far too huge": lambda z: np.zeros((10**6, 10**6, 10**6)),
    "empty": lambda z: np.array([]),
    "nan": lambda z: right(z) * np.nan,
    "other shape": lambda z: np.zeros((4, 3, 2, 1)),
    "shape": changes_shape,
    "class": HalfWritten,
    "rude": Rude(),
    "number": 3.0,
    "array": np.zeros(3),
    "called": "sigmoid",
    "module": np,
}


@pytest.mark.parametrize("name", ODD)
def test_check_never_raises_and_never_passes_what_is_odd(name):
    verdict = sigmoid.check(ODD[name])
    assert verdict.outcome in (WRONG, RAISED), verdict
    assert len(repr(verdict).split("\n")) <= 13 and len(repr(verdict)) < 1500
    assert verdict._repr_html_()


def test_an_exception_without_words_is_told_by_its_kind():
    line, told = sigmoid.check(ODD["mute"]).evidence
    assert "raise error" in line and told == "MuteError: "


ODD_MISTAKES = {
    "exit": "leaves-python",
    "recursion": "calls-itself",
    "no array": "zero-below",
    "argument": "argument-returned",
    "no arguments": "other-arguments",
    "too many arguments": "other-arguments",
    "generator": "no-numbers",
    "text": "no-numbers",
    "huge": "too-many-numbers",
    "number": "not-a-function",
    "nan": "not-finite",
}


@pytest.mark.parametrize("name", ODD_MISTAKES)
def test_what_is_odd_has_a_name_where_it_can(name):
    assert sigmoid.check(ODD[name]).mistake == ODD_MISTAKES[name]


def test_what_a_function_prints_is_not_shown(capsys):
    assert sigmoid.check(ten_thousand_lines).passed
    assert capsys.readouterr() == ("", "")


def test_warnings_are_not_shown(recwarn):
    def warning(z):
        warnings.warn("careful", stacklevel=1)
        return 1 / (1 + np.exp(-z))

    assert sigmoid.check(warning).passed
    assert not recwarn


def test_what_numpy_would_have_warned_of_is_a_remark():
    verdict = sigmoid.check(lambda z: 1 / (1 + np.exp(-z)))
    assert verdict.passed and verdict.message.startswith("That is right. A remark: ")
    assert "overflows" in verdict.message


def test_a_case_is_for_more_than_one_function():
    def in_place(z):
        z += 1

    case = Case((np.zeros(2),))
    assert attempt.attempt(in_place, case, lambda value: value).changed == (0,)
    assert not case.args[0].any()


def test_an_interrupt_goes_through():
    with pytest.raises(KeyboardInterrupt):
        sigmoid.check(throwing(KeyboardInterrupt()))
    assert sigmoid.latest is None


def test_the_state_of_numpy_is_as_before():
    def loud(z):
        np.seterr(all="raise")
        return right(z)

    before = np.geterr()
    sigmoid.check(loud)
    assert np.geterr() == before


# Loops without an end


def endless(z):
    while True:
        z = z + 1


def endless_and_deaf(z):
    while True:
        try:
            time.sleep(60)
        except Exception:
            z = z + 1


def deaf_once(z):
    try:
        time.sleep(60)
    except BaseException:
        z = 0
    while True:
        z = z + 1


def asleep(z):
    time.sleep(60)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("function", [endless, endless_and_deaf, deaf_once, asleep])
def test_a_loop_without_an_end_is_stopped(function, hasty):
    start = time.perf_counter()
    verdict = sigmoid.check(function)
    assert time.perf_counter() - start < 3
    assert (verdict.outcome, verdict.mistake) == (RAISED, "endless-loop")
    assert "stopped after 0.3 seconds" in verdict.message and "loop" in verdict.message


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_the_time_goes_for_finding_the_name_too(hasty):
    calls = []
    checked = 2 * len(sigmoid.draw(np.random.default_rng(0)))

    def slow_later(z):
        calls.append(1)
        if len(calls) > checked:
            time.sleep(60)
        return np.trunc(right(z) * 100) + z.size

    start = time.perf_counter()
    verdict = sigmoid.check(slow_later)
    assert (verdict.outcome, verdict.mistake) == (WRONG, None)
    assert len(calls) > checked and time.perf_counter() - start < 3


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("function", [right, endless, throwing(ValueError())])
def test_handler_and_timer_of_others_come_back(function, hasty):
    heard = []
    before = signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
    signal.setitimer(signal.ITIMER_REAL, 1000, 7)
    try:
        sigmoid.check(function)
        left, interval = signal.getitimer(signal.ITIMER_REAL)
        assert 900 < left <= 1000 and interval == pytest.approx(7)
        signal.raise_signal(signal.SIGALRM)
        assert heard == [1]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_no_timer_is_left_behind(hasty):
    sigmoid.check(right)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_in_another_thread_there_is_no_limit_and_no_crash(monkeypatch):
    monkeypatch.setattr(sigmoid, "seconds", 0.05)
    verdicts = []

    def slow(z):
        time.sleep(0.02)
        return right(z)

    thread = threading.Thread(target=lambda: verdicts.append(sigmoid.check(slow)))
    thread.start()
    thread.join()
    assert verdicts[0].passed


def test_where_there_are_no_timers_there_is_no_limit(monkeypatch):
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert sigmoid.check(right).passed


# Arguments


def test_changing_an_argument_is_a_mistake_of_its_own():
    def in_place(z):
        np.exp(-z, out=z)
        return 1 / (1 + z)

    def careful(z):
        return in_place(np.array(z, float))

    assert sigmoid.check(careful).passed
    verdict = sigmoid.check(lambda z: in_place(z) if z.dtype == float else right(z))
    assert (verdict.outcome, verdict.mistake) == (WRONG, "argument-changed")
    assert "changes `z`" in verdict.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (np.zeros(2), np.array([0, 1.0])),
        (np.zeros(2), np.zeros((2, 1))),
        ({"a": np.zeros(2)}, {"a": np.ones(2)}),
        ({"a": 1.0}, {"a": 1.0, "b": 2.0}),
        ([1.0, 2.0], [1.0]),
        ([np.zeros(2)], [np.ones(2)]),
        ({"a": np.zeros(2)}, {"a": NoArray()}),
        ({"a": [1.0]}, {"a": 1.0}),
    ],
)
def test_every_change_of_an_argument_is_seen(before, after):
    assert attempt.differing((1, before), (1, after)) == (1,)
    assert attempt.differing((1, before), (1, before)) == ()


def test_nan_and_functions_are_no_change():
    args = (np.array([np.nan]), print, np.random.default_rng(0))
    assert attempt.differing(args, (np.array([np.nan]), len, None)) == ()


# Two draws


def test_a_name_is_given_only_if_both_draws_agree():
    calls = []
    draw = len(sigmoid.draw(np.random.default_rng(0)))

    def changing(z):
        calls.append(1)
        return -right(z) if len(calls) <= draw else 2 * right(z)

    verdict = sigmoid.check(changing)
    assert (verdict.outcome, verdict.mistake) == (WRONG, None)
    assert sigmoid.check(lambda z: -right(z)).mistake == "sign"


def test_an_exception_is_named_only_if_both_draws_agree():
    calls = []
    draw = len(sigmoid.draw(np.random.default_rng(0)))

    def changing(z):
        calls.append(1)
        raise KeyError("a") if len(calls) <= draw else IndexError("b")

    assert sigmoid.check(changing).mistake is None


def test_a_factor_is_named_only_if_it_is_the_same_everywhere():
    factors = iter(np.linspace(3, 4, 1000))
    assert sigmoid.check(lambda z: next(factors) * right(z)).mistake is None
    verdict = sigmoid.check(lambda z: 3.7 * right(z))
    assert verdict.mistake == "constant-factor" and "3.7 times" in verdict.message


def test_what_goes_wrong_by_chance_is_wrong():
    calls = []

    def once(z):
        calls.append(1)
        return right(z) + (len(calls) == 15)

    verdict = sigmoid.check(once)
    assert (verdict.outcome, verdict.mistake) == (WRONG, None)


def test_each_draw_is_another_one():
    seen = []
    sigmoid.check(lambda z: seen.append(z.copy()) or right(z))
    assert len(seen) == 2 * len(sigmoid.draw(np.random.default_rng(0)))
    assert not np.array_equal(seen[1], seen[len(seen) // 2 + 1])


def test_catalogue_and_solution_run_once_a_case(monkeypatch):
    counts = {}

    def counted(name, function):
        def count(*args):
            counts[name] = counts.get(name, 0) + 1
            return function(*args)

        return count

    entry = catalogue.of("sigmoid")[0]
    monkeypatch.setattr(sigmoid, "right", counted("right", right))
    spied = catalogue.Mistake("spied-on", "sigmoid", counted("spied", entry.code), "…")
    monkeypatch.setattr(catalogue, "ENTRIES", [spied])
    sigmoid.check(np.tan)
    cases = 2 * len(sigmoid.draw(np.random.default_rng(0)))
    assert counts["spied"] <= cases
    assert sigmoid.check(right).passed


# Hints and solutions


def test_three_hints():
    for level, kind in zip(
        (1, 2, 3), ("where to look", "which rule", "other numbers"), strict=True
    ):
        hint = sigmoid.hint(level)
        assert kind in repr(hint) and sigmoid.hints[level - 1] in repr(hint)
    assert repr(sigmoid.hint()) == repr(sigmoid.hint(1))


@pytest.mark.parametrize("level", [0, 4, "1", None])
def test_there_is_no_other_hint(level):
    with pytest.raises(LabnetError, match=re.escape(f"level is {level!r}; expected 1, 2 or 3.")):
        sigmoid.hint(level)


def test_a_recognised_mistake_comes_before_the_first_hint():
    sigmoid.check(catalogue.wrong("sigmoid-brackets"))
    sentence = sigmoid.latest.message.split("\n")[0]
    assert "Python divides before it adds" in sentence
    first = repr(sigmoid.hint())
    assert first.index(sentence) < first.index(sigmoid.hints[0])
    assert sentence not in repr(sigmoid.hint(2))
    sigmoid.check(right)
    assert sentence not in repr(sigmoid.hint())


def test_a_mistake_that_was_not_recognised_adds_nothing_to_the_hint():
    before = repr(sigmoid.hint())
    sigmoid.check(np.tan)
    assert sigmoid.latest.mistake is None and repr(sigmoid.hint()) == before


def test_the_solution_is_shown_after_a_confirmation_by_name():
    asked, shown = sigmoid.solution(), sigmoid.solution(reveal=True)
    assert "exercises.sigmoid.solution(reveal=True)" in repr(asked)
    assert "np.exp" not in repr(asked) + asked._repr_html_()
    assert inspect.getsource(right).rstrip() in repr(shown)


def test_the_solution_keeps_its_indentation_in_a_notebook():
    html = exercises.numerical_gradient.solution(reveal=True)._repr_html_()
    body = re.search(r"<pre[^>]*>(.*?)</pre>", html, re.DOTALL)[1]
    assert "\n    x = np.array(x, dtype=float)\n" in body


# use


def test_use_gives_the_students_function_if_it_is_right(capsys):
    def mine(z):
        return right(z)

    assert sigmoid.use(mine) is mine
    assert capsys.readouterr().out == "using your `sigmoid`\n"


def test_use_gives_labnets_function_if_not(capsys):
    for function in (not_written, None):
        assert sigmoid.use(function) is right
        assert capsys.readouterr().out == "using labnet's `sigmoid`\n"
    for function in (unfortunate, np.tanh, Rude()):
        assert sigmoid.use(function) is right
        assert capsys.readouterr().out == "using labnet's `sigmoid`: yours is not right yet\n"


# Progress


def test_the_progress_tells_what_is_done_and_what_is_next(capsys):
    names = [one.name for one in SHEETS["01"]]
    line = sigmoid.check(not_written).progress
    assert line.startswith("0 of 4 done: ○ sigmoid, ") and line.endswith("Next: sigmoid")
    line = sigmoid.check(right).progress
    assert line.startswith("1 of 4 done: ✓ sigmoid, ") and line.endswith(f"Next: {names[1]}")
    assert f"○ {names[1]}" in line
    for notebook in ("01", "1", 1):
        exercises.progress(notebook)
        assert capsys.readouterr().out == line + "\n"


def test_a_failing_check_after_a_passed_one_counts():
    sigmoid.check(right)
    line = sigmoid.check(np.tanh).progress
    assert line.startswith("0 of 4 done: ✗ sigmoid, ") and line.endswith("Next: sigmoid")
    assert "! sigmoid" in sigmoid.check(unfortunate).progress


def test_the_progress_knows_when_all_is_done():
    lines = [one.check(one.right).progress for one in SHEETS["01"]]
    assert lines[-1].startswith("4 of 4 done: ✓") and not re.search("○|Next", lines[-1])


def test_there_is_no_progress_of_a_notebook_without_exercises():
    with pytest.raises(LabnetError, match="notebook is '99'; expected one of '01'"):
        exercises.progress("99")


# How it looks


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


def every_verdict():
    """A verdict on one mistake of each exercise."""
    entries = {one.exercise: one for one in catalogue.ENTRIES if not one.note}.values()
    return [getattr(exercises, one.exercise).check(one.code) for one in entries]


def test_no_verdict_is_a_wall_of_text():
    for verdict in every_verdict():
        lines = repr(verdict).split("\n")
        assert len(lines) <= 14, verdict
        assert max(map(len, verdict.shown), default=0) <= 120, verdict


def test_long_messages_of_exceptions_are_cut():
    verdict = sigmoid.check(throwing(ValueError("x" * 10_000 + "\n" * 500)))
    assert len(repr(verdict)) < 1500 and len(repr(verdict).split("\n")) <= 14


def test_a_wrong_value_is_shown_with_the_smallest_input_that_shows_it():
    verdict = sigmoid.check(lambda z: right(z) + (z.size > 3))
    assert verdict.evidence[0] == "z = [-2 0 1 3]"
    assert verdict.evidence[1].startswith("expected (4,): [0.1192 0.5    0.7311 0.9526]")
    assert verdict.evidence[2].startswith("received (4,): [1.1192 1.5    1.7311 1.9526]")


def test_a_matrix_is_shown_in_rows_below_each_other():
    verdict = sigmoid.check(lambda z: right(z) + (z.ndim > 1))
    lines = verdict.shown
    first = next(i for i, line in enumerate(lines) if line.startswith("expected"))
    assert lines[first].index("[[") + 1 == lines[first + 1].index("[")


def test_large_arrays_are_cut():
    verdict = sigmoid.check(lambda z: np.zeros((300, 300)))
    assert "(300, 300)" in repr(verdict) and len(repr(verdict)) < 1500


def test_as_many_digits_as_it_takes_to_see_the_difference():
    verdict = sigmoid.check(lambda z: right(z) * (1 + 3e-5))
    expected, received = (line.split(" ", 1)[1] for line in verdict.evidence[-2:])
    assert expected != received


def test_a_wrong_type_is_named_in_words():
    verdict = sigmoid.check(lambda z: {"a": 1})
    assert verdict.mistake == "no-numbers" and "a dict" in verdict.message


# The package


def test_the_exercises_are_attributes_and_what_is_none_says_which_there_are():
    with pytest.raises(AttributeError, match=r"'nonsense'; there are sigmoid, sigmoid_slope"):
        exercises.nonsense  # noqa: B018
    with pytest.raises(LabnetError):
        exercises.nonsense  # noqa: B018
    assert not hasattr(exercises, "nonsense")


def test_dir_lists_the_exercises_and_nothing_else():
    names = [one.name for sheet in SHEETS.values() for one in sheet]
    assert set(dir(exercises)) >= {*names, "progress"}
    assert "sheets" not in dir(exercises) and "numpy" not in dir(exercises)
    assert all(getattr(exercises, name) is not None for name in dir(exercises))


def test_an_exercise_says_what_it_asks_and_what_can_be_called():
    told = repr(sigmoid)
    assert len(told) < 200 and "sigmoid(z)" in told
    assert all(part in told for part in (".check(sigmoid)", ".hint()", ".solution()", sigmoid.asks))
    assert "h=1e-05" in repr(exercises.numerical_gradient)


# Exceptions and their causes


def no_return(z):
    right(z)


def caused(source):
    """The exception that a line raises, with numpy as np and an array of three as z."""
    try:
        exec(source, {"np": np, "z": np.arange(3.0), "none": no_return})
    except BaseException as error:
        return error
    raise AssertionError(source)


RAISING = {
    "name-without-value": "def f():\n x = y\n y = 1\nf()",
    "unknown-name": "expp(z)",
    "dots-left": "... * 2",
    "two-arguments-needed": "np.maximum(z)",
    "called-with-others": "(lambda a: a)(1, 2)",
    "no-power": "z ^ 2",
    "used-none": "none(z) * 2",
    "one-number-only": "import math; math.exp(z)",
    "array-into-entry": "z[0] = np.ones(3)",
    "whole-numbers-only": "a = np.arange(3); a += 0.5",
    "no-function": "z(3)",
    "index-into-number": "a = 1.0\na[0]",
    "loop-over-number": "for one in np.array(1.0): pass",
    "arithmetic-on-others": "[1] - z.tolist()",
    "tuple-for-array": "-(z, z)",
    "uneven-rows": "np.array([[1], [1, 2]])",
    "shape-in-brackets": "np.zeros(2, 3)",
    "one-thing-at-a-time": "[].append(1, 2)",
    "inner-sizes": "np.ones((2, 3)) @ np.ones((2, 3))",
    "shapes-apart": "np.ones(2) + z",
    "if-on-array": "if z > 0: pass",
    "wrong-unpacking": "a, b = z",
    "reshaped-wrongly": "z.reshape(2, 2)",
    "log-of-nothing": "import math; math.log(0)",
    "unknown-entry": "{}['a']",
    "name-for-position": "z['a']",
    "index-too-far": "z[3]",
    "zero-below": "1 / 0",
    "natural-logarithm": "np.ln(z)",
    "unknown-in-module": "np.sigmoid(z)",
    "unknown-attribute": "z.nothing",
    "calls-itself": "f = lambda: f()\nf()",
    "own-assertion": "assert False",
    "leaves-python": "raise SystemExit",
    "out-of-memory": "raise MemoryError",
}
MORE_RAISING = [
    ("shape-in-brackets", "np.random.default_rng(0).random(4, 2)"),
    ("shape-in-brackets", "np.random.default_rng(0).normal(0.0, 1.0, 4, 2)"),
    ("shape-in-brackets", "np.random.default_rng(0).uniform(0, 1, 4, 2)"),
    ("one-thing-at-a-time", "[].extend([1], [2])"),
    ("tuple-for-array", "pair = (z, {})\npair['p']"),
    ("tuple-for-array", "(z, {}).shape"),
    ("tuple-for-array", "1 - (z, {})"),
    ("tuple-for-array", "(z, {}) > 0.5"),
    ("tuple-for-array", "pair = (z, {})\nnp.log(pair)"),
    ("tuple-for-array", "params = {'W': (z, 0.0)}\nnp.ones((2, 3)) @ params['W']"),
    ("tuple-for-array", "pair = (z, {})\npair * 2.0"),
    ("arithmetic-on-others", "[1.0] * 2.0"),
    ("used-none", "none(z).shape"),
    ("called-with-others", "(lambda a: a)(b=1)"),
    ("name-for-position", "steps = [z]\nsteps['a']"),
    ("one-number-only", "import math; math.exp(1000)"),
    ("one-number-only", "import math; math.exp('a')"),
    ("whole-numbers-only", "3 ** -np.arange(3)"),
    ("inner-sizes", "np.dot(np.ones((2, 3)), np.ones((2, 3)))"),
    ("index-into-number", "(1, 2)[0] = 3"),
    ("loop-over-number", "for one in 1.0: pass"),
    ("loop-over-number", "len(1.0)"),
    ("loop-over-number", "len(np.array(1.0))"),
]


@pytest.mark.parametrize(("id", "source"), [*RAISING.items(), *MORE_RAISING])
def test_a_cause_is_named(id, source):
    assert likely(caused(source))[0] == id


def test_every_cause_is_reached_by_an_example():
    assert RAISING.keys() == {cause[0] for cause in CAUSES}


def test_what_nobody_foresaw_has_no_cause():
    assert likely(ValueError("something else")) is None and likely(MuteError()) is None
    verdict = sigmoid.check(throwing(ValueError("something else")))
    assert (verdict.outcome, verdict.mistake) == (RAISED, None)
    assert "ValueError: something else" in verdict.evidence


# Reading


@pytest.mark.parametrize(
    "value", [0.5, np.float32(0.5), [0.5], np.array([0.5 + 0j]), (True, False), np.bool_(True)]
)
def test_numbers_of_many_kinds_are_read(value):
    assert np.isfinite(reading.numbers(value)).all()


READERS = [
    (reading.one, None, "returned-nothing"),
    (reading.one, "0.5", "no-numbers"),
    (reading.one, 1j, "no-numbers"),
    (reading.one, np.zeros(200_000), "too-many-numbers"),
    (reading.several("a", "b"), None, "returned-nothing"),
    (reading.several("a", "b"), np.zeros(2), "wrong-count"),
    (reading.several("a", "b"), (1, 2, 3), "wrong-count"),
    (reading.several("a", "b"), (1, None), "returned-nothing"),
    (reading.named("a"), None, "returned-nothing"),
    (reading.named("a"), [1.0], "no-dictionary"),
    (reading.named("a"), {"b": 1.0}, "missing-name"),
    (reading.named("a"), {"a": "?"}, "no-numbers"),
]


@pytest.mark.parametrize(("read", "value", "name"), READERS)
def test_what_cannot_be_read_has_a_name(read, value, name):
    with pytest.raises(reading.UnreadableError) as told:
        read(value)
    assert told.value.name == name and str(told.value).endswith((".", "?"))


@pytest.mark.parametrize("bias", [np.ones(3), np.ones((1, 3))])
def test_a_bias_may_lie_flat(bias):
    assert reading.several("W1", "b1")(([[1.0]], bias))["b1"].shape == (1, 3)
    assert reading.named("db1")({"db1": bias})["db1"].shape == (1, 3)


# The rules, on the exercises of notebook 01 and on some that no notebook has


def layer(x, w):
    z = x @ w
    return z, z.sum(axis=0, keepdims=True), np.cos(w)


def draw_layer(rng):
    shapes = (3, 2, 4), (2, 3, 3), (5, 2, 3)
    return [layer_case(rng.normal(size=(n, k)), rng.normal(size=(k, m))) for n, k, m in shapes]


def layer_case(x, w):
    return Case((x, w), n=len(x))


def spread(x, y):
    return np.mean((x - y) ** 2)


def draw_spread(rng):
    sizes = (4, 1, 3, 6)
    return [Case(tuple(rng.normal(size=(2, n, 1))), n=n) for n in sizes]


def mix(a, b):
    return a @ b


def draw_mix(rng):
    return [Case(tuple(rng.normal(size=(2, k, k)))) for k in (2, 3, 4)]


def difference(a, b):
    return a - b


def draw_difference(rng):
    return [Case(tuple(rng.normal(size=(2, k)))) for k in (2, 3, 4)]


def made(right, draw, **options):
    """An exercise that no notebook has."""
    one = Exercise(right, "none", draw, ("1", "2", "3"), **options)
    SHEETS.pop("none")
    return one


LAYER = made(layer, draw_layer, read=reading.several("z", "s", "c"), order=("z", "s", "c"))
SPREAD = made(spread, draw_spread, read=reading.number)
MIX = made(mix, draw_mix)
DIFFERENCE = made(difference, draw_difference)


def slope(z):
    return exercises.sigmoid_slope.right(z)


def through_whole_numbers(z):
    out = np.zeros_like(z)
    out[...] = slope(z)
    return out


RULES = {
    "whole-numbers": (exercises.sigmoid_slope, through_whole_numbers),
    "transposed": (LAYER, lambda x, w: ((x @ w).T, x, x)),
    "other-shape": (sigmoid, lambda z: right(z).ravel()),
    "not-summed": (LAYER, lambda x, w: (x @ w, x @ w, w)),
    "not-averaged": (SPREAD, lambda x, y: (x - y) ** 2),
    "summed-too-far": (LAYER, lambda x, w: ((x @ w).sum(axis=1), x, x)),
    "averaged-too-far": (LAYER, lambda x, w: ((x @ w).mean(axis=0), x, x)),
    "one-number-for-all": (sigmoid, lambda z: right(z).max()),
    "every-with-every": (SPREAD, lambda x, y: (x - y.T) ** 2),
    "sign": (sigmoid, lambda z: -right(z)),
    "n-times": (SPREAD, lambda x, y: np.sum((x - y) ** 2)),
    "divided-by-n": (SPREAD, lambda x, y: spread(x, y) / len(x)),
    "divided-by-n-minus-1": (SPREAD, lambda x, y: np.sum((x - y) ** 2) / np.float64(len(x) - 1)),
    "twice": (sigmoid, lambda z: 2 * right(z)),
    "half": (sigmoid, lambda z: right(z) / 2),
    "log-base": (sigmoid, lambda z: right(z) / np.log(2)),
    "absolute": (LAYER, lambda x, w: (np.abs(x @ w), x, x)),
    "complement": (exercises.sigmoid_slope, lambda z: 1 - slope(z)),
    "reciprocal": (exercises.sigmoid_slope, lambda z: 1 / slope(z)),
    "squared": (exercises.sigmoid_slope, lambda z: slope(z) ** 2),
    "root": (exercises.sigmoid_slope, lambda z: np.sqrt(slope(z))),
    "only-zeros": (sigmoid, lambda z: 0 * z),
    "rounded": (sigmoid, lambda z: np.round(right(z), 2)),
    "all-the-same": (sigmoid, lambda z: 0 * z + 7),
    "not-finite": (sigmoid, lambda z: right(z) * np.inf),
    "argument-returned": (exercises.sigmoid_slope_from_output, lambda a: a),
    "arguments-swapped": (MIX, lambda a, b: b @ a),
    "applied-twice": (sigmoid, lambda z: right(right(z))),
    "argument-cut": (exercises.sigmoid_slope, lambda z: slope(np.trunc(z))),
    "results-swapped": (LAYER, lambda x, w: layer(x, w)[::-1]),
    "another-function": (sigmoid, np.tanh),
    "factor-missing": (exercises.sigmoid_slope, lambda z: 1 - right(z)),
    "factor-too-many": (exercises.sigmoid_slope, lambda z: slope(z) * right(z)),
    "two-factors": (exercises.sigmoid_slope, lambda z: -slope(z) * right(z)),
    "other-term": (DIFFERENCE, lambda a, b: a + b),
    "other-product": (MIX, lambda a, b: a.T @ b),
    "one-example-only": (SPREAD, lambda x, y: (x - y)[-1] ** 2),
    "argument-unused": (SPREAD, lambda x, y: np.sum(x**4)),
    "constant-factor": (sigmoid, lambda z: 0.37 * right(z)),
    "factor-of-batch": (LAYER, lambda x, w: (x @ w * (1 + np.sum(x**2)), x, x)),
    "constant-offset": (sigmoid, lambda z: right(z) + 0.37),
    "nearly-right": (exercises.sigmoid_slope, lambda z: slope(z * 1.001)),
    "several-numbers": (SPREAD, lambda x, y: np.exp((x - y) * np.ones(3))),
    "wrong-shape": (LAYER, lambda x, w: (np.tan(x @ w)[:, :1], x, x)),
}


@pytest.mark.parametrize("id", RULES)
def test_a_rule_is_reached_by_a_wrong_function(id):
    exercise, function = RULES[id]
    for _ in range(3):
        verdict = exercise.judge(function)
        assert (verdict.outcome, verdict.mistake) == (WRONG, id), verdict


def test_every_rule_is_reached_by_an_example():
    ids = [one.id for one in rules.RULES if one.holds.__module__ == rules.__name__]
    assert sorted(ids) == sorted(RULES)


@pytest.mark.parametrize("id", RULES)
def test_a_rule_is_not_given_where_one_case_is_wrong_in_another_way(id):
    exercise, function = RULES[id]
    verdict = exercise.judge(elsewhere_otherwise(exercise, function))
    assert verdict.outcome == WRONG and verdict.mistake != id, verdict


def elsewhere_otherwise(exercise, function):
    """The function, but on the last of the ordinary cases another wrong one."""
    rng = np.random.default_rng(1)
    *_, last = (case for case in exercise.draw(rng) if case.plain)

    def off(values):
        return values * rng.uniform(2, 3, np.shape(values))

    def otherwise(*args):
        if np.shape(args[0]) != np.shape(last.args[0]):
            return function(*args)
        values = exercise.right(*args)
        return tuple(map(off, values)) if isinstance(values, tuple) else off(values)

    return otherwise


def test_no_rule_is_given_for_a_right_answer():
    for exercise in (LAYER, SPREAD, MIX, DIFFERENCE):
        for _ in range(5):
            assert exercise.judge(exercise.right).passed


def test_a_rule_names_the_array_that_is_wrong_first():
    def wrong_in_the_second(x, w):
        z, s, c = layer(x, w)
        return z, -s, c

    def wrong_in_both(x, w):
        z, s, c = layer(x, w)
        return 2 * z, -s, c

    second, both = LAYER.judge(wrong_in_the_second), LAYER.judge(wrong_in_both)
    assert second.mistake == "sign" and second.message.startswith("`s`: ")
    assert both.mistake == "twice" and both.message.startswith("`z`: ")
    assert any(line.startswith("expected z") for line in both.shown)


TOGETHER = {
    "the sign is wrong, and it is doubled": lambda x, w: -2 * (x @ w),
    "it is divided by n once too often, twice": lambda x, w: x @ w / len(x) ** 2,
    "the sign is wrong, and it is n times too large": lambda x, w: -len(x) * (x @ w),
}


@pytest.mark.parametrize("text", TOGETHER)
def test_two_factors_are_told_together(text):
    verdict = LAYER.judge(lambda x, w: (TOGETHER[text](x, w), x, x))
    assert verdict.mistake == "two-factors" and text in verdict.message


def test_a_function_that_raises_in_some_cases_is_known_by_the_others(monkeypatch):
    def by_hand(z):
        return 1 / 1 + np.exp(-z)

    def in_some(z):
        if z.shape == (4, 2):
            raise ValueError("something else")
        return by_hand(z)

    verdict = sigmoid.check(in_some)
    assert (verdict.outcome, verdict.mistake) == (WRONG, "sigmoid-brackets")


def test_what_is_right_but_for_the_extremes_is_said_to_be():
    def infinite(z):
        return right(z) + np.where(np.abs(z) > 900, np.inf, 0)

    def off(z):
        return right(z) + np.where(np.abs(z) > 900, 0.5, 0)

    told = [sigmoid.check(function) for function in (infinite, off)]
    assert [one.mistake for one in told] == ["infinite-far-out", "wrong-far-out"]
    assert all("Right, except far out" in one.message for one in told)
    assert told[0].evidence[0] == "z = [-1000. 1000.]"


def test_a_complaint_may_meet_a_shape_that_it_does_not_expect():
    verdict = exercises.sigmoid_slope.check(lambda z: slope(z) if z.size != 2 else 0.0)
    assert verdict.outcome == WRONG and "shape" in repr(verdict)


def test_a_check_is_quick():
    def unknown(x, *others):
        return np.cos(np.asarray(x, float)) ** 3 + 7 * np.asarray(x)

    for exercise in SHEETS["01"][:3]:
        start = time.perf_counter()
        exercise.check(unknown)
        assert time.perf_counter() - start < 1
