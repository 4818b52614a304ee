"""The entries of the claims, and the committed table: what it says follows from what it shows.

One slice of the table is trained again. These claims are numerically stable: on another processor
the weights differ in the last bits, and so a printed number by 1 % at most, if at all.
"""

import re

import numpy as np
import pytest

from labnet import LabnetError
from labnet.experiments.grid import points
from labnet.presets import presets
from labnet.study import CLAIMS, PLANS, claims_table, reproduce, survey
from labnet.study.claim import Number, Share
from labnet.study.found import Count, Spread
from labnet.study.judge import Judged, comparison, judged
from labnet.study.plan import SEEDS
from labnet.study.verdicts import VERDICTS

STABLE = ["C17", "C29", "C37", "C68"]
WITHIN = 0.01
NUMERIC = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf")
OURS = claims_table.COLUMNS.index(
    next(name for name in claims_table.COLUMNS if name.startswith("ours"))
)


def rows_of(text):
    """{id: its rows} of all tables in the text, each row a list of cells."""
    rows, here = {}, None
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if cells and set(cells[1]) != {"-"} and cells[1] != "claim":
            here = cells[0] or here
            rows.setdefault(here, []).append(cells)
    return rows


@pytest.fixture(scope="module")
def committed():
    return claims_table.FILE.read_text(encoding="utf-8")


def parsed(line, cell):
    """What the table shows of a Number or a Share, as the rules take it."""
    if isinstance(line, Share):
        return Count(*map(int, re.match(r"(\d+) of (\d+)", cell).groups()))
    median, low, high = map(float, NUMERIC.findall(cell) or [np.nan] * 3)
    return Spread(low, median, high, line.form)


def read_again(claim, rows):
    """The Judged of a claim, from the numbers in its rows of the table."""
    shown = {line.name: row[OURS] for line, row in zip(claim.found, rows, strict=True)}
    found = {line.name: parsed(line, shown[line.name]) for line in claim.found}
    agrees = {line.name: comparison(found[line.name], line.survey) for line in claim.found}
    return Judged(claim, found, claim.rule(found), agrees)


def test_all_claims_of_the_reports_are_there():
    assert list(CLAIMS) == [f"C{number:02}" for number in range(1, 78)]
    assert all(claim.id == name for name, claim in CLAIMS.items())


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_an_entry_is_well_formed(claim):
    names = [line.name for line in claim.found]
    assert len(set(names)) == len(names) > 0
    assert claim.preset in presets
    assert claim.says.endswith(".") and claim.reported and "|" not in claim.says + claim.reported
    assert not claim.story or claim.story.endswith(".") and claim.story != claim.says
    assert claim.survey in VERDICTS
    for line in claim.found:
        if isinstance(line, Number):
            assert float(format(0.5, line.form)) <= 0.5
            assert not line.survey or survey.read(line.survey)
        else:
            assert line.survey is None or 0 <= line.survey <= 1


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_its_sweeps_build_and_have_its_settings(claim):
    for line in claim.found:
        plan, wanted = PLANS[line.at.plan], line.at.values
        assert set(wanted) == set(plan.over)
        assert all(value in plan.over[name] for name, value in wanted.items())


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_trains_something(name):
    plan = PLANS[name]
    for each in points(plan.base, plan.over, plan.data, {}):
        net = each.setup.network(np.random.default_rng(0))
        X, y, _ = each.setup.draw(each.data, np.random.default_rng(0))
        each.setup.training(net, X, y)
        assert plan.seeds == SEEDS or 100 in each.setup.hidden or name in FEW_SEEDS


FEW_SEEDS = ("A 2 units, XOR", "D sizes", "D wide", "D wide, exact gradient")


def test_no_plan_is_left_over():
    assert set(reproduce.needed(CLAIMS.values())) == set(PLANS)


def test_each_sweep_of_two_claims_is_trained_once():
    claims = reproduce.pick(["C19", "C22"])
    assert reproduce.needed(claims) == ["B rates"]


def test_the_files_of_two_plans_differ(tmp_path):
    files = [reproduce.file_of(name, tmp_path) for name in PLANS]
    assert len({str(file).lower() for file in files}) == len(PLANS)
    assert all(re.fullmatch(r"[\w.-]+", file.name) for file in files)


def test_no_claims_named_are_all_and_the_order_is_the_reports():
    assert reproduce.pick([]) == list(CLAIMS.values())
    assert [claim.id for claim in reproduce.pick(["C22", "C19"])] == ["C19", "C22"]


def test_an_unknown_claim_is_an_error():
    with pytest.raises(LabnetError, match="'C99'; expected one of 'C01', 'C02'"):
        reproduce.pick(["C19", "C99"])


def test_the_table_has_all_claims_in_order(committed):
    assert list(rows_of(committed)) == list(CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS)
def test_the_rows_follow_from_the_numbers_in_them(claim, committed):
    rows = rows_of(committed)[claim.id]
    assert [tuple(row) for row in rows] == read_again(claim, rows).rows


def test_the_head_follows_from_the_numbers(committed):
    rows = rows_of(committed)
    each = [read_again(claim, rows[name]) for name, claim in CLAIMS.items()]
    assert committed.startswith(claims_table.head(each))


@pytest.mark.slow
def test_a_slice_of_the_table_is_found_again(committed, tmp_path):
    claims = reproduce.pick(STABLE)
    results = reproduce.results(claims, folder=tmp_path, progress=False)
    text = claims_table.tables([judged(claim, results) for claim in claims])
    then, now = rows_of(committed), rows_of(text)
    assert list(now) == STABLE
    for name, rows in now.items():
        for new, old in zip(rows, then[name], strict=True):
            same(new.pop(OURS), old.pop(OURS))
            assert new == old


def same(new, old):
    """The same text, but for numbers that may differ WITHIN."""
    assert NUMERIC.sub("#", new) == NUMERIC.sub("#", old)
    numbers = [[float(one) for one in NUMERIC.findall(text)] for text in (new, old)]
    assert numbers[0] == pytest.approx(numbers[1], rel=WITHIN)
