"""A weight that is set by hand, and what its gradient had said of that."""

from dataclasses import dataclass, replace

import numpy as np

from ...support import checks
from ...support.errors import LabnetError, told
from . import edits
from .edits import Edit
from .entry import COPIES, Entry, gradient, present
from .trainer import diverged

FULL = "{} weights of this run were set by hand, which is the most. Rewind begins it again."
OVER = "This run has stopped; Rewind begins it again, and then the weights can be set."


@dataclass(frozen=True)
class Hand:
    """Where a hand took hold of a weight: its value, dW and L there; and where it is now."""

    entry: Entry
    epoch: int
    start: float
    gradient: float | None
    L: float
    value: float
    after: float

    @property
    def predicted(self):
        """dW times the change: what L changes by, as long as the change is small."""
        return None if self.gradient is None else self.gradient * (self.value - self.start)

    @property
    def real(self):
        return self.after - self.L


def set_weight(session, entry, value):
    """Set it in the run, and measure again; or a LabnetError, and nothing has changed."""
    entry, value = edits.checked(entry, value)
    checks.require(not session.error, OVER)
    others = [one for one in session.edits if (one.entry, one.epoch) != (entry, session.epoch)]
    checks.require(len(others) < edits.MOST, FULL.format(edits.MOST))
    array = settable(session, present(session, entry, "The weight"))
    hand = hold(session, entry, float(array[entry.place]))
    put(session, array, entry, value)
    value = float(array[entry.place])
    session.edits = [*others, Edit(entry, value, session.epoch)]
    session.hand = replace(hand, value=value, after=session.loss)
    session.seen = session.fingerprint()


def settable(session, entry):
    array = session.arrays()[entry.name]
    checks.require(session.trainer.reached, f"{entry}: {COPIES.format('set')}")
    checks.require(
        np.issubdtype(array.dtype, np.floating) and array.flags.writeable,
        f"{entry.name} is an array of {array.dtype} that cannot be set; expected floats that can.",
    )
    checks.require(
        np.shares_memory(array, session.arrays()[entry.name]), f"{entry}: {COPIES.format('set')}"
    )
    return entry.inside({entry.name: array})


def hold(session, entry, now):
    """Where the hand began: a drag goes on as long as it holds this weight, and no epoch passes."""
    held, L = session.hand, session.loss
    if held and (held.entry, held.epoch) == (entry, session.epoch):
        return held
    return Hand(entry, session.epoch, now, gradient(session, entry), L, now, L)


def put(session, array, entry, value):
    """Write and measure; where that fails, all is as it was."""
    before = float(array[entry.place])
    array[entry.place] = value
    try:
        look(session, entry, value)
    except BaseException as error:
        array[entry.place] = before
        with session.watched():
            session.measure()
        if isinstance(error, Exception):
            raise LabnetError(f"{entry} stays {before:.6g}. {told(error)}") from None
        raise


def look(session, entry, value):
    with np.errstate(all="ignore"):
        L, _ = session.trainer.measure()
        checks.require(not diverged(L), f"{value:.6g} would make the loss {L:.2g}.")
        session.measure()
