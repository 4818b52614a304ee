"""Choices: named things to choose from, which cannot be changed."""

from collections.abc import Mapping

from ..support.errors import LabnetError


class UnknownChoiceError(LabnetError, KeyError):
    """A name that is none of the choices (so that `in` and `get` still work)."""

    __str__ = Exception.__str__  # KeyError would show the sentence in quotes


class Choices(Mapping):
    """A mapping that cannot be changed, and that lists its names if asked for an unknown one."""

    def __init__(self, what, choices):
        self._what, self._choices = what, dict(choices)

    def __getitem__(self, name):
        if isinstance(name, str) and name in self._choices:
            return self._choices[name]
        raise UnknownChoiceError(
            f"There is no {self._what} {name!r}; expected one of:\n{self._lines()}"
        )

    def __iter__(self):
        return iter(self._choices)

    def __len__(self):
        return len(self._choices)

    def _lines(self):
        return "\n".join(f"  {name!r}: {choice}" for name, choice in self._choices.items())

    def __repr__(self):
        return self._lines() or f"(no {self._what})"
