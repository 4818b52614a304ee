"""labnet's own networks in the explorer: one trained by its settings, or many on the run axis."""

from copy import copy

from ...batches import Batches
from ...experiments.setup import Setup, streams
from ...gradients import loss_at
from ...losses import BinaryCrossEntropy, SquaredError
from ...training import HeldOut
from .naming import shape
from .trainer import Trainer

OUTPUTS = {
    "sigmoid, cross-entropy": ("sigmoid", BinaryCrossEntropy()),
    "sigmoid, squared error": ("sigmoid", SquaredError()),
    "sigmoid, half the squared error": ("sigmoid", SquaredError(half=True)),
    "none, squared error": ("none", SquaredError()),
    "none, half the squared error": ("none", SquaredError(half=True)),
}
RUNS = 25  # at once: with more, each takes longer


class LabnetNetworks:
    """Builds labnet's own networks, as the settings say."""

    without = frozenset()  # the controls that mean nothing here
    activation = "tanh"  # at first: it leaves XOR's plateau before one's eyes

    def check(self, settings):
        """Every setting suits labnet's networks."""

    def trainer(self, settings, X, y):
        return LabnetTrainer(settings, X, y)

    def named(self, settings):
        return f"network {shape(settings)}"

    def trainers(self, settings, X, y, seeds):
        """Trainers that together stand for the seeds 0, 1, ..., seeds - 1."""
        for first in range(0, seeds, RUNS):
            runs = min(RUNS, seeds - first)
            yield LabnetTrainer(settings | {"seed": first}, X, y, runs)


class LabnetTrainer(Trainer):
    """A Network, its loss and its optimizer; with `runs`, for the seeds seed, seed + 1, ..."""

    def __init__(self, settings, X, y, runs=None):
        _, for_weights, for_order = streams(settings["seed"], runs)
        super().__init__(settings, X, y)
        self.batches = batches(settings, self.X, self.y, for_order, runs)
        setup = setup_of(settings)
        self.network = self.net = self.learner = setup.network(for_weights)
        self.loss, self.optimizer = copy(setup.loss), setup.new_optimizer(1.0)
        self.decay = settings["decay"] * self.net.is_weight if settings["decay"] else None
        self.beside = HeldOut(self.net, self.held_X, self.held_y, self.loss)

    def measure(self):
        L = loss_at(self.net, self.X, self.y, self.loss)
        return L, self.net.p

    def measure_held_out(self):
        return self.beside.measure(lambda p, y: p)

    def gradients(self):
        return self.net.backward(self.loss.backward(), self.loss.of).copy()

    def predict(self, X):
        return self.net.predict(X)

    def arrays(self):
        linears = (layer for layer in self.net.layers if layer.shapes)
        return {
            f"{name}{k}": getattr(layer, name)
            for k, layer in enumerate(linears, 1)
            for name in layer.shapes
        }

    def example_gradients(self, x, y):
        """dtheta of one example as this code computes it; None leaves it to the chain rule."""


def setup_of(settings):
    output, loss = OUTPUTS[settings["output"]]
    kept = {name: settings[name] for name in ("hidden", "activation", "init", "optimizer", "lr")}
    return Setup(bias=True, output=output, loss=loss, **kept)


def batches(settings, X, y, rng, runs=None):
    """All examples in each step, or so many in an order drawn anew for each epoch."""
    size = settings["batch"] or None
    return Batches(X, y, runs, size, shuffle=rng if size else None)
