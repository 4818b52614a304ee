"""The five report systems as configurations: presets["B"].run("xor", seed=0, runs=50).

Each is a composition of the layers, losses, optimizers and schedules of labnet; none needs a
line of its own elsewhere. `replace` and `variations` give what the reports change.
"""

from .configuration import SYSTEMS
from .fields import Choices
from .result import Result
from .system import PARTS, MissingTranspose, System, generators, streams


class Presets(Choices):
    """The five report systems, "A" to "E".

    presets["B"].run("xor", seed=0, runs=50) trains one, presets["B"] shows what it is, and
    presets["B"].replace(lr=0.1) or presets["B"].variations["leaky ReLU"] change it.
    """


presets = Presets("preset", SYSTEMS)

__all__ = [
    "PARTS",
    "MissingTranspose",
    "Result",
    "System",
    "generators",
    "presets",
    "streams",
]
