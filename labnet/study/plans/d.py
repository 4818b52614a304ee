"""One example at a time, positive weights."""

from ...losses import BinaryCrossEntropy
from ...presets import presets
from ..parts import adam_counting_epochs
from ..plan import FEW, Plan

D = presets["D"]
BOTH = ["linear", "xor"]
WIDE = [(5, 100), (100, 5), (100, 100)]
WRONG = ("distance of wrong", "nearer than wrong", "wrong on the line")

PLANS = {
    "D rates": Plan(D, {"lr": [0.01, 0.1, 1], "data": BOTH}, measures=("swing",)),
    "D rate 0.01, 25,000 epochs": Plan(D.replace(lr=0.01, epochs=25_000)),
    "D rate 0.01, 10,000 epochs": Plan(D.replace(lr=0.01, epochs=10_000), data="linear"),
    "D rate 1, zero-mean weights": Plan(D.replace(lr=1.0, init="xavier")),
    "D constant rate": Plan(D.replace(schedule=None)),
    "D 5 and 5 units": Plan(D.variations["5 and 5 hidden units"]),
    "D wide": Plan(
        D,
        {"hidden": WIDE, "init": ["positive", "xavier"], "data": BOTH},
        seeds=FEW,
        measures=("loss at 0",),
    ),
    "D wide, exact gradient": Plan(
        D.replace(loss=BinaryCrossEntropy("sum")),  # without eps: dz = p - y
        {"hidden": WIDE[:2], "data": BOTH},
        seeds=FEW,
    ),
    "D without activation": Plan(D.variations["no activation"], {"data": BOTH}, measures=WRONG),
    "D Adam": Plan(D.variations["Adam"], {"lr": [0.1, 0.01], "data": BOTH}, measures=WRONG),
    "D Adam counting epochs": Plan(D.replace(optimizer=adam_counting_epochs)),
    "D Adam, zero-mean weights": Plan(D.variations["Adam"].replace(init="xavier")),
    "D ReLU": Plan(
        D.variations["ReLU"],
        {"data": BOTH},
        measures=(*WRONG, "loss at 100", "first prediction"),
    ),
    "D graph": Plan(
        D.replace(hidden=4, epochs=1), {"data": BOTH}, measures=("difference from graph",)
    ),
    "D sizes": Plan(
        D.replace(epochs=1), {"hidden": [10, 20, 40, 80, 100]}, seeds=1, measures=("weights",)
    ),
}
