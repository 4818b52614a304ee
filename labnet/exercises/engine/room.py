"""Room: how much memory a student's function may ask for."""

import threading
from contextlib import contextmanager
from math import prod
from pathlib import Path

try:
    import resource
except ImportError:  # Windows, or a web page
    resource = None

ROOM = 1.5e9  # bytes more than before; no right answer needs a thousandth of it
PAGES = Path("/proc/self/statm")  # Linux tells there how many the process has


@contextmanager
def spared():
    """Raise MemoryError in what is inside before it has 2 GB, not after the machine swaps.

    Only where Linux keeps such a limit, and in the main thread: the limit is the whole process's.
    Elsewhere the system alone refuses: in a web page what takes more than 2 GB at once.
    """
    main = threading.current_thread() is threading.main_thread()
    if not (main and resource and PAGES.exists()):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (lowered(before[0]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def size():
    """Bytes of memory that this process has, where Linux tells."""
    return int(PAGES.read_text("ascii").split()[0]) * resource.getpagesize()


def lowered(limit):
    """ROOM above what the process has, or the limit there is, whichever is less."""
    ours = size() + int(ROOM)
    return ours if limit == resource.RLIM_INFINITY else min(limit, ours)


def sized(shape, size):
    """An array in words. size : in bytes."""
    told = f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{size / 1e6:,.1f} MB"
    return f"an array of shape {shape}, which takes {told}"


def asked_for(error):
    """The array that NumPy found no memory for, in words; or ""."""
    shape, dtype = (getattr(error, name, None) for name in ("shape", "dtype"))
    if not isinstance(error, MemoryError) or shape is None or dtype is None:
        return ""
    return sized(shape, prod(shape) * dtype.itemsize)
