"""Sentence and evidence belong to one case, and the clearest wrong array decides."""

import numpy as np
import pytest
from exercises.engine.made_up import LAYER, SPREAD, layer, made, spread

from labnet import LabnetError, exercises
from labnet.exercises.engine import reading
from labnet.exercises.engine.attempt import Case
from labnet.exercises.engine.causes import CAUSES, in_words_of
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.recognise import clearest
from labnet.exercises.engine.rules import RULES


def with_biases(db):
    """The backward pass of 03 with another way from dz to db."""

    def backward(y, cache, params):
        x, a1, a2, p = (cache[name] for name in ("x", "a1", "a2", "p"))
        dz3 = (p - y) / len(y)
        dz2 = dz3 @ params["W3"].T * (a2 * (1 - a2))
        dz1 = dz2 @ params["W2"].T * (a1 * (1 - a1))
        triples = ((1, x, dz1), (2, a1, dz2), (3, a2, dz3))
        grads = {f"dW{k}": a.T @ dz for k, a, dz in triples}
        return grads | {f"db{k}": db(dz) for k, _, dz in triples}

    return backward


@pytest.mark.parametrize(
    ("db", "id"),
    [
        (lambda dz: dz.sum(axis=1, keepdims=True), "backward-db-wrong-axis"),
        (lambda dz: dz, "backward-db-not-summed"),
    ],
)
def test_what_one_unit_cannot_tell_the_other_layers_do(db, id):
    assert exercises.backward.check(with_biases(db)).mistake == id


def test_the_clearest_of_several_explains_most_and_is_the_first_of_equals():
    assert clearest(["a", "bb", "cc"], len) == "bb" and clearest([], len) is None


def test_the_array_that_is_told_of_is_shown_in_a_case_that_has_it():
    def wrong_late(x, w):
        z, s, c = layer(x, w)
        return (2 * z, s, c) if len(x) == 5 else (z, -s, c)

    verdict = LAYER.judge(wrong_late)
    assert verdict.mistake == "twice" and verdict.message.startswith("`z`: ")
    titles = [line.split("(")[0] for line in verdict.evidence if line.startswith(("exp", "rec"))]
    assert titles == ["expected z ", "received z "]


def test_an_argument_that_is_not_used_is_told_with_its_own_array():
    verdict = exercises.gradient_step.check(lambda params, grads, lr: dict(params))
    shown = [line for line in verdict.evidence if line.startswith("expected")]
    if verdict.message.startswith("`"):
        assert shown[0].startswith(f"expected {verdict.message.split('`')[1]} ")


def test_an_entry_up_to_a_factor_says_so(monkeypatch):
    from labnet.exercises.engine import catalogue, recognise

    other = catalogue.Mistake("cubed", "spread", lambda x, y: np.mean((x - y) ** 3), "Cubed.")
    monkeypatch.setattr(catalogue, "of", lambda exercise: [other])
    monkeypatch.setattr(recognise, "rules_of", lambda exercise: [])
    minus = SPREAD.judge(lambda x, y: -np.mean((x - y) ** 3))
    assert minus.message == "Apart from the sign, it is this. Cubed."
    twice = SPREAD.judge(lambda x, y: 2 * np.mean((x - y) ** 3))
    assert twice.message == "Apart from a factor 2, it is this. Cubed."


def test_an_entry_is_not_named_where_something_is_right_that_it_makes_wrong(monkeypatch):
    from labnet.exercises.engine import catalogue

    def all_negative(x, w):
        return tuple(-one for one in layer(x, w))

    other = catalogue.Mistake("negative", "layer", all_negative, "All are negative.")
    monkeypatch.setattr(catalogue, "of", lambda exercise: [other])
    assert LAYER.judge(all_negative).mistake == "negative"
    z_alone = LAYER.judge(lambda x, w: (-(x @ w), *layer(x, w)[1:]))
    assert z_alone.mistake == "sign"


# An author's mistakes


@pytest.mark.parametrize("hints", [(), ("1", "2"), ("1", "2", "3", "4"), "123"])
def test_other_than_three_hints_are_the_authors_mistake(hints):
    with pytest.raises(LabnetError, match="`spread` needs three hints"):
        Exercise(spread, "none", lambda rng: [], hints)


@pytest.mark.parametrize("drawn", [[], None, [1], Case((1.0,)), [(1.0,)]])
def test_a_draw_without_cases_is_the_authors_mistake(drawn):
    one = made(spread, lambda rng: drawn, read=reading.number)
    with pytest.raises(LabnetError, match="`spread` gives .*; expected a list of Cases"):
        one.judge(spread)


# Words of the notebook

LATER = ("example", "unit", "batch", "the loss is", "layer", "forward", "gradient")


def test_in_the_first_notebook_nothing_is_told_in_words_of_later_ones():
    reached_with_examples_only = {"n-times", "divided-by-n", "one-example-only", "other-product"}
    reached_with_examples_only |= {"every-with-every", "divided-by-n-minus-1"}
    rules = [one for one in RULES if one.id not in reached_with_examples_only]
    texts = [" ".join(one.words("01")) for one in rules if one.holds.__module__.endswith("rules")]
    texts += [in_words_of("01", sentence) for *_, sentence in CAUSES]
    assert not [text for text in texts if any(word in text.lower() for word in LATER)]


def test_a_tuple_is_told_with_the_functions_that_the_notebook_has():
    tuples = {
        number: in_words_of(number, "`forward` and `init_layer` return two things.")
        for number in ("01", "03", "05")
    }
    assert "forward" not in tuples["01"] and "init_layer" not in tuples["03"]
    assert "init_layer" in tuples["05"]


def test_a_wrong_shape_is_told_in_the_words_of_the_notebook():
    first = exercises.sigmoid.check(
        lambda z: np.zeros((4, 3, 2, 1)) + 0.123 * np.arange(2)[:, None]
    )
    assert "example" not in first.message
    later = LAYER.judge(lambda x, w: (np.tan(x @ w)[:, :1], x, x))
    assert "which axis counts the examples?" in later.message
