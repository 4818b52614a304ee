"""The claims of five lab reports, each tested over many seeds: `make reproduce`.

reports/ holds the claims and plans/ the sweeps that test them; several claims may read one sweep.
`python -m labnet.study C19 C22` tests some of them. It imports from presets and experiments.
"""

from .plans import PLANS
from .reports import CLAIMS

__all__ = ["CLAIMS", "PLANS"]
