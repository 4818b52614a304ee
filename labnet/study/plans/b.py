"""Summed gradient, with biases."""

from ...presets import presets
from ..plan import Plan

B = presets["B"]
BOTH = ["linear", "xor"]
LOSSES = ("loss at 2000", "loss at 8000")
ON_THE_PLATEAU = ("gradient norm", "gradient norm of the printed loss", "negative curvatures")

PLANS = {
    "B rates": Plan(B, {"lr": [1, 0.1, 0.01], "data": BOTH}, measures=LOSSES),
    "B on the plateau": Plan(B.replace(epochs=4000), measures=ON_THE_PLATEAU),
    "B long": Plan(B.replace(epochs=200_000)),
    "B 10 units": Plan(B.replace(hidden=10), {"data": BOTH}, measures=("accuracy at 8000",)),
    "B without activation": Plan(
        B.variations["no activation"], {"lr": [1e-4, 1e-3, 1e-2], "data": BOTH}
    ),
    "B leaky": Plan(B.variations["leaky ReLU"], {"lr": [0.01, 0.1], "data": BOTH}),
}
