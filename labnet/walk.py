"""walk: both passes with every array on the way, for pictures and explanations."""

from copy import copy

import numpy as np

from .gradients import loss_at
from .network import run_backward, run_forward
from .support import checks


@np.errstate(all="ignore")
def walk(net, X, y, loss):
    """L; [what each layer gives]; [the gradient of each of these]. net and loss remember the pass.

    Where the cross-entropy gives dz itself, dp stands there too, though dz is not made of it.
    """
    L, values, gradients = loss_at(net, X, y, loss), [], []
    run_forward(net.layers, X, values)
    run_backward(net.layers[: checks.end(loss.of, net)], loss.backward(), gradients)
    if loss.of == "z":
        apart = copy(loss)
        apart.forward(net.p, y)
        gradients.insert(0, apart.backward())
    return L, values, gradients[::-1]
