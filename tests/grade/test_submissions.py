"""The made-up class: it has what it should, and its list of what is expected finds what is not."""

import json
from collections import Counter

import pytest
from grade import expected, submissions
from grade.kinds.honest import MISTAKES
from grade.right_sources import right_sources
from grade.submission import fill_in, handwriting, original
from nbformat import v4

from labnet import exercises

CLASS = submissions.everything()
ROWS = [dict(zip(expected.COLUMNS, row, strict=True)) for row in expected.rows_of(CLASS)]


def defined(number, name, source):
    """What a cell defines, below the imports of its notebook."""
    imports = v4.reads_json(original(number)).cells[1].source
    names = {}
    exec(f"{imports}\n{source}", names)
    return names[name]


def test_there_are_enough_of_every_notebook_and_outcome():
    assert len(CLASS) >= 60
    assert min(Counter(row["notebook"] for row in ROWS).values()) > 20
    outcomes = {one for row in ROWS for one in row["expected"].split(": ")[0].split(" or ")}
    assert outcomes == {"right", "wrong", "stopped", "not attempted", "missing"}
    assert {flag for row in ROWS for flag in row["flags"].split()} == set(expected.WORDS)


def test_kinds_are_told_apart():
    often = Counter(one.kind for one in CLASS.values()).most_common(1)
    assert often[0][1] <= 4, often


@pytest.mark.parametrize("number, name, id, source", MISTAKES, ids=lambda one: str(one)[:30])
def test_a_mistake_is_the_one_that_its_check_names(number, name, id, source):
    verdict = getattr(exercises, name).judge(defined(number, name, source))
    assert (verdict.outcome, verdict.mistake) == ("not yet right", id)


@pytest.mark.slow
@pytest.mark.parametrize("number", ["01", "02", "03", "04", "07"])  # 05 needs more of its cells
def test_right_sources_are_right(number):
    for name, sources in right_sources(number).items():
        assert len(sources) >= 3, name
        for source in sources:
            assert getattr(exercises, name).judge(defined(number, name, source)).passed, source


def test_handwritings_differ():
    several = [tuple(handwriting("03", turn).values()) for turn in range(40)]
    assert len(set(several)) == 40


def test_answers_stand_in_the_place_of_the_stubs():
    notebook = v4.reads_json(original("03"))
    fill_in(notebook, {"backward": "backward = 'mine'"})
    cells = {cell.id: cell.source for cell in notebook.cells}
    assert cells["define-backward"].startswith("backward = 'mine'\n")
    assert cells["define-backward"].endswith("exercises.backward.check(backward)")
    assert "..." in cells["define-forward"]


def test_the_files_are_where_they_are_said_to_be(tmp_path):
    some = {student: one for student, one in CLASS.items() if one.listed or one.files}
    submissions.write(tmp_path, some)
    listed = expected.read(tmp_path / "students.csv")
    assert listed and all((tmp_path / row["file"]).is_file() for row in listed)
    (paths,) = ([*one.files] for one in some.values() if one.files)
    (student,) = (student for student, one in some.items() if one.files)
    assert all((tmp_path / student / path).is_file() for path in paths)


def test_a_spoilt_file_is_no_notebook(tmp_path):
    (one,) = ([*{s: c for s, c in CLASS.items() if c.kind == "truncated"}.items()],)
    submissions.write(tmp_path, dict(one))
    (path,) = tmp_path.rglob("*.ipynb")
    with pytest.raises(json.JSONDecodeError):
        json.loads(path.read_text("utf-8"))


# A table of grades beside what is expected

FLAG = {"patches": "assigns to an attribute of numpy", "alike": "the same as another"}
FLAG |= {"ends": "calls os._exit", "swallows": "a loop that swallows every exception"}
FLAG |= {"labnets": "labnet's own", "several": "handed in more than once"}


def graded(row, **others):
    """A row of grades.csv that is as expected, but for others."""
    outcomes, _, mistake = row["expected"].partition(": ")
    flags = "; ".join(FLAG[one] for one in row["flags"].split())
    told = {"outcome": outcomes.split(" or ")[0], "mistake": mistake, "sentence": "It is so."}
    return (
        {name: row[name] for name in ("student", "notebook", "exercise")}
        | told
        | {"flags": flags}
        | others
    )


GRADES = [graded(row) for row in ROWS]


def test_grades_as_expected_have_no_difference():
    assert list(expected.differences(ROWS, GRADES)) == []


def first(**wanted):
    return next(k for k, row in enumerate(ROWS) if wanted.items() <= row.items())


@pytest.mark.parametrize(
    "k, change, told",
    [
        (first(expected="right"), {"outcome": "wrong"}, "wrong, expected right"),
        (first(expected="stopped"), {"outcome": "wrong"}, "wrong, expected stopped"),
        (first(expected="wrong: loss-sign"), {"mistake": "loss-summed"}, "named loss-summed"),
        (first(expected="missing"), {"sentence": ""}, "does not say"),
        (first(expected="right"), {"student": "somebody"}, "there is no row"),
        (first(expected="right", flags="", doubtful=""), {"flags": "odd"}, "a false alarm: odd"),
    ],
)
def test_a_row_that_is_not_as_expected_is_told(k, change, told):
    rows = [*GRADES[:k], GRADES[k] | change, *GRADES[k + 1 :]]
    (found,) = expected.differences(ROWS, rows)
    assert told in found and ROWS[k]["kind"] in found


def test_a_flag_that_is_not_there_is_told():
    student = ROWS[first(flags="ends")]["student"]
    rows = [row | {"flags": ""} if row["student"] == student else row for row in GRADES]
    (found,) = expected.differences(ROWS, rows)
    assert student in found and "no flag that it ends" in found
