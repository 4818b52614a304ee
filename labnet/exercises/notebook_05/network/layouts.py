"""Layouts: which of an object's numbers are W1, b1, W2, ..., whatever they are called there.

A layout is {name: places in the vector of all the numbers}, in the shape of the parameter.
"""

import numpy as np


def shapes_of(sizes):
    """{name: shape} of the parameters, layer by layer."""
    shapes = {}
    for k, (n_in, n_out) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        shapes |= {f"W{k}": (n_in, n_out), f"b{k}": (1, n_out)}
    return shapes


def count_of(sizes):
    """How many parameters there are."""
    return sum(np.prod(shape) for shape in shapes_of(sizes).values())


def layouts(shapes, sizes):
    """Every layout that arrays of these shapes allow, the likeliest first."""
    if sum(np.prod(shape, dtype=int) for shape in shapes) != count_of(sizes):
        return
    ends = np.cumsum([0, *(np.prod(shape, dtype=int) for shape in shapes)])
    arrays = [
        np.arange(start, start + np.prod(shape, dtype=int)).reshape(shape)
        for start, shape in zip(ends, shapes, strict=False)
    ]
    yield from one_by_one(arrays, list(shapes_of(sizes).items()))
    yield from with_biases_inside(arrays, sizes)
    yield from in_a_row(np.arange(ends[-1]), sizes)


def one_by_one(arrays, wanted):
    """An array for each parameter, in any order; a matrix may be turned."""
    if not wanted:
        yield {}
        return
    (name, shape), *others = wanted
    for i, array in enumerate(arrays):
        for places in shaped(array, shape):
            for rest in one_by_one(arrays[:i] + arrays[i + 1 :], others):
                yield {name: places} | rest


def shaped(array, shape):
    """The array in this shape: as it is, or turned; a bias may lie flat or stand upright."""
    if shape[0] == 1 and array.size == shape[1]:
        yield array.reshape(shape)
    elif array.shape == shape:
        yield array
    if shape[0] != 1 and array.T.shape == shape and array.ndim == 2:
        yield array.T


def with_biases_inside(arrays, sizes):
    """A matrix for each layer that has the biases as a row more, the last or the first."""
    if len(arrays) != len(sizes) - 1:
        return
    for turned in (False, True):
        own = [array.T if turned else array for array in arrays]
        if all(one.shape == (n + 1, m) for one, n, m in zip(own, sizes, sizes[1:], strict=False)):
            yield cut(own, slice(None, -1), slice(-1, None))
            yield cut(own, slice(1, None), slice(None, 1))


def cut(arrays, weights, bias):
    found = {}
    for k, one in enumerate(arrays, start=1):
        found |= {f"W{k}": one[weights], f"b{k}": one[bias]}
    return found


def in_a_row(vector, sizes):
    """All of them in one vector, in one of the usual orders."""
    names = list(shapes_of(sizes))
    weights, biases = names[::2], names[1::2]
    swapped = [name for pair in zip(biases, weights, strict=True) for name in pair]
    for order in (names, weights + biases, swapped, biases + weights):
        for columns in (False, True):
            yield dealt(vector, order, shapes_of(sizes), columns)


def dealt(vector, order, shapes, columns):
    """The vector cut up in this order; each matrix row by row, or column by column."""
    found, start = {}, 0
    for name in order:
        places = vector[start : start + np.prod(shapes[name])]
        found[name] = places.reshape(shapes[name], order="F" if columns else "C")
        start += places.size
    return {name: found[name] for name in shapes}
