"""Session: one network in training under given settings, and what can be seen of it."""

from array import array
from contextlib import contextmanager
from time import perf_counter

import numpy as np

from ...messages import OVERSHOT
from ...support.errors import LabnetError
from ...support.interrupts import shared_interrupt
from . import chain, stepping
from .blame import DivergedError, explained
from .doubt import doubt, telling
from .hands import set_weight
from .held_out import held_out
from .labnet_networks import OUTPUTS
from .trainer import diverged, fingerprint, read_only

NOT_ONE = "No point is held out: that takes a class with two points or more."
DIVERGED = "The run has diverged at epoch {}: Rewind, and try the learning rate {:g}."
SET = "Stopped: the weights that were set in Python give a loss of {:.2g}. Set others, or Rewind."
HALF = "\nIts weights may be half changed: Rewind begins the run again."
FAILED = "The run has stopped at epoch {}, for the reason given below. Mend that, or Rewind."


class Session:
    """A network in training, with its settings {name: value} and its data.

    networks : what builds the network: LabnetNetworks or StudentNetworks.
    held : (n,), True for the points that no step sees; the others are trained.
    before : the loss before each epoch; loss, p, dtheta : with the present weights, the last None
    if the network does not offer it. loss and dtheta are of the points that are trained.
    held_out_before, held_out_loss : the same of the others, at the same weights; NaN without any.
    rates : [(epoch, lr), ...]: from which epoch on which learning rate holds; None takes the one
    of the settings.
    edits : the weights that were set by hand; coming : those of a state that are still to be set;
    hand : where the last of them began, or None.
    error : why the training cannot go on, or "". doubt : what its gradients seem to lack, or "".
    remark : what else to say of the network, or "".
    diverged : whether that is why. stuck : whether the student's code had to be broken off; it is
    not called again. changed : whether somebody else has changed the weights.
    """

    def __init__(self, networks, settings, X, y, rates=None, edits=()):
        self.settings, self.X, self.y = settings, read_only(X), read_only(y)
        self.held = held_out(y, settings["held_out"])
        self.held_out_before, self.held_out_loss = array("d"), np.nan
        self.before, self.rates, self.error = array("d"), rates or [(0, settings["lr"])], ""
        self.loss, self.p = np.nan, np.full(y.shape, np.nan)
        self.trainer = self.dtheta = self.seen = self.hand = None
        self.edits, self.coming = [], list(edits)
        self.diverged = self.stuck = self.changed = False
        with self.watched():
            self.trainer = networks.trainer(settings, self.X, self.y)
            self.measure()
        self.doubt = doubt(*self.one_pass(telling(X))) if self.trainer else ""
        self.remark = "" if self.error or self.stuck else self.remarked()
        if settings["held_out"] and not self.holds_out:
            self.remark = self.remark or NOT_ONE
        self.edit()

    def remarked(self):
        """What the trainer has to say; if that fails, the training tells why."""
        error, remark = self.error, ""
        with self.watched():
            remark = self.trainer.remark()
        self.error = self.error if self.stuck else error
        return remark

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
        """What holds now; `rates` may know of later ones."""
        return [rate for epoch, rate in self.rates if epoch <= self.epoch][-1]

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
        with self.watched() as asked, self.trainer.trusting():
            for _ in range(epochs):
                self.keep(*self.trainer.epoch(self.lr))
                self.before.append(self.loss)
                self.held_out_before.append(self.held_out_loss)
                self.edit_if_due()
                if asked or perf_counter() > stop:
                    break
            self.measure()

    def edit_if_due(self):
        """As `edit`, once L and dW are those of the present weights: a hand begins there."""
        if self.coming and self.coming[0].epoch <= self.epoch:
            self.measure()
            self.edit()

    def edit(self):
        """Set the weights of `coming` that were set at this epoch."""
        while self.coming and self.coming[0].epoch <= self.epoch:
            due = self.coming.pop(0)
            try:
                set_weight(self, str(due.entry), due.value)
            except LabnetError as error:
                self.remark = str(error)

    def look(self):
        """Measure again if somebody else has changed the weights; returns whether that is so."""
        changed = not self.stuck and self.seen != self.fingerprint()
        if changed:
            self.changed, self.diverged, self.error = True, False, ""
            with self.watched():
                self.measure()
            self.error = SET.format(self.loss) if self.diverged else self.error
        return changed

    def fingerprint(self):
        return None if self.trainer is None else fingerprint(self.trainer)

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
            self.diverged = True
            advice = f"Try a smaller learning rate than {self.lr:g}, such as {self.lr / 10:g}."
            stopped = f"Stopped at epoch {self.epoch}: the loss is {L:.2g}."
            raise DivergedError(f"{stopped} {OVERSHOT} {advice}")

    @property
    def trained(self):
        """X and y of the points that steps see."""
        return self.trainer.X, self.trainer.y

    def arrays(self):
        """{"W1": W1, "b1": b1, ...}: the weights themselves, as far as the network offers them."""
        return self.trainer.arrays() if self.trainer else {}

    @property
    def ended(self):
        """Why the training does not go on, and how it may; "" where it does."""
        if self.diverged:
            return DIVERGED.format(self.epoch, self.lr / 10)
        return FAILED.format(self.epoch) if self.error else ""

    def predict(self, X):
        """p (n, 1); NaN where the network cannot tell."""
        p = np.full((len(X), 1), np.nan)
        if not self.stuck:
            with self.watched():
                p = self.trainer.predict(read_only(X))
        return p

    def network(self):
        """A Network of labnet with the present weights that computes the same, or None."""
        net = None
        if not self.stuck:
            with self.watched():
                net = self.trainer.net
        return net

    def one_pass(self, index):
        """(Pass, dtheta): the pass of one example, and its gradients in the student's own words.

        Either is None if the network does not offer it.
        """
        x, y = self.X[index : index + 1], self.y[index : index + 1]
        found = None, None
        if self.stuck:
            return found
        with self.watched():
            net = self.trainer.net
            _, loss = OUTPUTS[self.settings["output"]]
            seen = net and chain.follow(net, loss, x, y)
            found = seen, self.trainer.example_gradients(x, y)
        return found

    def follow(self, index):
        """The same, with the step that would come next as the last operations of the Pass."""
        seen, gradients = self.one_pass(index)
        if seen:
            with self.watched():
                net = self.trainer.net
                decay = self.settings["decay"] * net.is_weight
                stepping.take(seen, net.theta, self.trainer.optimizer, self.lr, decay)
        return seen, gradients

    @contextmanager
    def watched(self):
        """What fails inside is kept as `error`, and the training stops: nothing breaks outside.

        Yields a list that an interrupt fills; a second one breaks off what is being done.
        """
        with shared_interrupt() as asked:
            try:
                with np.errstate(all="ignore"):
                    yield asked
            except BaseException as error:  # the student's code may raise anything: SystemExit too
                self.stuck = self.stuck or len(asked) > 1
                self.error = self.error or explained(error, len(asked)) + HALF * self.stuck
            self.seen = None if self.stuck else self.fingerprint()


def share(right, n):
    return np.nan if right is None else right / n
