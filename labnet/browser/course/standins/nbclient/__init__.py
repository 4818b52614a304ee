"""Stands in for nbclient, which runs notebooks: nbconvert imports it, and no page has a use for it.

The real one brings pyzmq and tornado, to talk with kernels in other processes.
"""
