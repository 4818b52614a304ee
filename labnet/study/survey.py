"""Survey: reading an earlier survey's numbers, and whether ours agree with them.

The survey trained 10 to 100 networks for each claim, with other code and other random numbers.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from ..support import checks

NUMBER = r"-?[\d.]+(?:e-?\d+)?"
SPREAD = re.compile(rf"({NUMBER})?\s*(?:\[({NUMBER}), ({NUMBER})\])?")


@dataclass(frozen=True)
class Theirs:
    """median, low, high : Decimals as in "median [low, high]"; None where the survey has none."""

    median: Decimal | None
    low: Decimal | None
    high: Decimal | None


def read(text):
    """The Theirs of a text such as "2543 [1726, 6077]", "0.033" or "[13, 15]"."""
    match = SPREAD.fullmatch(text)
    checks.require(
        match and text, f"The survey's number is {text!r}; expected such as '2543 [1726, 6077]'."
    )
    return Theirs(*(part and Decimal(part) for part in match.groups()))


def spreads_agree(ours, theirs):
    """Our median lies in their [5th, 95th]; where they give a median only, it lies in ours.

    Each comparison is at the precision in which the survey prints the number that is compared.
    """
    if theirs.low is not None:
        return not_above(theirs.low, ours.median) and not_below(theirs.high, ours.median)
    return not_below(theirs.median, ours.low) and not_above(theirs.median, ours.high)


def not_above(theirs, ours):
    return float(theirs) <= round(ours, decimals(theirs))


def not_below(theirs, ours):
    return float(theirs) >= round(ours, decimals(theirs))


def decimals(number):
    return -number.as_tuple().exponent


def share_fits(theirs, low, high):
    """At two decimals, as the survey prints them: their share lies in our interval."""
    return floor(100 * low) <= round(100 * theirs) <= ceil(100 * high)
