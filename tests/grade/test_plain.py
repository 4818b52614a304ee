"""Values go over whole, or only their kind does; other bytes are refused."""

import pickle
from io import BytesIO

import numpy as np
import pytest

from labnet import LabnetError
from labnet.grade.plain import MOST, ROOM, Packing, UnfitValueError, Unpacking

VALUES = (
    None,
    True,
    3,
    2**127,
    0.25,
    "a text",
    (1, 2.5),
    [[1.0, 2.0]] * 30,
    {"W1": [1, (2,)], 3: {}},
    [],
)


def over(value):
    return Unpacking().value_of(Packing().bytes_of(value))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_plain_values_come_back(value):
    back = over(value)
    assert back == value and type(back) is type(value)


@pytest.mark.parametrize("kind", [float, np.float32, np.int64, bool, np.uint8])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
def test_arrays_come_back(kind, shape):
    array = np.ones(shape, kind)
    back = over({"a": array, "b": [array, array * 0]})
    assert isinstance(back["a"], np.ndarray) and back["a"].dtype == array.dtype
    assert np.array_equal(back["a"], array) and np.array_equal(back["b"][1], array * 0)


def test_the_rest_of_what_answers_are_made_of():
    assert over(...) is ...
    assert np.isnan(over(float("nan")))
    assert isinstance(over(np.float32(2)), np.float32)
    assert np.array_equal(over(np.array([1 + 0j])), [1.0])
    rng = np.random.default_rng(3)
    assert over(rng).random() == rng.random()


def test_other_things_go_over_as_the_name_of_their_kind():
    back = over([object(), {1, 2}, np.array(["x"], object), 1j * np.ones(2)])
    assert [type(one).__name__ for one in back] == ["object", "set", "ndarray", "ndarray"]
    assert not any(isinstance(one, np.ndarray) for one in back)


def test_a_large_array_goes_over_as_its_shape():
    packed = Packing().bytes_of(np.zeros((ROOM, 100)))
    back = Unpacking().value_of(packed)
    assert len(packed) < 2000 and back.shape == (ROOM, 100) and back.base is not None


def test_functions_go_over_as_their_places():
    packing = Packing()
    data = packing.bytes_of([np.sin, 1, np.cos])
    assert packing.functions == [np.sin, np.cos]
    assert Unpacking("f{}".format).value_of(data) == ["f0", 1, "f1"]


def nested(depth):
    return [nested(depth - 1)] if depth else 0


@pytest.mark.parametrize("value", [nested(20), [[i] for i in map(str, range(30_000))]])
def test_what_has_too_many_parts_is_refused(value):
    with pytest.raises(UnfitValueError):
        Packing().bytes_of(value)


def with_pickle():
    file = BytesIO()
    np.savez(file, text=np.array([{"a": 1}], object))
    return file.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK", pickle.dumps(1), with_pickle(), b"\0" * (MOST + 1)])
def test_other_bytes_are_refused(data):
    with pytest.raises(LabnetError, match="no values that labnet has packed"):
        Unpacking().value_of(data)
