"""What all tests share: a profile for the property tests, and a way to be interrupted."""

import signal

import pytest
from hypothesis import settings

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
