"""The benchmark's machinery, without its peers: what it verifies, times, and says."""

from dataclasses import replace

import numpy as np
import pytest
from benchmarks import __main__ as command
from benchmarks import measure, parts, report, tables, targets, timing, verify
from benchmarks.contenders import FLAT, JAX_RUNS, LABNET, LABNET_RUNS, TORCH, C, Contender
from benchmarks.measure import Results
from benchmarks.peers import numpy_
from benchmarks.problem import LOSSES, SQUARED_ERROR, Problem
from benchmarks.timing import Timing
from benchmarks.verify import DeviationError, Verifier

XOR = Problem(data="xor", width=4)
ABSENT = Contender("Absent", "no_such_module")


@pytest.fixture(autouse=True)
def compare_briefly(monkeypatch):
    monkeypatch.setattr(verify, "LONGEST", 20)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("contender", [LABNET_RUNS, FLAT])
def test_who_trains_the_same_is_accepted(contender, loss):
    results = Results()
    assert contender.name in results.verified([contender], replace(XOR, loss=loss))
    difference, name, _ = results.verifier.largest["float64"]
    assert name == contender.name
    assert difference < 1e-12


@pytest.mark.parametrize("forgotten", range(6), ids=["W1", "b1", "W2", "b2", "W3", "b3"])
@pytest.mark.parametrize("loss", LOSSES)
def test_a_parameter_that_is_not_trained_is_noticed(forgotten, loss, monkeypatch):
    def descend(params, gradients, lr):
        gradients[forgotten] = 0.0
        descended(params, gradients, lr)

    descended = numpy_.descend
    monkeypatch.setattr(numpy_, "descend", descend)
    with pytest.raises(DeviationError, match=r"NumPy, flat code does not .* \(xor, .* differs by"):
        Results().verified([LABNET, FLAT], replace(XOR, loss=loss))


@pytest.mark.parametrize(
    "losses", [[1.0, np.nan], [1.0, 1.0 + 2e-9], [1.0], [[1.0], [1.0]]], ids=str
)
def test_losses_that_are_not_labnets_are_refused(losses):
    with pytest.raises(DeviationError):
        Verifier().accept(FLAT, XOR, np.array(losses), np.ones(2))


def test_float32_may_differ_by_more():
    losses = np.ones(2), np.ones(2) + 1e-5
    Verifier().accept(replace(FLAT, dtype="float32"), XOR, *losses)
    with pytest.raises(DeviationError):
        Verifier().accept(FLAT, XOR, *losses)


def test_the_command_fails_where_a_contender_deviates(monkeypatch):
    def deviates(_):
        raise DeviationError("Absent does not do what labnet does")

    monkeypatch.setattr(command, "ONE_THREAD", {})
    monkeypatch.setitem(parts.PARTS, "grid", deviates)
    with pytest.raises(SystemExit, match="Absent does not do what labnet does"):
        command.main(["grid"])


def test_an_unknown_part_is_answered_with_a_list(monkeypatch):
    monkeypatch.setattr(command, "ONE_THREAD", {})
    with pytest.raises(SystemExit, match="no part gird; expected full_batch, .*grid"):
        command.main(["gird"])


def test_a_missing_contender_is_shown_as_missing():
    results = Results()
    assert list(results.verified([FLAT, ABSENT], XOR)) == [FLAT.name]
    assert tables.cell(results, ABSENT, XOR, "minimum") == "missing"
    assert "* **Absent is missing**: No module named" in report.missing(results.missing)
    assert report.missing({}) == "No contender is missing."


def test_the_slices_take_turns(monkeypatch):
    clock, calls = [0.0], []

    def costs(name, seconds):
        def run(epochs):
            calls.append(name)
            clock[0] += seconds * epochs

        return run

    monkeypatch.setattr(timing, "process_time", lambda: clock[0])
    monkeypatch.setattr(timing, "ROUNDS", 5)
    runs = {"a": costs("a", 1e-4), "b": costs("b", 5e-2)}
    found = timing.interleave(runs, known={"a": 20, "b": 1}, networks={"a": 25, "b": 1})
    assert calls[4:] == ["a", "b"] * timing.ROUNDS  # the first four choose the lengths
    assert found["a"].minimum == pytest.approx(1e-4 / 25)
    assert found["b"].median == pytest.approx(5e-2)


def test_a_problem_is_timed_once(monkeypatch):
    results, times = Results(), Timing(1.0, 1.0)
    monkeypatch.setattr(measure, "interleave", lambda runs, *_: dict.fromkeys(runs, times))
    results.train([LABNET, FLAT], [XOR])
    monkeypatch.setattr(measure, "interleave", lambda *_: pytest.fail("timed again"))
    results.train([LABNET], [XOR])
    assert results.timings == {(LABNET.name, XOR): times, (FLAT.name, XOR): times}


def test_the_minimum_and_the_median_of_the_slices():
    assert timing.timing([4.0, 2.0, 9.0], networks=2) == Timing(minimum=1.0, median=2.0)


def results_with(times):
    """Microseconds of each contender, for width 10 and both losses."""
    problems = [Problem(loss=loss) for loss in LOSSES]
    return Results(
        {
            (one.name, problem): Timing(1e-6 * us, 2e-6 * us)
            for one, each in times.items()
            for us, problem in zip(each, problems, strict=True)
        }
    )


def test_the_table_has_times_and_ratios_to_c():
    results = results_with({C: (4, 4), LABNET: (50, 50)})
    results.missing[TORCH.name] = "not here"
    table = tables.of_timings(results, [C, LABNET, TORCH, FLAT], {"linear": Problem()})
    assert table.splitlines()[2:] == [
        "| C, gcc | 4.00 (1.00) |",
        "| labnet | 50.0 (12.5) |",
        "| PyTorch eager | missing |",
        "| NumPy, flat code | – |",
    ]
    medians = tables.of_timings(results, [LABNET], {"linear": Problem()}, "median")
    assert medians.endswith("| labnet | 100 (12.5) |")


def test_the_verdicts_come_from_the_ratios():
    times = {C: (4, 5), LABNET: (40, 60), TORCH: (400, 240), JAX_RUNS: (8, 8)}
    results = results_with(times | {LABNET_RUNS: (12, 17)})
    rows = {row[0]: row[1:] for row in targets.rows(results)}
    single, torch = "labnet ÷ C, gcc", "PyTorch eager ÷ labnet"
    runs = f"{LABNET_RUNS.name} ÷ {JAX_RUNS.name}"
    assert rows[f"{single}, width 10"] == ["10.00", "12.00", "10", "at most 14", "reached"]
    assert rows[f"{torch}, width 10"] == ["10.00", "4.00", "8", "at least 5", "not reached"]
    assert rows[f"{runs}, width 10"][-1] == "not reached"
    assert rows[f"{single}, width 100"] == ["–", "–", "1.6", "at most 1.9", "not measured"]


@pytest.mark.parametrize(
    ("ratios", "aim", "least", "verdict"),
    [
        ([10.0, 9.0], 10, 14, "aim reached"),
        ([10.1, 9.0], 10, 14, "reached"),
        ([9.0, 14.1], 10, 14, "not reached"),
        ([8.0, 9.0], 8, 5, "aim reached"),
        ([7.9, 9.0], 8, 5, "reached"),
        ([9.0, 4.9], 8, 5, "not reached"),
        ([None, 9.0], 8, 5, "not measured"),
    ],
)
def test_the_worst_ratio_decides(ratios, aim, least, verdict):
    assert targets.verdict(ratios, aim, least) == verdict


def test_the_page_is_filled_in():
    results = results_with({C: (4, 4), LABNET: (50, 50)})
    results.verifier.largest["float64"] = (3e-13, "C, gcc", "xor")
    text = report.page(results, ["## A section"], minutes=5, load=0.0)
    assert "| labnet ÷ C, gcc, width 10 | 12.50 | 12.50 |" in text
    assert "largest difference in float64 was 3e-13 (C, gcc: xor)" in text
    assert "No contender is missing." in text
    assert text.endswith("## A section\n")


def test_runs_start_as_their_singles_do():
    runs = replace(XOR, runs=3)
    assert runs.start[2].shape == (3, 4, 4)
    assert not np.array_equal(runs.start[2][0], runs.start[2][1])
    for r, single in enumerate(runs.singles()):
        assert single.loss == SQUARED_ERROR
        assert all(
            np.array_equal(many[r], one) for many, one in zip(runs.start, single.start, strict=True)
        )
