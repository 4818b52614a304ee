"""Who takes part: one line for each, with what sets it apart."""

from dataclasses import dataclass, replace
from importlib import import_module

from .problem import SQUARED_ERROR

MANY, FEW = 25, 8  # runs at once; few where the network is wide


@dataclass(frozen=True)
class Contender:
    """A way to train: `start` of the module gives run(epochs) -> losses, which goes on each call.

    losses are (epochs,), or (epochs, R) for runs. A missing peer is an ImportError of `start`.
    """

    name: str
    module: str
    function: str = "train"
    runs: bool = False
    dtype: str = "float64"
    identity_output: bool = False  # p = z instead of sigmoid(z), with the squared error
    small: bool = False  # so slow that it takes part only where the network is small

    def start(self, problem):
        module = import_module(f"{__package__}.peers.{self.module}")
        return getattr(module, self.function)(problem)

    def takes(self, problem):
        small = problem.products <= 3000 and problem.loss == SQUARED_ERROR
        return small or not self.small

    def version_of(self, problem):
        """The problem as this contender trains it."""
        runs = (FEW if problem.width >= 100 else MANY) if self.runs else None
        identity = self.identity_output and problem.loss == SQUARED_ERROR
        output = "identity" if identity else "sigmoid"
        return replace(problem, runs=runs, dtype=self.dtype, output=output)


C = Contender("C, gcc", "c_")
LABNET = Contender("labnet", "labnet_")
LABNET_RUNS = Contender("labnet, per run of 25", "labnet_", runs=True)
FLAT = Contender("NumPy, flat code", "numpy_")
TORCH = Contender("PyTorch eager", "pytorch")
TORCH_32 = Contender("PyTorch eager, float32", "pytorch", dtype="float32")
SKLEARN = Contender("scikit-learn", "sklearn_", identity_output=True)
JAX_STEP = Contender("JAX, jit of one step", "jax_", "train_by_steps")
JAX_LOOP = Contender("JAX, fori_loop", "jax_")
JAX_RUNS = Contender("JAX, vmapped fori_loop, per run of 25", "jax_", runs=True)
AUTOGRAD = Contender("HIPS autograd", "autograd_")
NUMBA = Contender("Numba", "numba_")
MICROGRAD = Contender("micrograd", "micrograd_", small=True)

ALL = (
    C,
    LABNET,
    LABNET_RUNS,
    FLAT,
    TORCH,
    TORCH_32,
    SKLEARN,
    JAX_STEP,
    JAX_LOOP,
    JAX_RUNS,
    AUTOGRAD,
    NUMBA,
    MICROGRAD,
)
WITH_ADAM = (C, LABNET, LABNET_RUNS, TORCH, JAX_STEP, JAX_LOOP, JAX_RUNS)
ONE_AT_A_TIME = (C, LABNET, LABNET_RUNS, TORCH, JAX_LOOP, JAX_RUNS)
GROWING = (C, LABNET, TORCH)
PREDICTING = (
    replace(C, function="predict"),
    replace(LABNET, function="predict"),
    replace(TORCH, function="predict"),
    replace(SKLEARN, function="predict", identity_output=False),
)
