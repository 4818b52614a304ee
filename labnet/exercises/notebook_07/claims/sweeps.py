"""For each claim a sweep that decides it, spelled out because `solution` shows it.

None is a plan of the study: each is cut to what a student can wait for.
"""

from ....experiments.sweep import sweep
from ....losses import BinaryCrossEntropy
from ....presets import presets


def two_units():
    return sweep(presets["A"], {"hidden": [2], "lr": [5.0]}, data="xor", seeds=40, epochs=20_000)


def no_activation():
    straight = presets["A"].variations["no activation"]
    return sweep(straight, {"bias": [False, True]}, data="linear", seeds=40, lr=0.1, epochs=3000)


def stuck():
    return sweep(presets["B"], {"epochs": [1000, 8000]}, data="xor", seeds=40, lr=0.1)


def larger_rates():
    return sweep(presets["B"], {"lr": [1.0, 0.1, 0.01]}, data="xor", seeds=40, epochs=10_000)


def oscillates():
    return sweep(presets["D"], {"lr": [1.0]}, data="xor", seeds=25, epochs=1000)


def too_wide():
    full = presets["B"].replace(bias=False, lr=0.1, epochs=3000)
    return sweep(full, {"hidden": [5, 20], "init": ["positive", "xavier"]}, data="xor", seeds=40)


def second_layer():
    losses = [presets["D"].on("linear").loss, BinaryCrossEntropy("sum")]
    return sweep(presets["D"], {"loss": losses}, "linear", 20, hidden=(5, 100), epochs=150)


def adam_is_quick():
    return sweep(presets["D"], {"optimizer": ["adam"]}, data="xor", seeds=50, epochs=200)


def relu_is_quick():
    return sweep(presets["D"], {"activation": ["relu"]}, data="xor", seeds=50, epochs=100)


def more_data():
    epochs = {"linear": 200, "xor": 2500}
    return sweep(presets["D"], {"data": ["linear", "xor"]}, seeds=25, epochs=epochs, schedule=None)


def exponential():
    def parameters(result):
        return result.net.theta.shape[-1]

    measures = {"parameters": parameters}
    return sweep(presets["D"], {"hidden": [10, 20, 40, 80]}, seeds=1, epochs=1, measures=measures)
