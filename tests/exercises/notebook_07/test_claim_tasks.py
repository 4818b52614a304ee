"""The claims of notebook 07: a verdict counts only with evidence that bears it out."""

import ast
import re
from pathlib import Path

import nbformat
import notebook_rules as rules
import numpy as np
import pytest
from test_solved_notebooks import VERDICTS, claims_in

from labnet import BinaryCrossEntropy, presets, sweep
from labnet.course import copies
from labnet.exercises.engine import whose
from labnet.exercises.engine.verdict import PASSED, WAITING, WRONG
from labnet.exercises.notebook_07 import claims
from labnet.exercises.notebook_07.claims.claim_task import CLAIMS, WORDS
from labnet.experiments.outcomes import Results
from labnet.study import CLAIMS as REPORTED
from labnet.study import reports
from labnet.support.errors import MissingError


@pytest.fixture(autouse=True)
def unsettled():
    """What one test has settled, the next one and the notebooks must not see."""
    yield
    for one in CLAIMS.values():
        one.latest = None


A, B, D = (presets[name] for name in "ABD")
QUICK = {"progress": False, "epochs": 3, "seeds": 20}


def quick(base, over, **given):
    return sweep(base, over, **QUICK | given)


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_shows_itself_and_helps(name):
    one = CLAIMS[name]
    assert one.text in repr(one) and one.text.split("`")[0][:30] in one._repr_html_()
    assert one.look in repr(one.hint())
    assert "return sweep(" in repr(one.solution(reveal=True))
    assert "return sweep(" not in repr(one.solution())


def test_each_task_is_about_a_claim_of_the_study_and_each_story_is_asked_of():
    told = [one.id for one in REPORTED.values() if one.story]
    assert sorted(one.about for one in CLAIMS.values()) == told


def sentences(package):
    """What the strings in the modules of a package say, split at . ; and : without its case."""
    files = Path(package.__file__).parent.glob("*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    texts = [node.value for node in nodes if isinstance(getattr(node, "value", None), str)]
    parts = {part.strip().lower() for text in texts for part in re.split(r"[.;:](?:\s|$)", text)}
    return {part for part in parts if part.count(" ") > 1}


def test_what_a_report_said_stands_in_the_study_alone():
    here, there = sentences(claims), sentences(reports)
    assert {"the report wrote", "it is stuck in a local minimum"} <= there
    assert not here & there
    assert not [one for one in here if "report wrote" in one]


@pytest.mark.parametrize("given", [(), ("refuted",), (..., ...), ("refuted", ...)])
def test_dots_are_no_verdict_yet(given):
    verdict = claims.stuck.check(*given)
    assert verdict.outcome == WAITING and claims.stuck.text in verdict.message


@pytest.mark.parametrize("evidence", [None, 3, [1, 2], {"lr": 1}])
def test_evidence_is_what_a_sweep_returns(evidence):
    verdict = claims.stuck.check("refuted", evidence)
    assert verdict.outcome == WRONG and "sweep" in verdict.message


@pytest.mark.parametrize("word", ["true", 1, None, [], np.ones(2)])
def test_an_unknown_verdict_is_told_the_words(word):
    verdict = claims.stuck.check(word, quick(B, {"epochs": [1, 2]}))
    assert verdict.outcome == WRONG and all(known in verdict.message for known in WORDS)


def test_few_seeds_are_no_evidence():
    verdict = claims.stuck.check("refuted", quick(B, {"epochs": [1, 2]}, seeds=19))
    assert verdict.outcome == WRONG and "19 seeds" in verdict.message


UNFIT = {
    "two_units, other data": ("two_units", A, {"hidden": [2]}, {"data": "linear"}, "xor data"),
    "two_units, more units": ("two_units", A, {"hidden": [3]}, {}, "hidden=2"),
    "two_units, none solved": ("two_units", A, {"hidden": [2]}, {}, "None of your runs"),
    "no_activation, with one": ("no_activation", A, {"bias": [True]}, {"data": "linear"}, "none"),
    "no_activation, one bias": (
        "no_activation",
        A.variations["no activation"],
        {"lr": [0.1]},
        {"data": "linear"},
        "Vary that too",
    ),
    "stuck, same epochs": ("stuck", B, {"lr": [0.1, 1]}, {}, "Vary the epochs"),
    "stuck, something else too": (
        "stuck",
        B,
        {"epochs": [2, 3], "lr": [0.1, 1]},
        {},
        "nothing else",
    ),
    "larger_rates, two rates": ("larger_rates", B, {"lr": [1, 0.1]}, {}, "0.01"),
    "oscillates, full batch": ("oscillates", B, {"lr": [1.0]}, {}, "batch_size=1"),
    "too_wide, narrow": ("too_wide", B, {"hidden": [4]}, {}, "20 or more"),
    "too_wide, one start": ("too_wide", B, {"hidden": [20]}, {}, "Vary `init`"),
    "second_layer, other widths": ("second_layer", D, {"lr": [0.1]}, {"data": "linear"}, "100"),
    "adam, no Adam": ("adam_is_quick", B, {"lr": [0.1]}, {}, "Adam"),
    "relu, no ReLU": ("relu_is_quick", B, {"lr": [0.1]}, {}, "ReLU"),
    "more_data, one data set": ("more_data", D, {"lr": [0.1]}, {}, "linear data"),
    "relu, another network": ("relu_is_quick", B, {"activation": ["relu"]}, {}, "preset D"),
    "exponential, no measure": ("exponential", B, {"hidden": [2, 3, 4]}, {}, "measure"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_evidence_that_cannot_decide_says_what_is_missing(case):
    name, base, over, given, told = UNFIT[case]
    verdict = CLAIMS[name].check("refuted", quick(base, over, **given))
    assert verdict.outcome == WRONG and told in verdict.message, verdict


QUICKLY = {"two_units", "adam_is_quick", "relu_is_quick", "exponential", "oscillates"}


@pytest.mark.parametrize(
    "name",
    [name if name in QUICKLY else pytest.param(name, marks=pytest.mark.slow) for name in CLAIMS],
)
def test_the_solution_decides_the_claim(name):
    evidence = CLAIMS[name].experiment()
    passing = [word for word in WORDS if CLAIMS[name].decided(word, evidence)[0] == PASSED]
    assert len(passing) == 1 or passing == ["refuted", "luck"] and name == "adam_is_quick"
    assert CLAIMS[name].reply in CLAIMS[name].decided(passing[0], evidence)[1]


def test_a_verdict_against_the_evidence_does_not_pass():
    evidence = claims.relu_is_quick.experiment()
    outcome, told = claims.relu_is_quick.decided("refuted", evidence)
    assert outcome == WRONG and "Your evidence says something else" in told


def test_evidence_of_labnets_own_sweep_is_not_the_students():
    claim, evidence = claims.exponential, claims.exponential.experiment()
    for one in (claim, claims.stuck):
        verdict = one.check("refuted", evidence)
        assert (verdict.outcome, verdict.mistake) == (WAITING, whose.ID)
        assert "labnet's own sweep, not yours" in verdict.message and one.latest is None
    assert verdict.progress.startswith("0 of")
    assert claim.check("refuted", Results(evidence)).passed
    assert claim.check("confirmed", evidence).progress.startswith("1 of")
    assert claim.latest.passed


def test_the_evidence_decides_and_not_a_list():
    """With other settings the same claim may come out the other way."""
    over = {"loss": [D.on("linear").loss, BinaryCrossEntropy("sum")]}
    evidence = sweep(D, over, "linear", 20, hidden=(5, 100), epochs=1, progress=False)
    assert claims.second_layer.check("confirmed", evidence).passed


def test_the_swing_of_runs_that_diverged_is_the_highest():
    base = D.replace(activation="none", loss=BinaryCrossEntropy("sum"))
    evidence = quick(base, {"lr": [1.0]}, epochs=60)
    assert evidence[0].diverged.sum() > 10
    told = claims.oscillates.check("confirmed", evidence)
    assert "the highest loss is inf times the lowest" in told.message


def test_the_progress_counts_what_is_settled():
    evidence = claims.exponential.experiment()
    told = f"of {len(CLAIMS)} claims settled"
    assert told in claims.exponential.check("refuted", evidence).progress


def test_an_unknown_claim_is_told_the_known_ones():
    with pytest.raises(MissingError, match="two_units"):
        _ = claims.three_units


def test_the_claims_are_what_a_notebook_completes():
    assert dir(claims) == sorted(CLAIMS)
    assert all(getattr(claims, name) is one for name, one in CLAIMS.items())


NOTEBOOK = nbformat.read(copies.find("07"), as_version=4)
NUMBERS = ["nine", "ten", "eleven", "twelve", "thirteen"]


def test_every_claim_is_asked_for_or_shown():
    shown = {name for name in CLAIMS if f"exercises.claims.{name}" in rules.code(NOTEBOOK)}
    assert shown == set(CLAIMS) <= set(VERDICTS)
    assert len(claims_in(NOTEBOOK)) == len(CLAIMS) - 1  # one is worked out


def test_the_notebook_says_how_many_claims_there_are():
    all_claims, to_judge = (NUMBERS[len(CLAIMS) - less - 9] for less in (0, 1))
    assert f"judge {all_claims} conclusions" in NOTEBOOK.cells[0].source
    assert f"Judge {to_judge} claims" in rules.prose(NOTEBOOK)
    assert f"{to_judge.capitalize()} conclusions follow" in rules.prose(NOTEBOOK)
