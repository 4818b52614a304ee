"""The five report systems as configurations: presets["B"].run("xor", seed=0, runs=50).

Each is a composition of the layers, losses, optimizers and schedules of labnet; none needs a
line of its own elsewhere. `replace` and `variations` give what the reports change.
"""

from .configuration import SYSTEMS
from .fields import Choices
from .result import Result
from .system import MissingTranspose, System, streams

presets = Choices("preset", SYSTEMS)

__all__ = ["MissingTranspose", "Result", "System", "presets", "streams"]
