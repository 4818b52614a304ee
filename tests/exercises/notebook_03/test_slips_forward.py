"""Slips on the way forward."""

import pytest
from exercises.notebook_03.planted import BY_ID, explained

from labnet import exercises
from labnet.exercises.notebook_03 import exercises as ours
from labnet.exercises.notebook_03.slips import explain_forward
from labnet.exercises.notebook_03.slips import forward as forward_slips
from labnet.exercises.notebook_03.slips.slip import forward_with


@pytest.mark.parametrize("slip", forward_slips.SLIPS, ids=lambda one: one.id)
def test_a_slip_on_the_way_forward_is_found_without_the_catalogue(slip):
    function = forward_with({(slip.place, slip.layers[0]): slip.formula()})
    assert explained(exercises.forward, explain_forward, function) == slip.id


@pytest.mark.parametrize(
    ("id", "k"), [("bias-missing", 2), ("layer-twice", 3), ("activation-twice", 3)]
)
def test_p_alone_is_first_judged_by_its_numbers(id, k):
    slip = BY_ID[f"forward-{id}"]
    whole = forward_with({(slip.place, k): slip.formula()})
    verdict = exercises.forward.check(lambda x, params: whole(x, params)[0])
    assert verdict.mistake == slip.id, verdict


def test_arrays_that_are_missing_in_the_cache_are_listed():
    def forward(x, params):
        p, cache = ours.forward(x, params)
        return p, {"x": x, "a1": cache["a1"], "a2": cache["a2"], "p": p}

    verdict = exercises.forward.check(forward)
    assert verdict.mistake == "forward-cache-incomplete"


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda p, cache: (cache, p), "forward-order-swapped"),
        (lambda p, cache: cache, "forward-p-missing"),
        (lambda p, cache: (p, tuple(cache.values())), "forward-cache-no-dictionary"),
        (lambda p, cache: (p, cache, 1), "wrong-count"),
        (lambda p, cache: None, "returned-nothing"),
    ],
)
def test_what_comes_back_in_another_form_is_named(change, id):
    verdict = exercises.forward.check(lambda x, params: change(*ours.forward(x, params)))
    assert verdict.mistake == id, verdict
