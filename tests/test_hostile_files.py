"""Files that are cut, foreign, hostile or in the way: refused with a sentence, and left alone."""

import io
import os
import signal
import sys
import tracemalloc
import warnings
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pytest
from helpers import small_network
from hostile_files import (
    FOREIGN,
    HOSTILE,
    Trap,
    instead,
    npy,
    pickled,
    two_in_one,
    with_arrays,
    with_header,
    zipped,
)
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from labnet import LabnetError, presets, sweep

MOST_MEMORY = 20 * 2**20  # bytes, for refusing a file
SWEPT = {"base": presets["B"].replace(epochs=3), "over": {"lr": [0.1]}, "seeds": 2}


def load(path):
    return small_network().load(path)


def go_on(path):
    return sweep(**SWEPT, file=path, progress=False)


# Who reads a file, and which array of it the hostile ones are about
READERS = {"a network": (load, "theta"), "a sweep": (go_on, "loss")}
TEXTS = {"a network": "layers", "a sweep": "sweep"}


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """{reader: the bytes of a file that it reads}"""
    folder = tmp_path_factory.mktemp("good")
    small_network().save(folder / "network.npz")
    go_on(folder / "sweep.npz")
    return {name: (folder / f"{name.split()[1]}.npz").read_bytes() for name in READERS}


@pytest.fixture(autouse=True)
def deadline():
    """What waits for a file without an end fails, and hangs nothing."""

    def late(signum, frame):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def arrays_in(content, folder):
    (folder / "source").write_bytes(content)
    with np.load(folder / "source", allow_pickle=False) as file:
        found = dict(file)
    (folder / "source").unlink()
    return found


def refused(read, path):
    """The sentence; nothing in the folder has changed, and no memory was taken."""
    before = state_of(path.parent)
    tracemalloc.start()
    try:
        with pytest.raises(LabnetError) as error:
            read(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert state_of(path.parent) == before and peak < MOST_MEMORY
    message = str(error.value)
    assert message.endswith(".") and str(path) in message and len(message) < 600, message
    assert message.isprintable() and "Errno" not in message, message
    return message


def state_of(folder):
    """{name: content, or what else it is}, and when each was changed."""
    return {
        path.name: (path.read_bytes() if path.is_file() else "", path.lstat())[:1]
        + (path.lstat().st_mtime_ns, path.lstat().st_ino)
        for path in folder.iterdir()
    }


@pytest.mark.parametrize("reader", READERS)
def test_the_good_files_are_read(reader, good, tmp_path):
    (tmp_path / "file.npz").write_bytes(good[reader])
    READERS[reader][0](tmp_path / "file.npz")
    assert (tmp_path / "file.npz").read_bytes() == good[reader]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_files(reader, name, tmp_path):
    path = tmp_path / "file.npz"
    path.write_bytes(FOREIGN[name])
    refused(READERS[reader][0], path)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(reader, name, good, tmp_path):
    read, array = READERS[reader]
    path = tmp_path / "file.npz"
    path.write_bytes(HOSTILE[name](arrays_in(good[reader], tmp_path), array))
    refused(read, path)


@pytest.mark.parametrize("reader", READERS)
def test_a_bomb_is_not_unpacked(reader, good, tmp_path):
    path = tmp_path / "file.npz"
    path.write_bytes(HOSTILE["a bomb"]({}, READERS[reader][1]))
    assert f"holds far more than {reader} that fits here" in refused(READERS[reader][0], path)


@pytest.mark.parametrize("reader", READERS)
def test_text_that_is_none(reader, good, tmp_path):
    path, arrays = tmp_path / "file.npz", arrays_in(good[reader], tmp_path)
    header = with_header(descr="'<U18'", shape="()", content=b"\xff" * 72)
    path.write_bytes(instead(arrays, TEXTS[reader], header))
    refused(READERS[reader][0], path)


def test_no_file_makes_anybody_warn(good, tmp_path):
    path, arrays = tmp_path / "file.npz", arrays_in(good["a network"], tmp_path)
    path.write_bytes(HOSTILE["what warns"](arrays, "theta"))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        refused(load, path)
    assert told == []


@pytest.mark.parametrize("reader", READERS)
def test_two_files_in_one_are_one(reader, good, tmp_path):
    read, array = READERS[reader]
    path = tmp_path / "file.npz"
    path.write_bytes(two_in_one(arrays_in(good[reader], tmp_path), array))
    found = read(path)
    path.write_bytes(good[reader])
    assert same(found, read(path))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", pickled(None))
def test_nothing_is_unpickled(reader, name, good, tmp_path):
    read, array = READERS[reader]
    trap, path = tmp_path / "sprung", tmp_path / "file.npz"
    path.write_bytes(pickled(Trap(trap))[name](arrays_in(good[reader], tmp_path), array))
    refused(read, path)
    assert not trap.exists()


def test_the_trap_is_one(tmp_path):
    content = pickled(Trap(tmp_path / "sprung"))["a pickled array"]({}, "")
    np.load(io.BytesIO(content), allow_pickle=True)
    assert (tmp_path / "sprung").is_dir()


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_cut_at_any_byte(reader, good, tmp_path):
    path, content = tmp_path / "file.npz", good[reader]
    for length in sorted({*range(0, len(content), 7), *range(len(content) - 100, len(content))}):
        path.write_bytes(content[:length])
        with pytest.raises(LabnetError, match="labnet saved"):
            READERS[reader][0](path)


# What is no file at all


def pipe(path):
    os.mkfifo(path)


IN_THE_WAY = {
    "a folder": Path.mkdir,
    "a link to a folder": lambda path: path.symlink_to(path.parent),
    "a link to nothing": lambda path: path.symlink_to(path.parent / "nowhere"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a pipe": pipe,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_is_no_file(reader, name, tmp_path):
    if sys.platform == "win32" and name != "a folder":
        pytest.skip("Windows makes no pipes and, for most users, no links")
    path = tmp_path / "file.npz"
    IN_THE_WAY[name](path)
    refused(READERS[reader][0], path)


NO_NAMES = [None, 3, "", ".", "/", "..", b"net", ["net"], "a\0b", "x" * 5000, "\ud800", object()]


@pytest.mark.parametrize("name", NO_NAMES, ids=lambda name: repr(name)[:12])
@pytest.mark.parametrize("use", [load, lambda path: small_network().save(path), go_on])
def test_names_that_no_file_can_have(use, name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    if use is go_on and name is None:
        return  # no file is wanted
    with pytest.raises(LabnetError):
        use(name)
    assert list(tmp_path.iterdir()) == []


# What would be read, and is wrong


@pytest.mark.parametrize("dtype", ["<f4", ">f8", "<f2"])
@pytest.mark.parametrize("runs", [None, 3])
def test_numbers_of_another_type_are_the_same_numbers(dtype, runs, tmp_path):
    net, arrays = small_network(runs=runs), {}
    arrays["theta"] = np.asfortranarray(net.theta.astype(dtype))
    arrays["layers"] = np.array(net.layers_text())
    (tmp_path / "net.npz").write_bytes(with_arrays(arrays))
    expected = net.theta.astype(dtype).astype(float)
    np.testing.assert_array_equal(net.load(tmp_path / "net").theta, expected)


ODD_NETWORKS = {
    "infinite": {"theta": np.full(9, np.inf)},
    "numbers as text": {"theta": np.array(["1"] * 9)},
    "whole numbers": {"theta": np.ones(9, int)},
    "complex": {"theta": np.ones(9) * 1j},
    "layers as a list": {"layers": np.array(["Linear(2, 2)", "Sigmoid()"])},
    "layers as bytes": {"layers": np.array(b"Linear(2, 2)")},
    "layers in colour": {"layers": np.array("\x1b[31mLinear(2, 2)\r\n\x07")},
    "layers without an end": {"layers": np.array("Linear(2, 2), " * 10_000)},
    "something else besides": {"more": np.ones(9)},
    "many more weights": {"theta": np.ones(10**6)},
}


@pytest.mark.parametrize("name", ODD_NETWORKS)
def test_networks_that_do_not_fit(name, good, tmp_path):
    path = tmp_path / "file.npz"
    path.write_bytes(with_arrays(arrays_in(good["a network"], tmp_path) | ODD_NETWORKS[name]))
    refused(load, path)


def changed(**changes):
    return lambda arrays: arrays | {name: change(arrays[name]) for name, change in changes.items()}


def without(name):
    return lambda arrays: {one: arrays[one] for one in arrays if one != name}


ODD_SWEEPS = {
    "a run is missing": lambda arrays: {
        name: array if array.ndim == 0 else array[:1] for name, array in arrays.items()
    },
    "an array is missing": without("loss"),
    "no tasks": without("task"),
    "no sweep": without("sweep"),
    "a task too many": changed(task=lambda task: task + 1),
    "tasks as floats": changed(task=lambda task: task + 0.5),
    "an array is longer": changed(loss=lambda loss: np.tile(loss, 2)),
    "an array has columns": changed(loss=lambda loss: loss[:, None]),
    "curves are shorter": changed(losses=lambda losses: losses[:, :1]),
    "other seeds": changed(seed=lambda seed: seed + 5),
    "other settings": changed(setting=lambda setting: setting + 1),
    "text for numbers": changed(accuracy=lambda accuracy: accuracy.astype(str)),
    "a measure nobody asked for": lambda arrays: arrays | {"measure m": arrays["loss"]},
}


@pytest.mark.parametrize("name", ODD_SWEEPS)
def test_sweeps_that_do_not_fit(name, good, tmp_path):
    path = tmp_path / "file.npz"
    path.write_bytes(with_arrays(ODD_SWEEPS[name](arrays_in(good["a sweep"], tmp_path))))
    refused(go_on, path)


# Damage, at random


@st.composite
def damage(draw):
    """Some bytes, as (where, by what): where as a share of the file."""
    where = st.floats(0, 1, exclude_max=True)
    return draw(st.lists(st.tuples(where, st.integers(1, 255)), min_size=1, max_size=4))


def damaged(content, flips):
    content = bytearray(content)
    for where, by in flips:
        content[int(where * len(content))] ^= by
    return bytes(content)


shared_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("reader", READERS)
@shared_folder
@given(damage())
def test_damaged_bytes_are_seen_or_mean_nothing(reader, good, tmp_path, flips):
    path, content = tmp_path / "file.npz", damaged(good[reader], flips)
    path.write_bytes(content)
    try:
        found = READERS[reader][0](path)
    except LabnetError:
        assert path.read_bytes() == content
    else:
        path.write_bytes(good[reader])
        assert same(found, READERS[reader][0](path))


def same(one, other):
    if hasattr(one, "theta"):
        return np.array_equal(one.theta, other.theta)
    return all(np.array_equal(a.losses, b.losses) for a, b in zip(one, other, strict=True))


ANY_ARRAY = arrays_of.arrays(
    st.one_of(arrays_of.scalar_dtypes(), arrays_of.unicode_string_dtypes(max_len=3)),
    arrays_of.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=9),
)


@shared_folder
@given(ANY_ARRAY, st.sampled_from(["theta", "layers"]))
def test_a_network_of_any_arrays(good, tmp_path, array, name):
    path = tmp_path / "file.npz"
    path.write_bytes(with_arrays(arrays_in(good["a network"], tmp_path) | {name: array}))
    net = small_network()
    before = net.theta.copy()
    try:
        net.load(path)
    except LabnetError:
        np.testing.assert_array_equal(net.theta, before)
    assert np.isfinite(net.theta).all()


@shared_folder
@given(ANY_ARRAY, st.data())
def test_a_sweep_of_any_arrays(good, tmp_path, array, data):
    arrays = arrays_in(good["a sweep"], tmp_path)
    content = with_arrays(arrays | {data.draw(st.sampled_from(sorted(arrays))): array})
    path = tmp_path / "file.npz"
    path.write_bytes(content)
    try:
        assert repr(go_on(path))
    except LabnetError:
        assert path.read_bytes() == content


@shared_folder
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_in_a_member(good, tmp_path, header, content):
    assume(not header.startswith(b"\x93"))
    path = tmp_path / "file.npz"
    magic = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")
    layers = ("layers.npy", npy(arrays_in(good["a network"], tmp_path)["layers"]))
    path.write_bytes(zipped([("theta.npy", magic + header + content), layers]))
    with pytest.raises(LabnetError, match="labnet saved"):
        load(path)


# Writing where that cannot be


@pytest.fixture
def small_disk():
    """A context in which files grow to this many bytes only: pytest's own, if it prints to one."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")

    @contextmanager
    def limited(size):
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited


def test_a_full_disk(small_disk, tmp_path):
    net, path = small_network(), tmp_path / "net.npz"
    net.save(path)
    old, theta = path.read_bytes(), net.theta.copy()
    net.theta += 1
    with small_disk(100):
        said = refused(net.save, path)
    assert "cannot be written: File too large" in said
    assert path.read_bytes() == old
    np.testing.assert_array_equal(net.load(path).theta, theta)


def test_a_disk_that_fills_up_in_a_sweep(small_disk, tmp_path, monkeypatch):
    monkeypatch.setattr("labnet.experiments.store.PAUSE", 0)
    given = {"over": {"lr": [1, 0.1]}, "seeds": 50, "epochs": 3, "progress": False}
    calls, whole = [], sweep(presets["B"], **given)

    def fill_up(result):
        calls.append(1)
        if len(calls) == 1 + 3:  # the first call tries the measure
            disk.enter_context(small_disk((tmp_path / "kept.npz").stat().st_size))
        return 0.0

    given |= {"file": tmp_path / "kept.npz", "measures": {"m": fill_up}}
    with ExitStack() as disk, pytest.raises(LabnetError, match="written: File too large"):
        sweep(presets["B"], **given)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.npz"]
    assert same(sweep(presets["B"], **given), whole) and len(calls) == (1 + 3) + (1 + 2)


@pytest.mark.parametrize("use", [lambda path: small_network().save(path), go_on])
def test_a_folder_that_is_read_only(use, tmp_path, monkeypatch):
    path, trained = tmp_path / "file.npz", []
    monkeypatch.setattr(os, "access", lambda folder, how: False)  # root may write everywhere
    monkeypatch.setattr("labnet.experiments.tasks.summary", lambda *given: trained.append(1))
    assert "is read-only" in refused(use, path) and not trained


@pytest.mark.parametrize("name", ["a folder", "a link to a folder"])
def test_saving_over_a_folder(name, tmp_path):
    path = tmp_path / "file.npz"
    IN_THE_WAY[name](path)
    if path.is_symlink():
        small_network().save(path)  # takes the link's place; the folder stays
        assert path.is_file() and tmp_path.is_dir()
    else:
        assert "cannot be written: Is a directory" in refused(small_network().save, path)


def test_interrupted_in_the_middle_of_a_file(tmp_path, monkeypatch):
    def break_off(path, content):
        with path.open("wb") as file:
            file.write(content[:20])
        raise KeyboardInterrupt

    net, path = small_network(), tmp_path / "net.npz"
    net.save(path)
    monkeypatch.setattr(Path, "write_bytes", break_off)
    before = state_of(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        net.save(path)
    assert state_of(tmp_path) == before


def test_a_sweep_that_is_complete_is_not_written_again(good, tmp_path, monkeypatch):
    path = tmp_path / "file.npz"
    path.write_bytes(good["a sweep"])
    monkeypatch.setattr("labnet.support.archive.write", None)
    assert len(go_on(path)[0].seeds) == 2


@pytest.mark.parametrize("value", [None, "word", [[1], [1, 2]], object(), 1j])
def test_a_measure_that_no_file_could_keep(value, tmp_path):
    with pytest.raises(LabnetError, match="the measure 'm' returned"):
        sweep(**SWEPT, file=tmp_path / "kept", measures={"m": lambda result: value})
    assert list(tmp_path.iterdir()) == []
