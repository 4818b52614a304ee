"""Saved networks: theta in an npz file, with the layers that it belongs to, as text."""

import os

import numpy as np

from .support import checks


def write(path, net):
    from .support import archive  # only files need it, and labnet starts sooner

    archive.write(
        archive.path_of(path), {"theta": net.theta, "layers": np.array(net.layers_text())}
    )


def read(path, net):
    """The theta that `write` saved for a network of the same layers."""
    theta, layers = contents(path, net.theta.nbytes)
    checks.require(
        layers == net.layers_text() and theta.shape == net.theta.shape,
        f"{path} holds {checks.shown(layers)} with theta of shape {theta.shape}; this network "
        f"is {net.layers_text()} with theta of shape {net.theta.shape}. Build the same network.",
    )
    return checks.finite(theta, f"theta in {path}")


def contents(path, wanted):
    from .support import archive

    path = archive.path_of(path)
    checks.require(
        os.path.isfile(path), f"There is no file {path}; save a network with net.save(path)."
    )
    arrays = archive.read(path, "a network", wanted)
    theta, layers = arrays.get("theta"), arrays.get("layers")
    checks.require(
        {*arrays} == {"theta", "layers"} and theta.dtype.kind == "f" and layers.dtype.kind == "U",
        f"{path} is not a network that labnet saved.",
    )
    return theta.astype(float), str(layers)
