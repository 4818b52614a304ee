"""Plain: values as bytes, in an npz that holds numbers and a text, and nothing that could run.

A value is a number, a text, None, an array, or a tuple, list or dictionary of such. Of anything
else only the name of its type goes over, and of an array too large to judge only its shape.
"""

import json
from io import BytesIO
from math import prod

import numpy as np

from ..support.archive import unpacked
from ..support.errors import LabnetError

MOST = 2**24  # bytes of one message
ROOM = 100_000  # numbers of an array that go over; no exercise reads more
PARTS, DEPTH = 20_000, 8  # of a nested value
LETTERS = 20_000  # of a text
MANY = 16  # numbers in a list that go over as one array
BITS = 256  # of a whole number: the state of a random generator has 128


class UnfitValueError(Exception):
    """A value with more parts than any answer has."""


class Packing:
    """A value on its way to bytes. functions : those met in it, which go over as their place.

    All arrays of one kind of number go over as one, since each takes its time.
    """

    def __init__(self):
        self.numbers, self.functions, self.parts = {}, [], 0

    def bytes_of(self, value):
        text = np.frombuffer(json.dumps(self.plain(value)).encode(), np.uint8)
        packed = BytesIO()
        joined = {name: np.concatenate(each) for name, each in self.numbers.items()}
        np.savez(packed, text=text, **joined)
        return packed.getvalue()

    def plain(self, value, depth=0):
        """The value as JSON has it; arrays are set aside."""
        self.parts += 1
        if self.parts > PARTS or depth > DEPTH:
            raise UnfitValueError
        for kinds, way in WAYS:
            if isinstance(value, kinds):
                return way(self, value, depth + 1)
        if callable(value):
            return self.function(value)
        return named("ellipsis", None) if value is ... else other(value)

    def function(self, value):
        self.functions.append(value)
        return named("function", len(self.functions) - 1)

    def set_aside(self, array, kind):
        name = array.dtype.name
        each = self.numbers.setdefault(name, [])
        start = sum(one.size for one in each)
        each.append(array.ravel())
        return named(kind, [name, start, list(array.shape)])

    def array(self, value, depth):
        array = np.asarray(value)
        if array.dtype.kind == "c" and not array.imag.any():
            array = array.real
        if array.size > ROOM and array.dtype.kind in "biuf":
            return named("large", [list(array.shape), array.dtype.str])
        if array.dtype.kind not in "biufO":
            return other(value)
        try:
            plain = array if np.can_cast(array.dtype, np.float64) else array.astype(float)
        except (TypeError, ValueError):
            return other(value)
        kind = "array" if isinstance(value, np.ndarray) else "scalar"
        return self.set_aside(plain, kind)

    def several(self, value, depth):
        kind = "tuple" if isinstance(value, tuple) else "list"
        numbers = array_of(value) if len(value) >= MANY else None
        if numbers is not None:
            return self.set_aside(numbers, f"numbers of a {kind}")
        return named(kind, [self.plain(one, depth) for one in value])

    def pairs(self, value, depth):
        pairs = [[self.plain(k, depth), self.plain(v, depth)] for k, v in value.items()]
        return named("dict", pairs)

    def generator(self, value, depth):
        return named("generator", self.plain(value.bit_generator.state, depth))


def array_of(value):
    """A long list as one array; None where it is not one of numbers, or of rows alike."""
    try:
        array = np.array(value)
    except Exception:  # rows of different lengths, or an object of the student's
        return None
    return array if array.dtype.kind in "biuf" and array.size <= ROOM else None


def named(kind, content):
    return {"kind": kind, "is": content}


def other(value):
    return named("other", type(value).__name__[:80])


def itself(packing, value, depth):
    return value


def whole(packing, value, depth):
    return value if abs(value) < 2**BITS else other(value)


def text(packing, value, depth):
    return value[:LETTERS]


WAYS = (
    ((bool, type(None)), itself),
    (str, text),
    (np.generic, Packing.array),  # before float, which float64 is too
    (int, whole),
    (float, itself),
    (np.ndarray, Packing.array),
    ((tuple, list), Packing.several),
    (dict, Packing.pairs),
    (np.random.Generator, Packing.generator),
)


class Unpacking:
    """The way back. function(place) : what stands for a function that went over."""

    def __init__(self, function=None):
        self.function = function

    def value_of(self, data):
        """Errors: LabnetError for bytes that no Packing has made."""
        try:
            self.numbers = unpacked(BytesIO(data), MOST)
            return self.value(json.loads(self.numbers["text"].tobytes()))
        except Exception:  # zipfile, json and NumPy each have their own errors
            raise LabnetError("These bytes are no values that labnet has packed.") from None

    def value(self, plain):
        if not isinstance(plain, dict):
            return plain
        kind, content = plain["kind"], plain["is"]
        return BACK[kind](self, content)

    def array(self, content):
        name, start, shape = content
        return self.numbers[name][start : start + prod(shape)].reshape(shape)

    def pairs(self, content):
        return {self.value(k): self.value(v) for k, v in content}

    def values(self, content):
        return [self.value(one) for one in content]

    def large(self, content):
        shape, dtype = content
        return np.broadcast_to(np.zeros((), dtype), shape)  # takes no memory

    def generator(self, content):
        made = np.random.default_rng(0)
        made.bit_generator.state = self.value(content)
        return made

    def called(self, place):
        return self.function(place)


BACK = {
    "ellipsis": lambda self, _: ...,
    "function": Unpacking.called,
    "array": Unpacking.array,
    "scalar": lambda self, content: self.array(content)[()],
    "large": Unpacking.large,
    "numbers of a list": lambda self, content: self.array(content).tolist(),
    "numbers of a tuple": lambda self, content: tuple(self.array(content).tolist()),
    "list": Unpacking.values,
    "tuple": lambda self, content: tuple(self.values(content)),
    "dict": Unpacking.pairs,
    "generator": Unpacking.generator,
    "other": lambda self, name: type("".join(c for c in name if c.isidentifier()), (), {})(),
}
