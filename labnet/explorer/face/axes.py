"""How far the axes of the browser's plots go, where their ticks are, and what is written there."""

from itertools import count
from math import ceil, floor, log10

import numpy as np

MOST, FEW = 6, 3  # ticks on an axis
ROOM = 40  # characters along an axis, in all
SLACK = 1e-9  # of a step: 0.6 is a multiple of 0.2
LEAST = 1e-12  # the smallest loss that a logarithmic axis shows
TINY = np.finfo(float).tiny
LARGEST = float(np.finfo(np.float32).max)  # the browser takes what lies beyond as infinite
PLAIN = 1e-3, 1e4  # from the one to below the other, a number is written without a power of ten
SCALES = (1,), (1, 3), (1, 2, 5)  # the numbers in each decade of a logarithmic axis


def axis(low, high):
    """{"range": [low, high], "ticks": [...], "texts": [...]}, with round numbers that lie between.

    Fewer of them where their texts are long.
    """
    return fitted(low, high, alike)


def epochs_axis(last):
    """The same for the epochs: whole numbers."""
    return fitted(0, last, lambda ticks: [f"{tick:,.0f}" for tick in ticks], finest=0)


def log_axis(low, high):
    """The same for a logarithmic axis: powers of ten, if enough of them lie between."""
    ticks = spread_numbers(low, high)
    return described(low, high, ticks, [written(tick, tick) for tick in ticks])


def plane(box):
    """The axes x1 and x2 of the decision map."""
    return [axis(*box[:2]), axis(*box[2:])]


def loss_axes(curves, last, log):
    """The axes of the plot of these losses: epochs up to `last`, and the loss."""
    losses = np.concatenate([np.ravel(curve) for curve in curves])
    shown = losses[(np.abs(losses) <= LARGEST) & (losses > (LEAST if log else -np.inf))]
    return [epochs_axis(max(1, last)), loss_axis(shown, log)]


def loss_axis(losses, log):
    """From 0, with room above; a logarithmic axis has room below too."""
    low, high = (losses.min(), losses.max()) if losses.size else (0.1, 1.0)
    if log:
        return log_axis(low / 1.3, 1.3 * high)
    low, high = 1.05 * min(low, 0.0), 1.05 * max(high, 0.0)
    return axis(low, high if high - low > TINY else 1.0)


def fitted(low, high, texts_of, finest=-400):
    for most in range(MOST, FEW - 1, -1):
        ticks = round_numbers(low, high, most, finest)
        texts = texts_of(ticks)
        if sum(map(len, texts)) <= ROOM:
            break
    return described(low, high, ticks, texts)


def described(low, high, ticks, texts):
    return {"range": [float(low), float(high)], "ticks": ticks, "texts": texts}


# Where


def round_numbers(low, high, most, finest):
    """`most` multiples of 1, 2 or 5 times a power of ten at most, from `low` to `high`.

    Of 2.5 times, where that of 5 would be too few. finest : the least power.
    """
    least = max(floor(log10(high - low)) - 1, finest)
    steps = ((digit, power) for power in count(least) for digit in (1, 2, 5))
    for digit, power in steps:
        found = multiples(low, high, digit, power)
        if len(found) <= most:
            break
    halves = multiples(low, high, 2.5, power) if digit == 5 and len(found) < FEW else found
    return halves if len(halves) <= most else found


def multiples(low, high, digit, power):
    """Of digit 10^power; each is the float that is nearest to it."""
    step = digit * 10.0**power
    first, last = ceil(low / step - SLACK), floor(high / step + SLACK)
    return [float(f"{k * digit}e{power}") for k in range(first, last + 1)]


def spread_numbers(low, high):
    """Powers of ten, or round numbers between them; evenly spread numbers in a short range."""
    for digits in SCALES:
        found = [tick for tick in powers(low, high, digits) if low <= tick <= high]
        if len(found) >= FEW:
            return found[:: ceil(len(found) / MOST)]
    return round_numbers(low, high, MOST, -400)


def powers(low, high, digits):
    """These multiples of the powers of ten, from below `low` to above `high`."""
    decades = range(floor(log10(low)), ceil(log10(high)) + 1)
    return [float(f"{digit}e{power}") for power in decades for digit in digits]


# What is written


def alike(ticks):
    """All with a power of ten, or all without."""
    size = max(map(abs, ticks))
    return [written(tick, size) for tick in ticks]


def written(value, size):
    """As short as it can be: 0.25, 2.5e5; with a power of ten where `size` calls for it."""
    if value == 0 or PLAIN[0] <= size < PLAIN[1]:
        text = np.format_float_positional(value, trim="-")
    else:
        text = np.format_float_scientific(value, trim="-", exp_digits=1).replace("e+", "e")
    return text.replace("-", "−")
