"""The five report systems: what each of the five reports decided, and what it varied.

Each is a composition of the layers, losses, optimizers and schedules of labnet; none needs a
line of its own elsewhere. A field that is not named here has the default of `Setup`: no bias,
sigmoid in every layer, gradient descent on all examples at once, a constant learning rate, all
epochs.
"""

from .experiments.choices import Choices
from .experiments.preset import Preset
from .losses import BinaryCrossEntropy, SquaredError

A = Preset.of(
    title="mean squared error with early stop",
    hidden=10,
    init="uniform",
    loss=SquaredError(half=True),  # dz = (p - y) p (1 - p) / n
    report=SquaredError(),
    lr=0.5,
    epochs=1_000_000,
    stop_loss=0.02,
    changes={
        "5 hidden units": {"hidden": 5},
        "2 hidden units": {"hidden": 2},
        "no activation": {"activation": "none", "output": "none", "lr": 0.001, "epochs": 10_000},
        "Adam": {"optimizer": "adam", "lr": 0.01},
        "tanh": {"activation": "tanh"},
        "leaky ReLU": {"activation": "leaky relu"},
    },
)

B = Preset.of(
    title="summed gradient, with biases",
    hidden=4,
    bias=True,
    init="normal",
    bias_init="normal",
    loss=SquaredError("sum", half=True),  # dz = (p - y) p (1 - p): n/2 times that of the report
    report=SquaredError(),
    lr=0.01,
    epochs={"linear": 10_000, "xor": 30_000},
    decision="round",
    log_every=2000,
    log_format="Epoch {epoch}, Loss {loss:.4f}, Acc {accuracy:.2%}",
    log_end="End training!!!",
    changes={
        "learning rate 1": {"lr": 1.0},
        "learning rate 0.1": {"lr": 0.1},
        "10 hidden units": {"hidden": 10},
        "no activation": {"activation": "none", "output": "none", "lr": 0.0001},
        "leaky ReLU": {"activation": "leaky relu", "output": "leaky relu"},
    },
)

C = Preset.of(
    title="cross-entropy, squashed input",
    hidden={"linear": 10, "xor": 100},
    squash_input=True,
    init="normal",
    loss=BinaryCrossEntropy("sum"),  # dz = p - y
    lr={"linear": 0.01, "xor": 0.02},
    epochs=3000,
    decision="round",
    log_every=500,
    changes={
        "learning rate / 10": {"lr": {"linear": 0.001, "xor": 0.002}},
        "learning rate x 10": {"lr": {"linear": 0.1, "xor": 0.2}},
        "10 hidden units": {"hidden": 10},
        "no activation": {"activation": "none", "squash_input": False},
    },
)

D = Preset.of(
    title="one example at a time, positive weights",
    hidden=10,
    init="positive",
    loss=BinaryCrossEntropy("sum", eps=1e-9),
    lr=0.1,
    epochs={"linear": 1000, "xor": 2500},
    batch_size=1,
    schedule="halve at half",
    adam_eps=1e-9,
    decision="round",
    log_every=100,
    log_format="Epochs {epoch}: accuracy {accuracy:.2%}, loss {loss:.5f}",
    log_end="Final test: accuracy {accuracy:.2%}, loss {loss:.5f}",
    changes={
        "learning rate 0.01": {"lr": 0.01},
        "learning rate 1": {"lr": 1.0},
        "5 and 5 hidden units": {"hidden": (5, 5)},
        "5 and 100 hidden units": {"hidden": (5, 100)},
        "100 and 5 hidden units": {"hidden": (100, 5)},
        "100 and 100 hidden units": {"hidden": (100, 100)},
        "no activation": {"activation": "none"},
        "Adam": {"optimizer": "adam"},
        "ReLU": {"activation": "relu"},
    },
)

E = Preset.of(
    title="linear output, one example at a time",
    hidden=4,
    init="he",
    output="none",
    transpose=False,
    loss=SquaredError(),  # dp = 2 (p - y)
    report=SquaredError(half=True),
    lr=0.01,
    epochs=10_000,
    batch_size=1,
    log_every=1000,
    log_format="epoch {epoch} loss : [{loss:.5f}]",
    changes={
        "learning rate 0.005": {"lr": 0.005},
        "learning rate 0.02": {"lr": 0.02},
        "learning rate 0.1": {"lr": 0.1},
        "with the transpose": {"transpose": True},
    },
)


class Presets(Choices):
    """The five report systems, "A" to "E".

    presets["B"].run("xor", seed=0, runs=50) trains one, presets["B"] shows what it is, and
    presets["B"].replace(lr=0.1) or presets["B"].variations["leaky ReLU"] change it.
    """


presets = Presets("preset", {"A": A, "B": B, "C": C, "D": D, "E": E})
