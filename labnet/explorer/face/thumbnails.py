"""Small pictures of data, for the choice among them."""

import numpy as np

SIDE, MOST = 28, 40  # pixels, and points
EMPTY = '<path d="M5 23l2-6L19 5l4 4L11 21z"/>'  # a pencil, for data that is still to be drawn


def thumbnail(source):
    """An SVG of some of the points; of a pencil where they are still to be drawn."""
    inner = EMPTY if source is None else dots(*source(np.random.default_rng(0), 0.0))
    return f'<svg viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">{inner}</svg>'


def dots(X, y):
    low, reach = X.min(axis=0), np.ptp(X, axis=0)
    shares = (X - low) / np.where(reach > 0, reach, 1)
    places = np.column_stack([3 + (SIDE - 6) * shares[:, 0], SIDE - 3 - (SIDE - 6) * shares[:, 1]])
    every = -(-len(X) // MOST)
    return "".join(
        f'<circle class="lx-dot{int(kind)}" cx="{across:.1f}" cy="{down:.1f}" r="1.7"/>'
        for (across, down), kind in zip(places[::every], y[::every, 0], strict=True)
    )
