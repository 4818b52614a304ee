"""Memory: what is kept from one pass for the next."""

from functools import lru_cache

import numpy as np


def keep_freed():
    """Ask for one block of 16 MB, and give it back untouched.

    An array of 25 runs has 200 kB. glibc fetches such blocks from the system and returns them when
    they are freed, again in each pass, page by page; until one block was freed that is larger (its
    limits follow the largest one: mallopt(3), M_MMAP_THRESHOLD). Elsewhere this does nothing.
    """
    np.empty(2**21)


@lru_cache(maxsize=4)
def row_of_ones(n):
    """(1, n)"""
    return np.ones((1, n))
