"""The claims of the five reports, in the order of their numbers."""

from . import a, b, c, d, d_extras, e

CLAIMS = {claim.id: claim for part in (a, b, c, d, d_extras, e) for claim in part.CLAIMS}

__all__ = ["CLAIMS"]
