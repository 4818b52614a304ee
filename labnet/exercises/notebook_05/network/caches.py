"""What `forward` leaves behind for `backward`."""

import numpy as np

from ...engine.properties import Found


def growing(lab):
    """A list of activations that goes on where the last forward stopped, if backward minds."""
    net, lengths = lab.new(), []
    for _ in range(2):
        net.forward(lab.x.copy())
        lengths.append({name: len(one) for name, one in caches(net)})
    one, two = lengths
    for name in one:
        if two[name] > one[name]:
            told = f"`{name}` has {one[name]} entries after one `forward`, {two[name]} after two"
            yield Found("network-cache-grows", told)


def caches(net):
    """The lists of arrays that an object keeps, with their names."""
    for name, value in getattr(net, "__dict__", {}).items():
        if isinstance(value, list) and all(isinstance(one, np.ndarray) for one in value):
            yield name, value
