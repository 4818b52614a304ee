"""One profile for all property tests: the same examples on every machine and in every run."""

from hypothesis import settings

settings.register_profile("labnet", derandomize=True, database=None, deadline=None)
settings.load_profile("labnet")
