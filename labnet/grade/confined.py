"""Confined: what the system itself refuses a child, whatever the code in it does."""

from contextlib import suppress

from ..exercises.engine.room import PAGES, resource, size

SPACE = 2_000_000_000  # bytes of memory beyond what a child begins with
GRACE = 2  # seconds of computing beyond a limit, after which the system ends the child


def confine():
    """For good: memory, and no files written, no processes and threads begun, no core dumps."""
    if resource is None:
        return
    limits = {"FSIZE": 0, "NPROC": 0, "CORE": 0}
    if PAGES.exists():
        limits["AS"] = size() + SPACE
    for kind, most in limits.items():
        with suppress(OSError, ValueError):  # a system that does not keep this limit
            resource.setrlimit(getattr(resource, f"RLIMIT_{kind}"), (most, most))


def end_after(seconds):
    """From now on so many seconds of computing, and a few more; then the system ends the process.

    It is for what swallows the exception with which a limit of labnet's own ends a function.
    """
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
