"""One value: a number, a word, a list, an object."""

import math
import numbers
import reprlib

import numpy as np

from ..errors import LabnetError

MOST = 2**31  # of anything that is counted; far more than memory holds


def require(condition, message):
    if not condition:
        raise LabnetError(message)


def one_of(value, allowed, name):
    if not (isinstance(value, str) and value in allowed):
        listed = ", ".join(map(repr, allowed))
        raise LabnetError(f"{name} is {value!r}; expected one of {listed}.")
    return value


def shown(text):
    """A text from elsewhere, as it may stand in a sentence: short, without control characters."""
    return text if text.isprintable() and len(text) <= 300 else reprlib.repr(text)


def is_number(value):
    return isinstance(value, numbers.Real) and not isinstance(value, (bool, np.bool_))


def is_whole(value):
    return isinstance(value, numbers.Integral) and not isinstance(value, (bool, np.bool_))


def positive_whole(value, name):
    expected = "expected a positive whole number, such as 10"
    require(is_whole(value) and value > 0, f"{name} is {value!r}; {expected}.")
    require(value < MOST, f"{name} is {value!r}; {expected}, and less than {MOST}.")
    return int(value)


def count(value, name):
    fitting = is_whole(value) and value >= 0
    require(fitting, f"{name} is {value!r}; expected a whole number, 0 or more.")
    return int(value)


def switch(value, name):
    require(isinstance(value, bool), f"{name} is {value!r}; expected True or False.")
    return value


def finite_number(value, name):
    try:
        good = is_number(value) and math.isfinite(value)
    except OverflowError:  # a whole number of hundreds of digits
        good = False
    require(good, f"{name} is {value!r}; expected a finite number.")
    return float(value)


def not_negative(value, name):
    require(finite_number(value, name) >= 0, f"{name} is {value!r}; expected 0 or more.")
    return float(value)


def positive(value, name):
    require(finite_number(value, name) > 0, f"{name} is {value!r}; expected more than 0.")
    return float(value)


def share(value, name):
    inside = is_number(value) and 0 < value <= 1
    require(inside, f"{name} is {value!r}; expected a share above 0 and up to 1, such as 0.95.")
    return float(value)


def fraction(value, name):
    inside = is_number(value) and 0 <= value < 1
    require(inside, f"{name} is {value!r}; expected a number from 0 up to, but not including, 1.")
    return float(value)


def listing(values, name, example):
    try:
        return list(values)
    except TypeError:
        raise LabnetError(f"{name} is {values!r}; expected a list, such as {example}.") from None


def instance(value, kind, name, example):
    """An object of the class `kind`: not the class itself, and not a word or a number."""
    if isinstance(value, type):
        given = value.__name__
        raise LabnetError(f"{name} is the class {given}; make an object of it: {given}(...).")
    if not isinstance(value, kind):
        raise LabnetError(f"{name} is {value!r}; expected an object such as {example}.")


def log_format(text, name):
    """Text in which no other fields stand than {epoch}, {loss} and {accuracy}."""
    expected = (
        "expected text with the fields {epoch}, {loss} and {accuracy}, such as "
        "'epoch {epoch}: {loss:.4f}'."
    )
    require(isinstance(text, str), f"{name} is {text!r}; {expected}")
    try:
        text.format(epoch=0, loss=0.0, accuracy=0.0)
    except (AttributeError, LookupError, ValueError) as error:
        raise LabnetError(
            f"{name} is {text!r}, and {error} cannot be filled in; {expected}"
        ) from None
    return text
