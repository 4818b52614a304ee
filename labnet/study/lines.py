"""Lines: short ways to write the Numbers and Shares that many claims need."""

from . import quantities as of
from .claim import Number, Share


def number(name, at, form, survey="", among=None):
    """A measure of the plan with this name."""
    return Number(name, at, of.measure(name), form, survey, among)


def percent(at, survey="", name="accuracy in %"):
    return Number(name, at, of.accuracy, ".4g", survey)


def loss(at, survey="", name="last loss", form=".3g"):
    return Number(name, at, of.loss, form, survey)


def epochs(at, survey="", name="epochs to the goal"):
    return Number(name, at, of.epochs, ".0f", survey)


def solved_at(at, survey="", name="first epoch with all right"):
    return Number(name, at, of.solved_at, ".0f", survey, of.once_solved)


def solved(at, survey=None, name="all right"):
    return Share(name, at, of.solved, survey)


def one_class(at, survey=None, name="all in one class"):
    return Share(name, at, of.one_class, survey)


def diverged(at, survey=None, name="diverged"):
    return Share(name, at, of.diverged, survey)
