"""Session: one network in training under given settings, and what can be seen of it."""

from array import array
from contextlib import contextmanager, suppress
from time import perf_counter

import numpy as np

from ...messages import OVERSHOT
from ...support.errors import LabnetError, told
from ...support.interrupts import deferred_interrupt
from . import chain, stepping
from .doubt import doubt, telling
from .held_out import held_out
from .labnet_networks import OUTPUTS
from .trainer import diverged

NOT_ONE = "No point is held out: that takes a class with two points or more."
MEND = "Mend it, run its cell, and then this one again. Other settings may work meanwhile."


class DivergedError(LabnetError):
    """A loss beyond all bounds."""


class Session:
    """A network in training, with its settings {name: value} and its data.

    networks : what builds the network: LabnetNetworks or StudentNetworks.
    held : (n,), True for the points that no step sees; the others are trained.
    before : the loss before each epoch; loss, p, dtheta : with the present weights, the last None
    if the network does not offer it. loss and dtheta are of the points that are trained.
    held_out_before, held_out_loss : the same of the others, at the same weights; NaN without any.
    rates : [(epoch, lr), ...]: from which epoch on which learning rate holds.
    error : why the training cannot go on, or "". doubt : what its gradients seem to lack, or "".
    remark : what else to say of the network, or "".
    edits : the weights that were set by hand; hand : where the last of them began, or None.
    """

    def __init__(self, networks, settings, X, y):
        self.settings, self.X, self.y = settings, X, y
        self.held = held_out(y, settings["held_out"])
        self.held_out_before, self.held_out_loss = array("d"), np.nan
        self.before, self.rates, self.error = array("d"), [(0, settings["lr"])], ""
        self.loss, self.p = np.nan, np.full(y.shape, np.nan)
        self.trainer = self.dtheta = self.hand = None
        self.edits = []
        with self.watched():
            self.trainer = networks.trainer(settings, X, y)
            self.measure()
        self.doubt = doubt(*self.follow(telling(X))) if self.trainer else ""
        self.remark = ""
        with suppress(Exception), np.errstate(all="ignore"):  # the training tells what fails
            self.remark = self.trainer.remark() if self.trainer else ""
        if settings["held_out"] and not self.holds_out:
            self.remark = self.remark or NOT_ONE

    @property
    def epoch(self):
        """How many epochs are done."""
        return len(self.before)

    @property
    def losses(self):
        """(epoch + 1,): the loss after 0, 1, ... epochs."""
        return np.array([*self.before, self.loss])

    @property
    def holds_out(self):
        """Whether there are points that no step sees."""
        return bool(self.held.any())

    @property
    def held_out_losses(self):
        """(epoch + 1,): the same of the points that no step sees; all NaN without any."""
        return np.array([*self.held_out_before, self.held_out_loss])

    def right(self, part):
        """How many of the points that `part` (n,) picks are decided rightly, and how many it picks.

        The first is None where p is unknown.
        """
        p, y = self.p[part], self.y[part]
        unknown = np.isnan(p).all()
        return None if unknown else int(np.count_nonzero((p > 0.5) == (y == 1))), len(y)

    @property
    def accuracy(self):
        return share(*self.right(~self.held))

    @property
    def held_out_accuracy(self):
        """NaN where no point is held out."""
        return share(*self.right(self.held))

    @property
    def lr(self):
        return self.rates[-1][1]

    @lr.setter
    def lr(self, lr):
        """From the present epoch on."""
        before = [(epoch, rate) for epoch, rate in self.rates if epoch < self.epoch]
        self.rates = before if before and before[-1][1] == lr else [*before, (self.epoch, lr)]

    def train(self, epochs, seconds=np.inf):
        """Train on for so many epochs; at most for so long, but for one epoch at least.

        An interrupt takes effect after its epoch, so that weights and losses belong together.
        """
        if self.error:
            return
        stop = perf_counter() + seconds
        with self.watched(), deferred_interrupt() as asked:
            for _ in range(epochs):
                self.keep(*self.trainer.epoch(self.lr))
                self.before.append(self.loss)
                self.held_out_before.append(self.held_out_loss)
                if asked or perf_counter() > stop:
                    break
            self.measure()
        if asked:
            raise KeyboardInterrupt

    def measure(self):
        held_out, held_p = self.trainer.held_out()
        L, p = self.trainer.measure()
        self.p = np.empty(self.y.shape)
        self.p[self.held], self.p[~self.held] = held_p, p
        self.dtheta = self.trainer.gradients()
        self.keep(L, held_out)

    def keep(self, L, held_out):
        """The latest losses; beyond all bounds that of the training ends it."""
        self.loss, self.held_out_loss = float(L), float(held_out)
        if diverged(L):
            advice = f"Try a smaller learning rate than {self.lr:g}, such as {self.lr / 10:g}."
            stopped = f"Stopped at epoch {self.epoch}: the loss is {L:.2g}."
            raise DivergedError(f"{stopped} {OVERSHOT} {advice}")

    def arrays(self):
        """{"W1": W1, "b1": b1, ...}: the weights themselves, as far as the network offers them."""
        return self.trainer.arrays() if self.trainer else {}

    def predict(self, X):
        """p (n, 1); NaN where the network cannot tell."""
        p = np.full((len(X), 1), np.nan)
        with self.watched():
            p = self.trainer.predict(X)
        return p

    def network(self):
        """A Network of labnet with the present weights that computes the same, or None."""
        net = None
        with self.watched():
            net = self.trainer.net
        return net

    def follow(self, index):
        """(Pass, dtheta): the pass of one example, and its gradients in the student's own words.

        Either is None if the network does not offer it.
        """
        x, y = self.X[index : index + 1], self.y[index : index + 1]
        found = None, None
        with self.watched():
            net = self.trainer.net
            _, loss = OUTPUTS[self.settings["output"]]
            seen = net and chain.follow(net, loss, x, y)
            if seen:
                stepping.take(seen, net.theta, self.trainer.optimizer, self.lr)
            found = seen, self.trainer.example_gradients(x, y)
        return found

    @contextmanager
    def watched(self):
        """What fails inside is kept as `error`, and the training stops: nothing breaks outside."""
        try:
            with np.errstate(all="ignore"):
                yield
        except Exception as error:  # the student's code may raise anything
            self.error = self.error or explained(error)


def share(right, n):
    return np.nan if right is None else right / n


def explained(error):
    """The student's own line, what it raised, and what to do."""
    if isinstance(error, DivergedError):
        return str(error)
    return f"{told(error)}\n{MEND}"
