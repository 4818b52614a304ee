"""A mistake is named only if two draws agree."""

import numpy as np
from exercises.engine.handed_in import right, sigmoid

from labnet.exercises.engine import catalogue
from labnet.exercises.engine.verdict import WRONG


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

    entry = catalogue.of(sigmoid)[0]
    monkeypatch.setattr(sigmoid, "right", counted("right", right))
    spied = catalogue.Mistake("spied-on", "sigmoid", counted("spied", entry.code), "…")
    monkeypatch.setattr(catalogue, "ENTRIES", {"sigmoid": [spied]})
    sigmoid.check(np.tan)
    cases = 2 * len(sigmoid.draw(np.random.default_rng(0)))
    assert counts["spied"] <= cases
    assert sigmoid.check(right).passed


def test_a_function_that_raises_in_some_cases_is_known_by_the_others(monkeypatch):
    def by_hand(z):
        return 1 / 1 + np.exp(-z)

    def in_some(z):
        if z.shape == (4, 2):
            raise ValueError("something else")
        return by_hand(z)

    verdict = sigmoid.check(in_some)
    assert (verdict.outcome, verdict.mistake) == (WRONG, "sigmoid-brackets")
