"""Numbers over the plane as shades of a map."""

import numpy as np

UNIT_SIDE = 16  # of a unit's small map
RANGES = {"Sigmoid": (0.0, 1.0), "Tanh": (-1.0, 1.0)}


def shades(values, low, high):
    """0 for `low` and below, 255 for `high` and above; the middle for what is no number."""
    shares = np.nan_to_num((values - low) / (high - low), nan=0.5)
    return (255 * np.clip(shares, 0, 1)).astype(np.uint8).tobytes()


def scale(activation, column):
    """(low, high, reading): what blue and orange mean in the maps of a unit with this column of a.

    Where its activation has no bounds: as far as it goes, on both sides of 0.
    """
    reach = float(np.abs(np.nan_to_num(column)).max()) or 1.0
    low, high = RANGES.get(type(activation).__name__, (-reach, reach))
    return low, high, f"from {signed(low)} (blue) to {signed(high)} (orange)"


def signed(value):
    return f"{value:.3g}".replace("-", "−")
