"""The wheels of a page: which ones, what is in them, and that twice the same bytes come out."""

import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from labnet.browser.distribution import (
    archives,
    bytecode,
    closure,
    labnet_wheel,
    stripping,
    wheel_files,
)
from labnet.support.errors import LabnetError


@pytest.fixture
def wheel(tmp_path):
    """A function that makes a wheel with these files and requirements; returns its path."""

    def make(name, files, *requires):
        folder = tmp_path / "files" / name
        lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0"]
        metadata = "\n".join([*lines, *(f"Requires-Dist: {one}" for one in requires), ""])
        for file, text in {**files, f"{name}-1.0.dist-info/METADATA": metadata}.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        packed = tmp_path / f"{name}-1.0-py3-none-any.whl"
        wheel_files.pack(folder, packed)
        return packed

    return make


def names(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_a_wheel_tells_of_itself(wheel):
    found = wheel_files.read(wheel("Mat_Plot", {}, "numpy>=2"))
    assert (found.name, found.version) == ("mat-plot", "1.0")
    assert found.requires == (Requirement("numpy>=2"),)


def test_the_same_files_give_the_same_bytes(wheel, tmp_path):
    first = wheel("one", {"one/a.py": "1", "one/b.py": "2"}).read_bytes()
    for path in sorted((tmp_path / "files").rglob("*.py"), reverse=True):
        path.write_text(path.read_text())  # another date
    wheel_files.pack(tmp_path / "files" / "one", tmp_path / "again.whl")
    assert (tmp_path / "again.whl").read_bytes() == first


def test_an_archive_is_named_by_its_bytes(wheel, tmp_path):
    wheel("one", {"one/a.py": "1"})
    first = archives.write(tmp_path, "own", "tar", archives.tar(tmp_path / "files"))
    (tmp_path / "files/one/one/a.py").write_text("1")  # another date
    assert archives.write(tmp_path, "own", "tar", archives.tar(tmp_path / "files")) == first
    (tmp_path / "files/one/one/a.py").write_text("2")
    assert archives.write(tmp_path, "own", "tar", archives.tar(tmp_path / "files")) != first


# Which ones


def found(own, roots, tmp_path, **options):
    return closure.closure(roots, own, tmp_path, tmp_path, **options)


def test_the_closure_follows_requirements_that_hold_in_a_page(wheel, tmp_path):
    own = [
        wheel("root", {}, "near", 'far; sys_platform == "win32"', 'asked; extra == "more"'),
        wheel("near", {}, "last; python_version >= '3.14'"),
        wheel("last", {}),
    ]
    wheels = found(own, ["root"], tmp_path)
    assert [one.name for one in wheels] == ["last", "near", "root"]


def test_an_extra_brings_what_it_needs_even_if_it_comes_late(wheel, tmp_path):
    own = [
        wheel("root", {}, "two", "one[more]"),
        wheel("two", {}, "one"),
        wheel("one", {}, 'asked; extra == "more"'),
        wheel("asked", {}),
    ]
    assert "asked" in {one.name for one in found(own, ["two", "root"], tmp_path)}


def test_what_no_page_needs_is_left_out(wheel, tmp_path):
    own = [wheel("root", {}, "Too_Large")]
    wheels = found(own, ["root"], tmp_path, without={"too-large"})
    assert [one.name for one in wheels] == ["root"]


def test_a_wheel_that_nobody_has_is_named(wheel, tmp_path):
    with pytest.raises(LabnetError, match=r"A page needs nowhere, .* Expected is a line .*wheels"):
        found([wheel("root", {}, "nowhere")], ["root"], tmp_path)


# What is in them


def test_files_that_no_page_needs_are_left_out(wheel, tmp_path):
    kept = ["one/a.py", "one/testing.py"]
    others = ["one/tests/test_a.py", "one/a.pyi", "one-1.0.data/data/x.js", "one/core/include/a.h"]
    stripping.unpack(wheel("one", dict.fromkeys(kept + others, "")), tmp_path / "unpacked")
    found = (path for path in (tmp_path / "unpacked").rglob("*") if path.is_file())
    left = sorted(path.relative_to(tmp_path / "unpacked").as_posix() for path in found)
    assert left == ["one-1.0.dist-info/METADATA", *kept]


def test_what_costs_each_page_time_is_replaced(wheel, tmp_path):
    name, (old, new) = next(iter(stripping.INSTEAD.items()))
    before = f"class Artist:\n{old.decode()}    a = 1\n"
    stripping.unpack(wheel("one", {name: before}), tmp_path / "unpacked")
    assert (tmp_path / "unpacked" / name).read_text() == before.replace(old.decode(), new.decode())


def test_another_version_than_the_one_that_is_replaced_is_named(wheel, tmp_path):
    with pytest.raises(LabnetError, match=r"artist\.py has other lines than expected"):
        stripping.unpack(wheel("one", {"matplotlib/artist.py": "a = 1\n"}), tmp_path / "unpacked")


def test_the_templates_of_a_report_go_where_nbconvert_looks(wheel, tmp_path):
    template = "share/jupyter/nbconvert/templates/base/a.j2"
    stripping.unpack(wheel("one", {f"one-1.0.data/data/{template}": ""}), tmp_path / "unpacked")
    assert (tmp_path / "unpacked" / stripping.PREFIX / template).is_file()


@pytest.fixture
def modules(tmp_path):
    """Two modules, of which one is no Python."""
    folder = tmp_path / "wheels" / "one" / "one"
    folder.mkdir(parents=True)
    (folder / "good.py").write_text("answer = 42\n")
    (folder / "template.py").write_text("{{ name }} =\n")
    return folder


def test_bytecode_replaces_a_source(modules):
    bytecode.compile_instead(modules.parents[1])
    assert {path.name for path in modules.iterdir()} == {"good.pyc", "template.py"}


def test_bytecode_stands_beside_a_source_that_is_kept(modules):
    bytecode.compile_beside(modules.parents[1])
    assert (modules / "good.py").exists()
    made = [path.name.split(".")[0] for path in (modules / "__pycache__").iterdir()]
    assert made == ["good"]


def test_bytecode_never_looks_at_its_source(modules):
    bytecode.compile_instead(modules.parents[1])
    flags = (modules / "good.pyc").read_bytes()[4:8]
    assert int.from_bytes(flags, "little") == 0b01  # has a hash, and it is not checked


def test_labnets_own_wheel_has_all_that_a_page_needs(tmp_path):
    path = labnet_wheel.labnet_wheel(tmp_path, ["recorded", "browser/distribution"])
    there = names(path)
    assert {"labnet/layers.py", "labnet/explorer/js/view.js", "labnet/browser/play/playing.py"} <= {
        *there
    }
    assert not [one for one in there if one.startswith(("labnet/recorded/", "labnet/browser/dist"))]
    found = wheel_files.read(path)
    assert "numpy" in {one.name for one in found.requires}


def test_every_wheel_of_pypi_has_a_hash_and_a_reason():
    text = (Path(labnet_wheel.PACKAGE) / "browser" / "wheels.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines and [one for one in lines if "==" not in one or "--hash=sha256:" not in one] == []
