"""What all tests share: settings of their own, and a way to be interrupted."""

import os
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

OWN = "LABNET_TESTS"  # a folder with what the user's files would set; of all workers the same


def pytest_configure(config):
    """Keep the user's backend, matplotlibrc and IPython profile out, of kernels and workers too."""
    if OWN not in os.environ:
        own = tempfile.TemporaryDirectory(prefix="labnet-tests-")
        config.add_cleanup(own.cleanup)
        os.environ[OWN] = own.name
    rc = Path(os.environ[OWN]) / "matplotlibrc"
    rc.touch()
    os.environ |= {"MATPLOTLIBRC": str(rc), "IPYTHONDIR": str(rc.with_name("ipython"))}
    os.environ.pop("MPLBACKEND", None)


# The same examples on every machine and in every run.
settings.register_profile("labnet", derandomize=True, database=None, deadline=None)
settings.load_profile("labnet")
# By hand, with --hypothesis-profile=fresh: others in each run.
settings.register_profile("fresh", database=None, deadline=None)


@pytest.fixture
def heed_interrupts():
    """As in a terminal: a shell that runs pytest in the background lets it ignore them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
