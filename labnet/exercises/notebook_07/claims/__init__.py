"""claims: conclusions from real reports, each drawn from one run.

exercises.claims.larger_rates            shows one
exercises.claims.larger_rates.check("refuted", sweep(...))     also .hint(), .solution()
"""

from ... import folders
from .claim_task import CLAIMS


def __getattr__(name):
    """The ClaimTask of this name."""
    return folders.named(name, "claim", CLAIMS.values)


def __dir__():
    return list(CLAIMS)
