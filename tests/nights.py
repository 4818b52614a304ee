"""What takes too long for each change, and runs every night: see .github/workflows/nightly.yml."""

import os

import pytest

ALL = "LABNET_ALL_NOTEBOOKS"  # in the environment: run it now
NOW = bool(os.environ.get(ALL))
BRIEFLY = ("01", "06")  # the notebooks that a browser opens for each change

every_night = pytest.mark.skipif(not NOW, reason=f"every night: {ALL} is not set")


def tonight(numbers):
    """The numbers of the notebooks that are opened in this run."""
    return list(numbers) if NOW else [one for one in numbers if one in BRIEFLY]
