"""claims: eleven conclusions from real reports, each drawn from one run.

exercises.claims.larger_rates            shows one
exercises.claims.larger_rates.check("refuted", sweep(...))     also .hint(), .solution()
"""

from ....support.errors import MissingError
from .claim_task import CLAIMS


def __getattr__(name):
    """The ClaimTask of this name."""
    if name not in CLAIMS:
        raise MissingError(f"there is no claim called {name!r}; there are {', '.join(CLAIMS)}.")
    return CLAIMS[name]


def __dir__():
    return list(CLAIMS)
