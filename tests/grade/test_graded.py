"""From the files to the tables and pages: one row for each student and exercise, whatever comes."""

import csv
import re

import pytest
from grade import expected, submissions

from labnet.grade import classroom, handed_in
from labnet.grade.__main__ import grade, main
from labnet.grade.pages import file_names, write_pages
from labnet.grade.register import register
from labnet.grade.submission_rows import FileRows
from labnet.grade.tables import COLUMNS, write_tables

RIGHT = {"outcome": "right", "mistake": "", "sentence": "", "hint": "", "remark": "", "flags": []}
RIGHT |= {"evidence": [], "source": "def f():\n    return 1", "shape": "", "numbers": ""}
WRONG = RIGHT | {"outcome": "wrong", "mistake": "<b>id</b>", "sentence": "=1+1 `code` <script>"}


def paper(student, name="a.ipynb", number="02", predictions=None, verdicts=None, **rows):
    made = dict.fromkeys(("cross_entropy", "output_gradient"), RIGHT) | rows
    rest = {"predictions": predictions or {}, "verdicts": verdicts or {}}
    return FileRows(student, name, number, "", {k: dict(v) for k, v in made.items()}, **rest)


def broken(student, number="02"):
    return FileRows(student, "b.ipynb", number, "The file is damaged.", {}, {}, {})


def outcomes(made):
    return [(student, name, row["outcome"]) for (student, _, name), row in made.rows.items()]


def test_each_student_has_a_row_for_each_exercise():
    made = register([paper("ann"), broken("bob"), paper("ann", number="01")])
    names = {"01": 4, "02": 5}
    for student in ("ann", "bob"):
        assert [number for number, _ in made.of(student)] == [
            n for n, k in names.items() for _ in range(k)
        ]
    bob = made.rows["bob", "02", "cross_entropy"]
    assert bob["outcome"] == "missing" and "The file is damaged" in bob["sentence"]
    assert made.rows["bob", "01", "sigmoid"]["sentence"] == "No notebook 01 was handed in."


def test_of_two_files_the_better_row_counts():
    files = [paper("ann", "old.ipynb", cross_entropy=WRONG), paper("ann", "new.ipynb")]
    row = register(files).rows["ann", "02", "cross_entropy"]
    assert row["outcome"] == "right" and row["flags"] == [
        "handed in more than once; new.ipynb counts"
    ]


def written(files, folder):
    made = register(files)
    write_tables(made, folder)
    write_pages(made, folder, ())
    return made


def test_the_tables(tmp_path):
    written([paper("=ann", cross_entropy=WRONG), paper("bob")], tmp_path)
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        first, *rows = csv.reader(file)
    assert tuple(first) == COLUMNS and len(rows) == 10
    assert rows[0][:6] == [
        "'=ann",
        "02",
        "cross_entropy",
        "wrong",
        "<b>id</b>",
        "'" + WRONG["sentence"],
    ]
    book = (tmp_path / "gradebook.csv").read_text("utf-8").splitlines()
    assert book == ["student,02 right of 5,right,flags", "'=ann,1,1,0", "bob,2,2,0"]


def test_pages_are_whole_and_run_nothing(tmp_path):
    files = [paper("<i>ann", cross_entropy=WRONG, verdicts={"two_units": "passed"}), paper("bob")]
    written(files, tmp_path)
    pages = [tmp_path / "class.html", *(tmp_path / "students").iterdir()]
    assert len(pages) == 3
    for page in pages:
        text = page.read_text("utf-8")
        assert "<script" not in text and "<i>" not in text and "<b>id" not in text
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)
    ann = (tmp_path / "students" / "i_ann.html").read_text("utf-8")
    assert (
        "<code>code</code> &lt;script&gt;" in ann
        and "two_units</code>: passed (not checked again)" in ann
    )
    assert "bob" not in ann


def test_an_example_is_anonymous(tmp_path):
    source = "# by ann\ndef f(z):\n    return z  # ann"
    stripped = handed_in.Cells([handed_in.Cell("c", source)]).taken_out("f").source
    assert "ann" not in stripped


def test_pages_of_students_have_names_of_their_own():
    names = file_names(["Ann B", "Ann/B", "ann_b", "..", "é", "x" * 300])
    assert len({one.lower() for one in names.values()}) == 6
    assert all(re.fullmatch(r"[\w.-]+\.html", one) and one[0] != "." for one in names.values())


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """A few submissions of 03, and where they are."""
    wanted = ("all right", "blank", "truncated", "os._exit", "NumPy")
    every = {k: one for k, one in submissions.everything().items() if one.papers[0].number == "03"}
    chosen = {}
    for word in wanted:
        found = (k for k, one in every.items() if one.kind.startswith(word))
        chosen |= {k: every[k] for k in list(found)[:1]}
    folder = tmp_path_factory.mktemp("class") / "handed-in"
    submissions.write(folder, chosen)
    return folder, chosen


def test_a_class(some, capsys):
    folder, chosen = some
    main([str(folder)])
    output = folder.with_name("handed-in-graded")
    rows = [dict(zip(expected.COLUMNS, row, strict=True)) for row in expected.rows_of(chosen)]
    assert list(expected.differences(rows, expected.read(output / "grades.csv"))) == []
    assert str(output / "class.html") in capsys.readouterr().out


def test_what_is_done_is_not_done_again(some, monkeypatch, tmp_path):
    folder, chosen = some
    made, _ = grade(folder, tmp_path / "out")
    monkeypatch.setattr(
        classroom, "each", lambda waiting, walls: iter(()) if not waiting else 1 / 0
    )
    again, _ = grade(folder, tmp_path / "out")
    assert again.rows == made.rows
    first = next(folder.rglob("*.ipynb"))
    first.write_bytes(first.read_bytes() + b"\n")
    with pytest.raises(ZeroDivisionError):
        grade(folder, tmp_path / "out")


def test_without_a_folder_it_says_how():
    with pytest.raises(SystemExit, match="make grade FOLDER=handed-in"):
        main([])
    with pytest.raises(SystemExit, match="There is no folder"):
        main(["nowhere"])
