"""Mean squared error with early stop."""

from ...presets import presets
from ..plan import FEW, Plan

A = presets["A"]
WITHOUT = A.variations["no activation"]

PLANS = {
    "A units, linear": Plan(A.replace(epochs=100_000), {"hidden": [10, 5, 2]}, "linear"),
    "A units, XOR": Plan(A.replace(epochs=200_000), {"hidden": [10, 5]}),
    "A 2 units, XOR": Plan(A.replace(hidden=2), seeds=FEW),
    "A rates, XOR": Plan(
        A.replace(stop_loss=None, epochs=10_000), {"lr": [0.001, 0.01, 0.1, 0.5, 1, 50]}
    ),
    "A rates, linear": Plan(
        A.replace(stop_loss=None, epochs=5000), {"lr": [0.001, 0.01, 0.1, 0.5, 1, 50]}, "linear"
    ),
    "A without activation": Plan(
        WITHOUT.replace(stop_loss=None), {"bias": [False, True], "data": ["linear", "xor"]}
    ),
    "A Adam": Plan(A.replace(optimizer="adam", epochs=100_000), {"lr": [0.01, 0.001]}),
    "A tanh": Plan(A.replace(activation="tanh", epochs=100_000)),
}
