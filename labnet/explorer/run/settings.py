"""What can be set in the explorer: one entry for each control."""

from ...experiments.setup import ACTIVATIONS, OPTIMIZERS
from ...layers import INITS
from .datasets import DATA, DRAWN
from .labnet_networks import OUTPUTS
from .pointing import PANELS
from .setting_kinds import (
    ALL,
    Batch,
    Bend,
    Data,
    Decay,
    HeldOutShare,
    Index,
    Layers,
    Panel,
    Pointed,
    Points,
    Rate,
    Real,
    Seed,
    Setting,
    Space,
    Speed,
    Stage,
    Switch,
)

DECADE = (1, 1.5, 2, 3, 5, 7)
RATES = (*(float(f"{m}e{k}") for k in range(-3, 1) for m in DECADE), 10.0)
NOISES = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2)
DECAYS = (0.0, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1)
SIZES = ("normal", "large", "small")


def settings(data=tuple(DATA), activation="tanh"):
    """All settings by name, in the order of the controls.

    data : the names of the data sets. activation : the one that holds at first.
    """
    return {setting.name: setting for setting in _settings(data, activation)}


def _settings(data, activation):
    return (
        Data(
            "data",
            "data",
            "data",
            data[0] if data[0] not in DATA else "xor",
            (*data, DRAWN),
            first=True,
        ),
        Points("points", "points", "data", (), rebuilds=False),  # "data" does, which go with them
        Real("noise", "noise", "data", 0.0, NOISES),
        HeldOutShare("held_out", "held-out share", "data", 0.0, (0.0, 0.1, 0.2, 0.3, 0.5)),
        Rate("lr", "learning rate", "training", 0.3, RATES, first=True, rebuilds=False),
        Layers("hidden", "hidden layers", "network", (10, 10), first=True),
        Setting("activation", "activation", "network", activation, tuple(ACTIVATIONS), first=True),
        Setting("output", "output and loss", "network", next(iter(OUTPUTS)), tuple(OUTPUTS)),
        Setting("init", "initialisation", "network", "xavier", tuple(INITS)),
        Seed("seed", "seed of the weights", "network", 0),
        Setting("optimizer", "optimizer", "training", "gradient descent", tuple(OPTIMIZERS)),
        Decay("decay", "weight decay", "training", 0.0, DECAYS),
        Batch("batch", "examples in a step", "training", ALL, (ALL, 1, 2, 5, 10, 20, 50)),
        Speed(
            "epochs_per_frame",
            "epochs per frame",
            "training",
            10,
            (1, 2, 5, 10, 20, 50, 100),
            rebuilds=False,
        ),
        Switch("retrain", "re-train at each change", "training", True, first=True, rebuilds=False),
        Setting("show", "lines show", "view", "weights", ("weights", "gradients"), True, False),
        Switch("log_loss", "logarithmic loss axis", "view", False, rebuilds=False),
        Switch("show_network", "show the network", "view", True, rebuilds=False),
        Setting("size", "size of the explorer", "view", SIZES[0], SIZES, rebuilds=False),
        Index("example", "example", "view", None, rebuilds=False),
        Stage("stage", "operation", "view", 0, rebuilds=False),
        Pointed("entry", "weight or unit", "view", None, rebuilds=False),
        Panel("panel", "panel", "view", "loss", PANELS, rebuilds=False),
        Bend("bend", "bend", "view", 1.0, rebuilds=False),
        Space("space", "hidden space", "view", None, rebuilds=False),
    )
