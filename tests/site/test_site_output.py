"""What is built replaces the old once it is whole, and a build that fails leaves the old site."""

import pytest

from labnet.browser.course.course_site import build_course
from labnet.browser.output import anew
from labnet.browser.play.building import build_playground
from labnet.support.errors import LabnetError


@pytest.fixture
def old(tmp_path):
    """A site that was built before: its start page, the notebooks and the playground."""
    for name in ("index.html", "course/index.html", "play/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"old {name}")
    return tmp_path


def content(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_the_new_takes_the_place_of_the_old(old):
    with anew(old / "play") as folder:
        (folder / "new.html").write_text("new")
    assert content(old / "play") == {"new.html": "new"}
    assert sorted(path.name for path in old.iterdir()) == ["course", "index.html", "play"]


def test_it_is_made_where_there_was_nothing(tmp_path):
    with anew(tmp_path / "site" / "play") as folder:
        (folder / "new.html").write_text("new")
    assert content(tmp_path) == {"site/play/new.html": "new"}


def test_what_fails_leaves_the_old(old):
    before = content(old)
    with pytest.raises(LabnetError), anew(old / "play") as folder:
        (folder / "new.html").write_text("half of it")
        raise LabnetError("There is no Node here.")
    assert content(old) == before


@pytest.mark.parametrize("build", ["course", "play"])
def test_without_pyodide_the_old_site_stays(build, old, monkeypatch):
    monkeypatch.setattr("labnet.browser.course.course_site.build_jupyterlite", lambda *_: None)
    before = content(old)
    with pytest.raises(LabnetError, match="there is no such folder"):
        if build == "course":
            build_course(old / "nowhere", old)
        else:
            build_playground(old / "nowhere", old / "play")
    assert content(old) == before
