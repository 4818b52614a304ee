"""train: the loop of forward, backward and step."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .batches import Batches
from .gradients import backward_pass, forward_pass, joined
from .history import Recorder, percentiles
from .losses import Loss
from .network import Network
from .optimizers import Optimizer
from .support import checks
from .support.bars import bar
from .support.interrupts import deferred_interrupt

DECISIONS = {"p > 0.5": lambda p: p > 0.5, "round": np.round}
OVERSHOT = (
    "The steps were too long: each overshot, and made the weights and so the next step larger "
    "still."
)
LOG_FORMAT = "epoch {epoch:>6}   loss {loss:.4f}   accuracy {accuracy:.4f}"


def train(
    net,
    X,
    y,
    loss,
    optimizer,
    epochs,
    *,
    batch_size=None,
    shuffle=None,
    schedule=None,
    stop_loss=None,
    stop_accuracy=None,
    report=None,
    decision="p > 0.5",
    log_every=None,
    log_format=LOG_FORMAT,
    progress=False,
):
    """Train `net` in place and return the History.

    An epoch is one pass over all examples: forward, backward and one step of the optimizer for
    each batch. With full batches (the default) the loss and accuracy of an epoch are those that
    the pass itself computed, before its step; with smaller batches they are measured on all data
    after the epoch's last step.

    Parameters
    ----------
    net, X (n, n_in), y (n, n_out), loss, optimizer : with runs, X and y may carry the run axis
        too, and the optimizer's lr may be an array of R.
    epochs : at most so many.
    batch_size : examples for each step; None takes all, 1 takes one at a time.
    shuffle : a random generator (or a list of R): a new order in each epoch. None keeps the order.
    schedule : a function of the epoch that returns a factor on lr, or "halve at half".
    stop_loss, stop_accuracy : stop once the loss is below, or the accuracy has reached, this.
    report : another loss to record, print and stop by, instead of the one that is trained.
    decision : "p > 0.5", or "round" for np.round(p) == y.
    log_every : print a line in epochs 0, log_every, 2 log_every, ...
    log_format : that line, with the fields {epoch}, {loss} and {accuracy}; for runs, the medians.
    progress : show a progress bar.

    A run whose loss is no longer finite stops by itself; with runs, only that run is frozen.
    Interrupting lets the epoch finish, and keeps the network, the optimizer's state and the
    history so far.
    Errors: LabnetError for data or settings that cannot be used, before anything is trained.
    """
    checks.switch(progress, "progress")
    training = prepare(
        net,
        X,
        y,
        loss,
        optimizer,
        epochs,
        batch_size=batch_size,
        shuffle=shuffle,
        schedule=schedule,
        stop_loss=stop_loss,
        stop_accuracy=stop_accuracy,
        report=report,
        decision=decision,
        log_every=log_every,
        log_format=log_format,
    )
    return training.run_and_tell(progress)


def prepare(
    net,
    X,
    y,
    loss,
    optimizer,
    epochs,
    *,
    batch_size,
    shuffle,
    schedule,
    stop_loss,
    stop_accuracy,
    report,
    decision,
    log_every,
    log_format,
):
    """The Training that `train` runs, with everything checked and nothing trained yet.

    The defaults are those of `train`, and stand there only.
    """
    report = loss if report is None else report
    X, y = _checked(net, X, y, loss, report, optimizer)
    epochs = checks.positive_whole(epochs, "epochs")
    return Training(
        net,
        loss,
        report,
        optimizer,
        epochs,
        Batches(X, y, net.runs, batch_size, shuffle),
        _factor(schedule, epochs),
        DECISIONS[checks.one_of(decision, DECISIONS, "decision")],
        Recorder(epochs, net.runs, *_goals(stop_loss, stop_accuracy)),
        _log_line(log_every, log_format, net.runs),
    )


def _checked(net, X, y, loss, report, optimizer):
    """X and y as floats, if the network and both losses can use them; nothing is changed."""
    checks.instance(net, Network, "net", "Network(Linear(2, 1), Sigmoid(), rng=rng)")
    checks.instance(optimizer, Optimizer, "optimizer", "GradientDescent(0.1)")
    checks.rates_fit_runs(optimizer.lr, net.runs)
    checks.instance(loss, Loss, "loss", "BinaryCrossEntropy()")
    checks.instance(report, Loss, "report", "BinaryCrossEntropy()")
    X, y = checks.data(net, X, y, loss)
    p = net.predict(X)
    for each in (loss, report):
        each.check(p, y)
    return X, y


def accuracy(p, y, decision="p > 0.5"):
    """The share of rows that are decided rightly, in 0..1: a number, or (R,) for R runs."""
    decide = DECISIONS[checks.one_of(decision, DECISIONS, "decision")]
    return _share_right(decide, *checks.predictions_and_labels(p, y))


@dataclass
class Training:
    """One training between its epochs; `train` describes the fields."""

    net: Network
    loss: Loss
    report: Loss
    optimizer: Optimizer
    epochs: int
    batches: Batches
    factor: Callable
    decide: Callable
    record: Recorder
    log_line: Callable

    def run(self):
        """Train; an interrupt lets the epoch finish."""
        with deferred_interrupt() as asked:
            self.run_until(asked, progress=False)

    def run_and_tell(self, progress=False):
        """The History; an interrupt after the last epoch must not lose it."""
        with deferred_interrupt() as asked:
            self.run_until(asked, progress)
            self.tell()
            return self.record.history()

    def run_until(self, asked, progress):
        run_epoch = self.epoch_at_once if self.batches.full else self.epoch_in_batches
        with np.errstate(all="ignore"):
            for epoch in _counter(self.epochs, progress):
                self.optimizer.new_epoch(self.net.theta)
                run_epoch(epoch)
                if asked:
                    self.record.stop(True, "interrupted")
                if self.record.done:
                    break

    def epoch_at_once(self, epoch):
        X, y = self.batches.X, self.batches.y
        L, p = forward_pass(self.net, X, y, self.loss)
        reported = L if self.report is self.loss else self.reported(X, y, p)
        self.take_down(epoch, L, reported, p, y)
        if not self.record.done:
            backward_pass(self.net, p, y, self.loss)
            self.step(epoch)

    def epoch_in_batches(self, epoch):
        for X, y in self.batches:
            _, p = forward_pass(self.net, X, y, self.loss)
            backward_pass(self.net, p, y, self.loss)
            self.step(epoch)
        y = self.batches.y
        L, p = forward_pass(self.net, self.batches.X, y, self.report)
        self.take_down(epoch, L, L, p, y)

    def reported(self, X, y, p):
        """The other loss, from z where that is exact and p is not."""
        if joined(self.net, self.report):
            return forward_pass(self.net, X, y, self.report)[0]
        return self.report.forward(p, y)

    def step(self, epoch):
        """One step of the optimizer; runs that have stopped keep their theta."""
        theta, frozen = self.net.theta, self.record.frozen
        kept = None if frozen is None else theta[frozen]
        self.optimizer.step(theta, self.net.dtheta, self.factor(epoch))
        if frozen is not None:
            theta[frozen] = kept

    def take_down(self, epoch, L, reported, p, y):
        accuracy = _share_right(self.decide, p, y)
        self.record.add(L, reported, accuracy, p)
        self.log_line(epoch, reported, accuracy)

    def tell(self):
        """Say so if runs diverged or the training was interrupted."""
        at = self.record.stopped_at("diverged")
        if at:
            print(_divergence_message(at, self.optimizer.lr, self.net.runs))
        if self.record.stopped_at("interrupted"):
            print(_interrupt_message(self.record.count - 1))


def _share_right(decide, p, y):
    return (decide(p) == y).sum(axis=(-2, -1)) / (p.shape[-2] * p.shape[-1])


def _factor(schedule, epochs):
    """The function of the epoch by which lr is multiplied."""
    if schedule is None:
        return lambda epoch: 1.0
    if callable(schedule):
        return lambda epoch: checks.not_negative(schedule(epoch), f"schedule({epoch})")
    checks.one_of(schedule, ("halve at half",), "schedule (if it is no function of the epoch)")
    return lambda epoch: 1.0 if epoch < round(epochs / 2) else 0.5


def _goals(stop_loss, stop_accuracy):
    """The two bounds, with infinities where there is none."""
    return (
        -np.inf if stop_loss is None else checks.finite_number(stop_loss, "stop_loss"),
        np.inf if stop_accuracy is None else checks.share(stop_accuracy, "stop_accuracy"),
    )


def _log_line(every, text, runs):
    """A function that prints the line of an epoch, if it is that epoch's turn."""
    if every is None:
        return lambda epoch, loss, accuracy: None
    every = checks.positive_whole(every, "log_every")
    checks.log_format(text, "log_format")
    text += f"   (medians of {runs} runs)" if runs else ""

    def log_line(epoch, loss, accuracy):
        if epoch % every == 0:
            print(log_text(text, epoch, loss, accuracy))

    return log_line


def log_text(text, epoch, loss, accuracy):
    """A log line filled in; for runs with the medians, of the losses over those still finite."""
    loss = percentiles(np.asarray(loss), 50)
    return text.format(epoch=epoch, loss=loss, accuracy=np.median(accuracy))


def _counter(epochs, progress):
    """range(epochs), with a progress bar if wanted."""
    return bar(range(epochs), desc="epochs") if progress else range(epochs)


def _divergence_message(at, lr, runs):
    who = f"{len(at)} of {runs} runs stopped, the first" if runs else "Stopped"
    return (
        f"{who} at epoch {min(at)}: the loss is no longer a finite number. {OVERSHOT} Build the "
        f"network anew and try a smaller learning rate, such as {np.max(lr) / 10:g}."
    )


def _interrupt_message(epoch):
    return (
        f"Interrupted after epoch {epoch}. The network, the optimizer's state and the history up "
        "to here are kept; train with the same optimizer goes on from here."
    )
