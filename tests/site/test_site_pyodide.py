"""Where Pyodide comes from: a folder or its release, and only what is pinned."""

import io
import tarfile
from functools import partial
from hashlib import sha256
from http.server import HTTPServer, SimpleHTTPRequestHandler
from threading import Thread

import pytest

from labnet.browser.distribution import pinned, pyodide_files
from labnet.support.errors import LabnetError

FILES = {"pyodide.mjs": b"the loader", "numpy.whl": b"a wheel"}


@pytest.fixture(autouse=True)
def small(monkeypatch, tmp_path):
    """A Pyodide of two small files."""
    hashes = {name: sha256(data).hexdigest() for name, data in FILES.items()}
    for module in (pinned, pyodide_files):
        monkeypatch.setattr(module, "FILES", hashes)
    monkeypatch.setattr(pyodide_files, "KEPT", tmp_path / "kept")


@pytest.fixture
def given(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_folder_with_the_pinned_files_is_taken(given):
    (given / "another.whl").write_bytes(b"not needed")
    assert pyodide_files.pyodide_files(given) == given


def test_a_missing_file_is_named(given):
    (given / "numpy.whl").unlink()
    with pytest.raises(LabnetError, match=r"given lacks numpy\.whl\. Expected .* PYODIDE=folder"):
        pyodide_files.pyodide_files(given)


def test_another_file_is_named(given):
    (given / "numpy.whl").write_bytes(b"another wheel")
    with pytest.raises(LabnetError, match=r"numpy\.whl is not what Pyodide .* sha256 differs"):
        pyodide_files.pyodide_files(given)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LabnetError, match="nowhere, and there is no such folder"):
        pyodide_files.pyodide_files(tmp_path / "nowhere")


# The release


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def release(tmp_path, monkeypatch):
    """A function that puts an archive of these files where the release is expected."""
    folder = tmp_path / "release"
    folder.mkdir()
    server = HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever).start()
    url = f"http://127.0.0.1:{server.server_port}/pyodide.tar.bz2"
    monkeypatch.setattr(pyodide_files, "RELEASE", url)

    def put(files, size=None):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:bz2") as archive:
            for name, data in files.items():
                member = tarfile.TarInfo(f"pyodide/{name}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
        (folder / "pyodide.tar.bz2").write_bytes(packed.getvalue()[:size])

    yield put
    server.shutdown()
    server.server_close()


def test_the_release_is_downloaded_once(release, tmp_path):
    release(FILES | {"large.whl": b"not needed"})
    folder = pyodide_files.pyodide_files()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    release({})
    assert pyodide_files.pyodide_files() == folder


BROKEN = [
    ({}, None, r"lacks pyodide\.mjs, numpy\.whl\. Expected"),
    (FILES | {"numpy.whl": b"another"}, None, r"numpy\.whl is not what Pyodide"),
    (FILES, 40, r"could not be downloaded from http://127.*\. Expected"),
    (FILES, 0, r"could not be downloaded from http://127.*\. Expected"),
]


@pytest.mark.parametrize(("files", "size", "sentence"), BROKEN)
def test_a_release_that_is_not_the_pinned_one_is_not_kept(files, size, sentence, release, tmp_path):
    release(files, size)
    with pytest.raises(LabnetError, match=sentence):
        pyodide_files.pyodide_files()
    assert list((tmp_path / "kept").iterdir()) == []


def test_no_release_gets_a_sentence(release):
    with pytest.raises(LabnetError, match=r"could not be downloaded .*404.*PYODIDE=folder"):
        pyodide_files.pyodide_files()


def test_files_that_were_kept_are_held_again(release):
    release(FILES)
    (pyodide_files.pyodide_files() / "numpy.whl").write_bytes(b"another")
    with pytest.raises(LabnetError, match=r"numpy\.whl is not what Pyodide"):
        pyodide_files.pyodide_files()
