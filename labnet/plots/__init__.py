"""Every picture of the course. Each function takes optional axes, draws, and returns them.

A notebook cell ends with the call itself, ``plots.comparison(net, X, y)``: below it stands the
figure and nothing else, since the returned axes print nothing.

They import from the core and support only.
"""

from .architecture import architecture
from .cases import predictions
from .curves import activation, curves, learning_curve
from .data_plane import comparison, decision_surface, points
from .graph import graph
from .hidden import hidden_space, hidden_units
from .histograms import histograms
from .passes import passes
from .slider import slider
from .slopes import slopes
from .surface import loss_surface
from .tangent import tangent

__all__ = [
    "activation",
    "architecture",
    "comparison",
    "curves",
    "decision_surface",
    "graph",
    "hidden_space",
    "hidden_units",
    "histograms",
    "learning_curve",
    "loss_surface",
    "passes",
    "points",
    "predictions",
    "slider",
    "slopes",
    "tangent",
]
