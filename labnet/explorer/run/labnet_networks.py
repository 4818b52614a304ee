"""labnet's own networks in the explorer: one trained by its settings, or many on the run axis."""

from copy import copy, deepcopy
from types import MappingProxyType

from ...batches import Batches
from ...experiments.setup import Setup, streams
from ...gradients import loss_at
from ...layers import Sigmoid
from ...losses import BinaryCrossEntropy, SquaredError
from ...network import Network
from ...support import checks
from ...training import HeldOut
from . import chain
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
BUILT = frozenset({"hidden", "activation", "init"})  # what an object has decided when it is given
GIVEN = BUILT | {"seed", "new weights", "over seeds"}


class LabnetNetworks:
    """Builds labnet's own networks, as the settings say."""

    without = frozenset()  # the controls that mean nothing here
    activation = "tanh"  # at first: it leaves XOR's plateau before one's eyes
    decided = MappingProxyType({})  # settings that the network itself decides
    given = False  # whether its weights are somebody's own

    def check(self, settings):
        """Every setting suits labnet's networks."""

    def trainer(self, settings, X, y, runs=None):
        _, for_weights, _ = streams(settings["seed"], runs)
        return LabnetTrainer(setup_of(settings).network(for_weights), settings, X, y, runs)

    def named(self, settings):
        return f"network {shape(settings)}"

    def trainers(self, settings, X, y, seeds):
        """Trainers that together stand for the seeds 0, 1, ..., seeds - 1."""
        for first in range(0, seeds, RUNS):
            runs = min(RUNS, seeds - first)
            yield self.trainer(settings | {"seed": first}, X, y, runs)


class GivenNetworks:
    """Copies of a Network that was given: each run begins with the weights that it had then.

    It has 2 inputs, 1 output and no runs. Its loss is the cross-entropy if it ends in a Sigmoid,
    else the squared error.
    """

    without, given, activation = GIVEN | {"output"}, True, "tanh"

    def __init__(self, network):
        sizes = network.n_in, network.n_out
        checks.require(
            sizes == (2, 1) and not network.runs,
            f"network is a {network!r}; the explorer needs 2 inputs, 1 output and no runs, such as "
            "Network(Linear(2, 10), Tanh(), Linear(10, 1), Sigmoid(), rng=rng).",
        )
        self.untrained = deepcopy(network)
        ends = isinstance(network.layers[-1], Sigmoid)
        self.decided = {"output": "sigmoid, cross-entropy" if ends else "none, squared error"}

    def check(self, settings):
        """Every setting that is left suits it."""

    def trainer(self, settings, X, y):
        return LabnetTrainer(deepcopy(self.untrained), settings, X, y)

    def named(self, settings):
        linears = [layer for layer in self.untrained.layers if layer.shapes]
        return "your network " + "-".join(map(str, [2, *(layer.n_out for layer in linears)]))


def networks_of(network):
    """What builds the networks of `explore(network)`, where labnet does."""
    return GivenNetworks(network) if isinstance(network, Network) else LabnetNetworks()


class LabnetTrainer(Trainer):
    """A Network, its loss and its optimizer; with `runs`, for the seeds seed, seed + 1, ..."""

    def __init__(self, network, settings, X, y, runs=None):
        *_, for_order = streams(settings["seed"], runs)
        super().__init__(settings, X, y)
        self.batches = batches(settings, self.X, self.y, for_order, runs)
        setup = setup_of(settings)
        self.network = self.learner = network
        self.net = network if chain.readable(network) else None
        self.loss, self.optimizer = copy(setup.loss), setup.new_optimizer(1.0)
        self.decay = settings["decay"] * network.is_weight if settings["decay"] else None
        self.beside = HeldOut(network, self.held_X, self.held_y, self.loss)

    def trusting(self):
        return checks.once()  # `measure` has looked at the points

    def measure(self):
        L = loss_at(self.network, self.X, self.y, self.loss)
        return L, self.network.p

    def measure_held_out(self):
        return self.beside.measure(lambda p, y: p)

    def gradients(self):
        return self.network.backward(self.loss.backward(), self.loss.of).copy()

    def predict(self, X):
        return self.network.predict(X)

    def arrays(self):
        linears = (layer for layer in self.network.layers if layer.shapes)
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
