"""Calls: what a student hears who calls a method that is not there, or with other arguments."""

from functools import wraps

from ...support.checks import require
from ...support.errors import MissingError
from ...support.signatures import fits


def called_like(*examples):
    """For a method that students call: other arguments get a sentence with these examples.

    The braces of an example take the name of the exercise or question.
    """

    def told(method):
        @wraps(method)
        def call(self, *args, **named):
            shown = " or ".join(f"`{one.format(self.name)}`" for one in examples)
            sentence = f"`{method.__name__}` cannot take what is in its brackets; expected {shown}."
            require(fits(method, self, *args, **named), sentence)
            return method(self, *args, **named)

        return call

    return told


def missing(one, name, calls):
    """The error for an attribute that an exercise or a question does not have."""
    if name.startswith("_"):  # Python asks for many of these
        return AttributeError(name)
    listed = ", ".join(f"`.{call}`" for call in calls)
    return MissingError(f"`{one.name}` has no `{name}`; it has {listed}.")
