"""Which notebook `make report` takes."""

import json

import pytest

from labnet import LabnetError
from labnet.course import copies
from labnet.report import __main__ as command
from labnet.report import candidates, checklist
from labnet.report.notebook import EXAMPLE, NAME


@pytest.fixture
def folder(tmp_path):
    """A student's folder, with an untouched copy of 08 and a notebook that is no report."""
    copies.copy_whole(EXAMPLE, tmp_path / NAME)
    copies.copy_whole(copies.find("01"), tmp_path / "01_sigmoid.ipynb")
    (tmp_path / "broken.ipynb").write_text("[" * 100_000)
    return tmp_path


def begin(folder, name):
    """A report under this name, with the student's own words in it."""
    path = copies.copy_whole(EXAMPLE, folder / name)
    path.write_text(path.read_text("utf-8").replace("Ada Example", "Eva"), encoding="utf-8")
    return path


def saved_again(path):
    """What JupyterLab writes after a run: other outputs, the same sources."""
    notebook = copies.read(path)
    notebook["metadata"]["kernelspec"] = {"name": "python3"}
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["my_report.ipynb", "Bericht Ada.ipynb", "報告.ipynb", "09_x.ipynb"]
)
def test_a_renamed_report_is_taken_in_place_of_the_untouched_copy(name, folder):
    path = begin(folder, name)
    saved_again(folder / NAME)
    assert candidates.chosen(folder=folder) == path


def test_a_renamed_report_is_taken_where_no_copy_was_made_anew(folder):
    path = (folder / NAME).rename(folder / "mine.ipynb")
    assert candidates.chosen(folder=folder) == path


def test_the_copy_itself_is_taken_as_soon_as_it_is_begun(folder):
    begin(folder, "backup.ipynb")
    path = begin(folder, NAME)
    assert candidates.chosen(folder=folder) == path
    assert "backup.ipynb: `make report NB=backup.ipynb` takes it." in candidates.others(
        path, folder
    )


def test_an_untouched_copy_alone_is_taken_without_a_word(folder):
    assert candidates.chosen(folder=folder) == folder / NAME
    assert candidates.others(folder / NAME, folder) == ""


def test_between_several_it_asks(folder):
    begin(folder, "a b.ipynb"), begin(folder, "c.ipynb")
    with pytest.raises(LabnetError) as told:
        candidates.chosen(folder=folder)
    assert str(told.value) == (
        "Which notebook is your report? In my-notebooks/ there is a b.ipynb, c.ipynb: "
        '`make report NB="a b.ipynb"` takes the first.'
    )


def test_where_there_is_none_it_says_how_to_get_one(folder):
    (folder / NAME).unlink()
    with pytest.raises(LabnetError, match="no report in my-notebooks/ yet: `make lab` brings"):
        candidates.chosen(folder=folder)


@pytest.mark.parametrize("name", ["my report", "my report.ipynb", "08", "8", NAME, "08_lab_report"])
def test_a_report_can_be_named(name, folder):
    path = begin(folder, "my report.ipynb")
    assert candidates.chosen(name, folder) == (path if "my" in name else folder / NAME)
    assert candidates.chosen(str(path), folder) == path


def test_a_name_that_is_not_there_brings_those_that_are(folder):
    with pytest.raises(LabnetError, match="no file mine. In my-notebooks/ there is 08_lab_report"):
        candidates.chosen("mine", folder)


def test_of_two_with_one_number_the_name_decides(folder):
    begin(folder, "08_own.ipynb")
    with pytest.raises(LabnetError, match="no file 08. .* 08_lab_report.ipynb, 08_own.ipynb"):
        candidates.chosen("08", folder)


def test_the_command_names_what_it_took_and_what_else_there_is(folder, monkeypatch, capsys):
    path = begin(folder, NAME)
    begin(folder, "other.ipynb")
    monkeypatch.setattr(command, "chosen", lambda: path)
    monkeypatch.setattr(command, "others", lambda path: candidates.others(path, folder))
    command.main([])
    assert f"{NAME} was taken. In my-notebooks/ there is other.ipynb" in capsys.readouterr().out


def test_the_checklist_of_an_untouched_copy_names_the_report_beside_it(folder):
    assert "beside it" not in repr(checklist(folder / NAME))
    begin(folder, "Ada.ipynb")
    (found,) = [point for point in checklist(folder / NAME) if "beside it" in point]
    assert found == (
        "08_lab_report.ipynb is still as it came, and Ada.ipynb beside it is not. If that is your "
        "report: `make report NB=Ada.ipynb`, and in its last cell report.checklist('Ada.ipynb')."
    )
    assert "beside it" not in repr(checklist(folder / "Ada.ipynb"))


def test_no_other_notebook_of_the_course_looks_like_a_report():
    assert candidates.reports(copies.ORIGINALS) == [EXAMPLE]
    assert not candidates.is_untouched(EXAMPLE)
