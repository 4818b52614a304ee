"""Setup: a network and its training, as the fields of one frozen configuration."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace

import numpy as np

from ..decisions import DECISIONS
from ..layers import LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from ..losses import BinaryCrossEntropy, Loss
from ..network import Network
from ..optimizers import AdaGrad, Adam, GradientDescent, Momentum
from ..support import checks
from ..training import Training
from . import fields as of
from .result import Result

ACTIVATIONS = {
    "none": lambda setup: [],
    "sigmoid": lambda setup: [Sigmoid()],
    "tanh": lambda setup: [Tanh()],
    "relu": lambda setup: [ReLU()],
    "leaky relu": lambda setup: [LeakyReLU(setup.alpha)],
}
OPTIMIZERS = {
    "gradient descent": lambda setup, lr: GradientDescent(lr),
    "momentum": lambda setup, lr: Momentum(lr),
    "adam": lambda setup, lr: Adam(lr, eps=setup.adam_eps),
    "adagrad": lambda setup, lr: AdaGrad(lr),
}


class MissingTranspose(Linear):
    """Linear with a mistake: dx = dz W, where it should be dz W.T.

    Only a square W lets it pass unnoticed; elsewhere the shapes force the transpose.
    """

    def backward(self, dz):
        dx = super().backward(dz)
        return dz @ self.W if self.n_in == self.n_out else dx


@dataclass(frozen=True, repr=False, kw_only=True)
class Setup:
    """A network, its training and its log, all with defaults.

    title : what it is about.
    hidden : units of the hidden layers, such as (5, 100); 10 stands for (10, 10).
    bias, init, bias_init : as for `Linear`.
    activation, output : of the hidden layers and of the last: "none", "sigmoid", "tanh", "relu"
        or "leaky relu", whose slope below 0 is `alpha`.
    squash_input : True puts a Sigmoid in front of the first Linear.
    transpose : False makes each Linear a MissingTranspose.
    n : points of the linear data, None for 100; the XOR data are always the same 21.
    noise : each point is moved by normal noise of this standard deviation, and kept inside the
        unit square; its label stays.
    held_out : so many more points of the linear data, drawn after the others and with the same
        noise: their loss and accuracy are recorded beside the training, as by `train`.
    loss, report : what is trained, and what is recorded, printed and stopped by (None: the same).
    optimizer : "gradient descent", "momentum", "adam" (whose eps is `adam_eps`), "adagrad", or a
        function of lr that returns an Optimizer.
    shuffle : True draws a new order of the examples in each epoch.
    lr, epochs, batch_size, schedule, weight_decay, stop_loss, stop_accuracy, decision, log_every,
        log_format : as for `train`.
    log_end : the line after the training, with the fields of log_format.
    build : a function of rng that returns the Network, in place of what hidden ... transpose say.

    Errors: LabnetError for a field or a value that does not exist, with those that do.
    """

    title: str = ""
    hidden: int | tuple = (10, 10)
    bias: bool = False
    init: str | Callable = "xavier"
    bias_init: str | Callable = "zeros"
    activation: str = "sigmoid"
    output: str = "sigmoid"
    alpha: float = 0.01
    squash_input: bool = False
    transpose: bool = True
    n: int | None = None
    noise: float = 0.0
    held_out: int = 0
    loss: Loss = BinaryCrossEntropy()
    report: Loss | None = None
    batch_size: int | None = None
    shuffle: bool = False
    optimizer: str | Callable = "gradient descent"
    adam_eps: float = 1e-8
    lr: float = 0.1
    schedule: str | Callable | None = None
    weight_decay: float = 0.0
    epochs: int = 1000
    stop_loss: float | None = None
    stop_accuracy: float | None = None
    decision: str = "p > 0.5"
    log_every: int = 1000
    log_format: str = "epoch {epoch:>6}   loss {loss:.5f}   accuracy {accuracy:.2%}"
    log_end: str | None = None
    build: Callable | None = None

    def __post_init__(self):
        for name, check in CHECKS.items():
            object.__setattr__(self, name, check(getattr(self, name), name))

    def replace(self, **changes):
        """A Setup with these fields changed: setup.replace(lr=0.1, activation="tanh")."""
        for name in changes:
            known_field(name)
        return replace(self, **changes)

    def network(self, rng):
        """The untrained Network; `rng` as for Network."""
        if self.build:
            return self._built(rng)
        widths = (2, *self.hidden, 1)
        layers = [Sigmoid()] if self.squash_input else []
        for n_in, n_out in zip(widths[:-2], widths[1:-1], strict=True):
            layers += [self._linear(n_in, n_out), *ACTIVATIONS[self.activation](self)]
        layers += [self._linear(*widths[-2:]), *ACTIVATIONS[self.output](self)]
        return Network(*layers, rng=rng)

    def new_optimizer(self, lr=None):
        """An Optimizer at the start, with the learning rate of the setup, or another lr."""
        lr = self.lr if lr is None else lr
        known = isinstance(self.optimizer, str)
        return OPTIMIZERS[self.optimizer](self, lr) if known else self.optimizer(lr)

    def check_data(self, data):
        """Errors: LabnetError for data that are unknown, or that cannot be as the fields say."""
        checks.one_of(data, of.DATA, "data")
        for name, mend in FOR_LINEAR.items():
            value = getattr(self, name)
            checks.require(
                data == "linear" or not value,
                f"{name} is {value}, but the XOR data are always the same 21 points: {mend}.",
            )

    def draw(self, data, rng):
        """X (n, 2), y (n, 1), and the pair that is held out, or None.

        For a list of R generators R draws of each, (R, n, 2) and (R, n, 1).
        """
        self.check_data(data)
        X, y = draw(data, rng, self.n, self.noise)
        return X, y, draw(data, rng, self.held_out, self.noise) if self.held_out else None

    def train(self, net, X, y, *, shuffle=None, log=True, held_out=None):
        """Train `net` and return the History; `shuffle` and `held_out` as for `train`."""
        return self.training(net, X, y, shuffle=shuffle, log=log, held_out=held_out).run(tell=True)

    def training(self, net, X, y, *, shuffle=None, log=False, lr=None, held_out=None):
        """The Training, ready to run; lr : in place of the setup's, one for each run."""
        same = ("epochs", "batch_size", "schedule", "weight_decay", "stop_loss", "stop_accuracy")
        same += ("decision", "log_format")
        return Training(
            net,
            X,
            y,
            copy(self.loss),
            self.new_optimizer(lr),
            shuffle=shuffle if self.shuffle else None,
            report=copy(self.report),
            held_out=held_out,
            log_every=self.log_every if log else None,
            **{name: getattr(self, name) for name in same},
        )

    def run(self, data, seed=0, runs=None, log=True):
        """Draw the data, make the network, train it; print the log; return a Result.

        For `runs` R, row r of everything is what seed + r gives alone.
        """
        checks.switch(log, "log")
        for_data, for_weights, for_order = streams(seed, runs)
        X, y, held_out = self.draw(data, for_data)
        net = self.network(for_weights)
        history = self.train(net, X, y, shuffle=for_order, log=log, held_out=held_out)
        result = Result(self, data, seed, net, X, y, history, held_out)
        if log:
            result.print()
        return result

    def _built(self, rng):
        net = self.build(rng)
        made = "Network(Linear(2, 1), Sigmoid(), rng=rng)"
        checks.instance(net, Network, "what build(rng) returned", made)
        checks.require(
            not isinstance(rng, list) or net.runs == len(rng),
            "build(rng) must hand `rng` on to Network as it is: here it is a list of generators, "
            "one for each run.",
        )
        return net

    def _linear(self, n_in, n_out):
        layer = Linear if self.transpose else MissingTranspose
        return layer(n_in, n_out, self.bias, self.init, self.bias_init)

    def described(self):
        """The text by which a file knows this setup; one without LATER tells nothing of them."""
        unset = {name for name in LATER if getattr(self, name) == getattr(Setup, name)}
        return self.listing([name for name in ROWS if name not in unset])

    def listing(self, names):
        return listing(self.title or "Setup", {name: shown(getattr(self, name)) for name in names})

    def __repr__(self):
        return self.listing(ROWS)


def draw(data, rng, n, noise):
    """X and y of one generator, or stacked of a list of them."""
    if not isinstance(rng, list):
        return of.DATA[data](rng, n, noise)
    X, y = zip(*(of.DATA[data](one, n, noise) for one in rng), strict=True)
    return np.stack(X), np.stack(y)


def streams(seed, runs=None):
    """Generators for the data, the weights and the order, all three of one seed.

    For R runs three lists of R: run r has the generators of seed + r.
    """
    seed = checks.count(seed, "seed")
    if runs is None:
        return [one for (one,) in generators([seed])]
    return generators(range(seed, seed + checks.positive_whole(runs, "runs")))


PARTS = ("data", "weights", "order")  # what is random in a run


def generators(seeds, keep=None):
    """For each of PARTS a list of generators, one for each seed.

    keep : {part: seed} of the parts that have this seed in every run.
    """
    keep = keep or {}
    return [
        [np.random.default_rng([keep.get(name, seed), part]) for seed in seeds]
        for part, name in enumerate(PARTS)
    ]


def known_field(name):
    return checks.one_of(name, CHECKS, "The field to replace")


def listing(title, rows):
    """The title, and below it a line for each of the rows {name: text}."""
    return "\n".join([title, *(f"  {name:<14}{text}" for name, text in rows.items())])


def shown(value):
    """The value of a field as text."""
    switches = {True: "yes", False: "no", None: "-"}
    if value is None or isinstance(value, bool):
        return switches[value]
    function = getattr(value, "func", value)  # of a partial
    return getattr(function, "__name__", str(value))


CHECKS = {
    "title": of.text,
    "hidden": of.widths,
    "bias": checks.switch,
    "init": of.init,
    "bias_init": of.init,
    "activation": of.name_of(ACTIVATIONS),
    "output": of.name_of(ACTIVATIONS),
    "alpha": checks.finite_number,
    "squash_input": checks.switch,
    "transpose": checks.switch,
    "n": of.optional(checks.positive_whole),
    "noise": checks.not_negative,
    "held_out": of.points,
    "loss": of.loss,
    "report": of.optional(of.loss),
    "batch_size": of.optional(checks.positive_whole),
    "shuffle": checks.switch,
    "optimizer": of.name_or_function(OPTIMIZERS),
    "adam_eps": checks.not_negative,
    "lr": of.learning_rate,
    "schedule": of.optional(of.name_or_function(("halve at half",))),
    "weight_decay": checks.not_negative,
    "epochs": checks.positive_whole,
    "stop_loss": of.optional(checks.finite_number),
    "stop_accuracy": of.optional(checks.share),
    "decision": of.name_of(DECISIONS),
    "log_every": checks.positive_whole,
    "log_format": checks.log_format,
    "log_end": of.optional(checks.log_format),
    "build": of.optional(of.function),
}
ROWS = [name for name in CHECKS if name != "title"]  # of a listing
# Fields that are younger than the first files of sweeps: where one has its default, a file may well
# be older than the field, and is still the file of this sweep.
LATER = ("n", "noise", "held_out", "weight_decay", "stop_accuracy")
FOR_LINEAR = {  # what only these data can have, and what to do where it is asked of others
    "n": 'leave n out, or take the data "linear"',
    "held_out": 'leave held_out out, take the data "linear", or give train(..., held_out=(X, y)) '
    "points of your own",
}
