"""A run that was pinned, for comparison with later ones."""

from dataclasses import dataclass

import numpy as np

from . import state


@dataclass(frozen=True, eq=False)
class Pin:
    """The losses of a run, and the Run that would bring it back."""

    name: str
    label: str
    losses: np.ndarray
    run: state.Run
