"""train: epochs of forward, loss, backward and step."""

from collections.abc import Callable
from copy import copy
from dataclasses import KW_ONLY, dataclass
from functools import partial
from inspect import signature

import numpy as np

from . import messages
from .batches import Batches
from .decisions import CLASSES, DECISIONS, rows_right, same_kind, share, ties, unusual
from .gradients import checked, loss_at, loss_of
from .history import Recorder
from .layers import Sigmoid
from .losses import BinaryCrossEntropy, Loss
from .network import Network
from .optimizers import Optimizer
from .support import checks
from .support.bars import bar
from .support.interrupts import deferred_interrupt


def passes(net, batches, loss, optimizer, factor=1.0, decay=None):
    """One epoch. Yields (L, p) of each batch before its step, which stopping there leaves out.

    decay : for each entry of theta the factor that weight decay has there; None adds nothing.
    """
    for X, y in batches:
        p = net.forward(X)
        L = loss.forward(p, y, net.z) if loss.takes_z else loss.forward(p, y)
        yield L, p
        net.backward(loss.backward(), loss.of)
        if decay is not None:
            net.dtheta += decay * net.theta
        optimizer.step(net.theta, net.dtheta, factor)


@dataclass
class Training:
    """One training, checked and ready to run; `train` describes the fields."""

    net: Network
    X: np.ndarray
    y: np.ndarray
    loss: Loss
    optimizer: Optimizer
    epochs: int
    _: KW_ONLY
    batch_size: int | None = None
    shuffle: np.random.Generator | list | None = None
    schedule: str | Callable | None = None
    weight_decay: float = 0.0
    held_out: tuple | None = None
    stop_loss: float | None = None
    stop_accuracy: float | None = None
    report: Loss | None = None
    decision: str = "p > 0.5"
    log_every: int | None = None
    log_format: str = "epoch {epoch:>6}   loss {loss:.4f}   accuracy {accuracy:.4f}"
    progress: bool = False

    def __post_init__(self):
        self.report = self.loss if self.report is None else self.report
        X, y, held_out = self.check()
        self.batches = Batches(X, y, self.net.runs, self.batch_size, self.shuffle)
        self.factor = _factor(self.schedule, self.epochs)
        self.decay = float(self.weight_decay) * self.net.is_weight if self.weight_decay else None
        self.right = rows_right(y, self.decision)
        self.beside = held_out and HeldOut(self.net, *held_out, self.report)
        checks.require(
            self.right or self.stop_accuracy is None,
            f"stop_accuracy is {self.stop_accuracy!r}, but y holds {unusual(y):g}. {CLASSES}",
        )
        self.record = Recorder(self.epochs, self.net.runs, self.stop_loss, self.stop_accuracy)

    def check(self):
        """X, y and the held-out data, if all fields can be used; nothing is changed."""
        X, y = checked(self.net, self.X, self.y, self.loss)
        checks.instance(self.optimizer, Optimizer, "optimizer", "GradientDescent(0.1)")
        checks.rates_fit_runs(self.optimizer.lr, self.net.runs)
        checks.instance(self.report, Loss, "report", "BinaryCrossEntropy()")
        self.report.check_labels(y)
        self.check_probabilities(X)
        checks.positive_whole(self.epochs, "epochs")
        checks.not_negative(self.weight_decay, "weight_decay")
        checks.one_of(self.decision, DECISIONS, "decision")
        if self.stop_loss is not None:
            checks.finite_number(self.stop_loss, "stop_loss")
        if self.stop_accuracy is not None:
            checks.share(self.stop_accuracy, "stop_accuracy")
        if self.log_every is not None:
            checks.positive_whole(self.log_every, "log_every")
            checks.log_format(self.log_format, "log_format")
        checks.switch(self.progress, "progress")
        if self.held_out is None:
            return X, y, None
        return X, y, checks.held_out(self.held_out, partial(self.check_held_out, y))

    def check_probabilities(self, X):
        entropies = [isinstance(one, BinaryCrossEntropy) for one in (self.loss, self.report)]
        if any(entropies) and not isinstance(self.net.layers[-1], Sigmoid):
            checks.probabilities(self.net.predict(X))

    def check_held_out(self, y, X, other):
        """Held-out X and y as floats, if they can be used beside the y of the training."""
        X, other = checked(self.net, X, other, self.loss)
        self.report.check_labels(other)
        self.check_probabilities(X)
        return X, same_kind(y, other, self.decision)

    def run(self, tell=False, through=iter):
        """Train, and return the History. An interrupt lets the epoch finish, and loses nothing.

        through : what goes through the range of the epochs; it may end sooner.
        """
        through = partial(bar, desc="epochs") if self.progress else through
        with deferred_interrupt() as asked, np.errstate(all="ignore"), checks.once():
            for epoch in through(range(self.epochs)):
                self.one_epoch(epoch)
                if asked:
                    self.record.stop(True, "interrupted")
                if self.record.done:
                    break
            if tell:
                self.tell()
            return self.record.history(ties(self.net.p, self.batches.y))

    def one_epoch(self, epoch):
        """A full batch is recorded as it passes, before its step; smaller ones after the last."""
        full, how = self.batches.full, (self.factor(epoch), self.decay)
        for L, _ in passes(self.net, self.batches, self.loss, self.optimizer, *how):
            if full:
                self.take_down(epoch, L if self.report is self.loss else self.reported(), L)
                if self.record.done:
                    return
        self.freeze()
        if not full:
            self.net.forward(self.batches.X)
            self.take_down(epoch, self.reported())

    def reported(self):
        return loss_of(self.net, self.batches.y, self.report)

    def freeze(self):
        """Give the runs that have stopped their theta back."""
        if self.record.frozen is not None:
            self.net.theta[self.record.frozen] = self.kept

    def take_down(self, epoch, reported, L=None):
        """Record the last forward; L : the loss that is trained, where it is not the reported."""
        accuracy = self.accuracy(self.net.p, self.batches.y)
        held_out = self.beside and self.beside.measure(self.accuracy)
        self.record.add(reported if L is None else L, reported, accuracy, held_out)
        if self.record.frozen is not None:
            self.kept = self.net.theta[self.record.frozen]
        if self.log_every and epoch % self.log_every == 0:
            runs = f"   (medians of {self.net.runs} runs)" if self.net.runs else ""
            line = messages.log_line(self.log_format, epoch, reported, accuracy, held_out)
            print(line + runs)

    def accuracy(self, p, y):
        """A number, or (R,): NaN where y holds no classes."""
        return share(self.right(p, y)) if self.right else np.full(p.shape[:-2], np.nan)[()]

    def tell(self):
        """Say so if runs diverged or the training was interrupted."""
        diverged, interrupted = map(self.record.stopped_at, ("diverged", "interrupted"))
        if diverged.size:
            print(messages.diverged(diverged, self.optimizer.lr, self.net.runs))
        if interrupted.size:
            print(messages.interrupted(max(interrupted)))


class HeldOut:
    """Data that no step sees. A network of its own that shares theta leaves the training alone."""

    def __init__(self, net, X, y, report):
        self.net, self.X, self.y, self.report = copy(net), X, y, copy(report)
        self.net.layers = tuple(map(copy, net.layers))

    def measure(self, accuracy):
        """The loss and the accuracy with the present weights."""
        return loss_at(self.net, self.X, self.y, self.report), accuracy(self.net.p, self.y)


def train(*arguments, **settings):
    """Train `net` in place and return the History.

    An epoch is one pass over all examples, as in `passes`: for each batch forward, loss, backward
    and step. With full batches (the default) the loss and accuracy of an epoch are those that the
    pass itself computed, before its step; with smaller batches they are measured on all data after
    the epoch's last step. Those of held-out data are measured with the same weights.

    Parameters
    ----------
    net, X (n, n_in), y (n, n_out), loss, optimizer : with runs, X and y may carry the run axis
        too, and the optimizer's lr may be an array of R.
    epochs : at most so many.
    batch_size : examples for each step; None takes all, 1 takes one at a time.
    shuffle : a random generator (or a list of R): a new order in each epoch. None keeps the order.
    schedule : a function of the epoch that returns a factor on lr, or "halve at half".
    weight_decay : dW becomes dW + weight_decay W before each step, and db stays as it is. That is
        the gradient of L + weight_decay / 2 times the sum of all squared weights (Krogh & Hertz
        1992); the losses are given without this penalty. Momentum, AdaGrad and Adam work on the
        sum: decoupled weight decay (AdamW, Loshchilov & Hutter 2019) shortens W beside them.
    held_out : other data (X, y), which no step sees: the History has held_out_losses and
        held_out_accuracies, and the log has them too. What is trained stays the same.
    stop_loss, stop_accuracy : stop once the loss is below, or the accuracy has reached, this.
    report : another loss to record, print and stop by, instead of the one that is trained.
    decision : "p > 0.5", or "round" for np.round(p) == y. Labels -1 and 1 are told apart by p > 0,
        rows with a single 1 by their largest p; for other y there is no accuracy (NaN).
    log_every : print a line in epochs 0, log_every, 2 log_every, ...
    log_format : that line, with the fields {epoch}, {loss} and {accuracy}; for runs, the medians.
    progress : show a progress bar.

    A run whose loss is no longer finite stops by itself; with runs, only that run is frozen.
    Interrupting lets the epoch finish, and keeps the network, the optimizer's state and the
    history so far.
    Errors: LabnetError for data or settings that cannot be used, before anything is trained.
    """
    return Training(*arguments, **settings).run(tell=True)


train.__signature__ = signature(Training)


def _factor(schedule, epochs):
    """The function of the epoch by which lr is multiplied."""
    if schedule is None:
        return lambda epoch: 1.0
    if callable(schedule):
        return lambda epoch: checks.not_negative(schedule(epoch), f"schedule({epoch})")
    checks.one_of(schedule, ("halve at half",), "schedule (if it is no function of the epoch)")
    return lambda epoch: 1.0 if epoch < round(epochs / 2) else 0.5
