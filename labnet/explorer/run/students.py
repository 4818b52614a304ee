"""The student's own network in the explorer: what it needs, and how it is built."""

from types import MappingProxyType

from ...support import checks
from .labnet_networks import GIVEN
from .making import maker, twin, usual_activation
from .naming import shape
from .returned import reached
from .student_trainer import StudentTrainer


class StudentNetworks:
    """Networks of a class of your own.

    The explorer builds it with ``MyNetwork(sizes, activation="sigmoid", rng=None)``, where sizes
    is [2, 10, 10, 1] for instance, and calls

        forward(x) -> p       p (n, 1) for x (n, 2)
        backward(y) -> grads  for the last forward
        step(lr)              changes the weights

    If it has ``params`` {"W1": W1, "b1": b1, ...} and ``grads`` {"dW1": dW1, ...}, they are shown.
    Weight decay needs ``params``: before each step it multiplies W1, W2, ... by 1 - lr decay.
    An object of the class, or a function without arguments that makes one, will do as well.
    """

    decided = MappingProxyType({})

    def __init__(self, network):
        self.name = getattr(network, "__name__", type(network).__name__)
        self.make, self.without = maker(network)
        self.activation = usual_activation(network)
        self.given = self.without >= GIVEN
        self.key = self.untrained = None

    def check(self, settings):
        """Errors: LabnetError for weight decay where the weights are out of reach."""
        decay = settings["decay"]
        checks.require(
            not decay or reached(lambda: self.network(settings)),
            f"decay is {decay:g}; expected 0 for {self.name}: weight decay needs params = "
            '{"W1": W1, "b1": b1, ...} with the very arrays that forward and step use, no copies.',
        )

    def trainer(self, settings, X, y):
        return StudentTrainer(self.network(settings), settings, X, y)

    def named(self, settings):
        return self.name if "hidden" not in settings else f"{self.name} {shape(settings)}"

    def trainers(self, settings, X, y, seeds):
        for seed in range(seeds):
            yield self.trainer(settings | {"seed": seed}, X, y)

    def network(self, settings):
        """The network for these settings, untrained: a copy, so that each start is the same.

        What cannot be copied is built anew.
        """
        key = tuple(settings[name] for name in ("hidden", "activation", "seed"))
        if key != self.key:
            self.key, self.untrained = None, self.make(settings)
            self.key = key
        network = twin(self.untrained)
        return self.make(settings) if network is None else network
