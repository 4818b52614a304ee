"""Quantities: functions of an Outcome, with an entry for each run."""

import numpy as np


def accuracy(outcome):
    """Of the trained network, in percent."""
    return 100 * outcome.accuracy


def loss(outcome):
    return outcome.loss


def epochs(outcome):
    return outcome.epochs


def solved_at(outcome):
    """Among the runs that were once solved."""
    return outcome.solved_at


def once_solved(outcome):
    return outcome.once_solved


def updates(outcome):
    """How many examples were stepped on until every point was right, one step for each.

    Among the runs that were once solved.
    """
    return outcome.solved_at * {"linear": 100, "xor": 21}[outcome.data]


def measure(name):
    return lambda outcome: outcome.measures[name]


def has(name):
    """The runs that have this measure: it is NaN for those to which it does not apply."""
    return lambda outcome: ~np.isnan(outcome.measures[name])


def solved(outcome):
    return outcome.solved


def unsolved(outcome):
    return ~outcome.solved


def diverged(outcome):
    return outcome.diverged


def one_class(outcome):
    return outcome.one_class


def stopped_by_loss(outcome):
    return outcome.loss < outcome.setup.stop_loss


def solved_by(epoch):
    """Every point was right in this epoch or before."""
    return lambda outcome: outcome.solved_at <= epoch


def equals(name, value):
    """A measure has this value, exactly."""
    return lambda outcome: np.equal(outcome.measures[name], value)


def points(outcome):
    """How many of the XOR data's 21 points are right."""
    return np.round(21 * outcome.accuracy)
