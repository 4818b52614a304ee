"""Linear output, one example at a time."""

from ...presets import presets
from ..parts import slopes_at_activations
from ..plan import Plan

E = presets["E"]
AT_9000 = ("loss at 9000",)

PLANS = {
    "E": Plan(E, {"transpose": [False, True], "data": ["linear", "xor"]}, measures=AT_9000),
    "E zero-mean weights of variance 1/n_in": Plan(
        E.replace(transpose=True, init="xavier"), measures=AT_9000
    ),
    "E rates": Plan(E, {"lr": [0.005, 0.02, 0.1]}, measures=AT_9000),
    "E slopes at activations": Plan(E.replace(build=slopes_at_activations)),
}
