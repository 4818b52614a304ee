"""Cross-entropy, squashed input."""

from ...losses import BinaryCrossEntropy
from ...presets import presets
from ..parts import WrongSigns
from ..plan import FEW, Plan

C = presets["C"]
SQUASH = [True, False]
WITHOUT = C.variations["no activation"]
GUARDED = WITHOUT.replace(loss=BinaryCrossEntropy("sum", eps=1e-12))  # no gradient once p is 0 or 1

PLANS = {
    "C rates, linear": Plan(
        C, {"squash_input": SQUASH, "lr": [0.001, 0.01, 0.1]}, "linear", measures=("rises",)
    ),
    "C wrong signs": Plan(C.replace(loss=WrongSigns("sum", eps=1e-12)), data="linear"),
    "C 100 units, XOR": Plan(
        C.replace(epochs=5000), {"squash_input": SQUASH}, seeds=FEW, measures=("accuracy at 3000",)
    ),
    "C 10 units, XOR": Plan(C.replace(hidden=10, epochs=30_000), measures=("accuracy at 3000",)),
    "C few units, plain input, XOR": Plan(C.replace(squash_input=False), {"hidden": [4, 10]}),
    "C without activation, linear": Plan(
        C.replace(activation="none"), {"squash_input": SQUASH}, "linear"
    ),
    "C without activation, 10 units, XOR": Plan(WITHOUT.replace(hidden=10)),
    "C without activation, 100 units, XOR": Plan(WITHOUT, seeds=FEW),
    "C without activation, guarded, linear": Plan(GUARDED, data="linear"),
    "C without activation, guarded, 100 units, XOR": Plan(GUARDED, seeds=FEW),
}
