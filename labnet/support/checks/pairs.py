"""What a network and a training need, in one piece."""

import reprlib

import numpy as np

from ..errors import LabnetError
from .arrays import as_floats, column_hint, examples, finite
from .once import known
from .values import instance, one_of, positive_whole, require


def learning_rate(lr):
    """A positive number, or an array of R positive numbers, one for each run."""
    expected = "a positive number such as 0.1, or an array of one for each run"
    rates = as_floats(lr, "lr", expected)
    good = rates.ndim <= 1 and rates.size and np.isfinite(rates).all() and (rates > 0).all()
    require(good and not isinstance(lr, bool), f"lr is {lr!r}; expected {expected}.")
    return float(rates) if rates.ndim == 0 else rates.copy()


def inputs(x, net, name="x"):
    """x as floats of shape (n, n_in), or (R, n, n_in) for a network of R runs."""
    if known():
        return x
    x = as_floats(x, name)
    examples(x, name, net.runs)
    if x.shape[-1] != net.n_in:
        raise LabnetError(
            f"{name} has {x.shape[-1]} number(s) in each row, but the network's first layer takes "
            f"{net.n_in}: {net.layers_text()}."
        )
    return finite(x, name)


def data(net, X, y, loss):
    """Everything a training needs of net, X and y, checked once before it starts."""
    views(net)
    X = inputs(X, net, "X")
    y = as_floats(y, "y")
    if y.shape[-2:] != (X.shape[-2], net.n_out):
        raise LabnetError(
            f"y has shape {y.shape}; expected {(X.shape[-2], net.n_out)}, a row for each row of X"
            f"{column_hint(y, net.n_out)}."
        )
    examples(y, "y", net.runs)
    return X, loss.check_labels(finite(y, "y"))


def held_out(given, check):
    """check(X, y) of the pair that was given; what it finds wrong is said of this pair."""
    require(
        isinstance(given, (tuple, list)) and len(given) == 2,
        f"held_out is {reprlib.repr(given)}; expected a pair of arrays (X, y).",
    )
    try:
        return check(*given)
    except LabnetError as error:
        raise LabnetError(f"In held_out: {error}") from None


def end(of, net):
    """Where the layers end from which a gradient goes back: None for p, -1 for the last z."""
    if of == "p":
        return None
    if one_of(of, ("p", "z"), "of") and net.z is None:
        raise LabnetError(
            f"of is 'z', but no Sigmoid has made this network's p: {net.layers_text()}. "
            "Call forward first; or give dp, and leave `of` out."
        )
    return -1


def views(net):
    """Every W and b must still be a part of theta, or training would change theta only."""
    for layer, name, _ in net.parameters():
        if not np.may_share_memory(getattr(layer, name), net.theta):
            raise LabnetError(
                f"{name} of {layer!r} is no longer a part of this network's theta. Write "
                f"layer.{name}[...] = values to change it, and give each network its own layers."
            )


def chain(layers, kind):
    """Layers, objects of the class `kind`, whose sizes meet, each used once."""
    for layer in layers:
        instance(layer, kind, "a layer", "Linear(2, 10) or Sigmoid(), without a list around")
        require(
            sum(layer is other for other in layers) == 1,
            f"The same {layer!r} object stands twice; make one object for each place.",
        )
    sized = [layer for layer in layers if layer.shapes]
    require(
        sized,
        f"The layers {list(layers)} have nothing to learn; expected a Linear(n_in, n_out) too.",
    )
    for left, right in zip(sized, sized[1:], strict=False):
        require(
            left.n_out == right.n_in,
            f"{left!r} gives {left.n_out} numbers, but the next layer {right!r} takes "
            f"{right.n_in}; make them equal.",
        )
    return tuple(layers)


def initial_values(values, layer, name):
    """What an init function returned, if it is finite and of the parameter's shape."""
    values, shape = as_floats(values, name), layer.shapes[name]
    require(
        values.shape == shape,
        f"The init of {name} in {layer!r} returned shape {values.shape}; expected {shape}.",
    )
    return finite(values, f"The init of {name} in {layer!r}")


def generator(rng):
    require(
        isinstance(rng, np.random.Generator),
        f"rng is {rng!r}; expected a random generator: np.random.default_rng(seed).",
    )
    return rng


def generators(rng, runs, name="rng"):
    """One random generator, or for R runs a list of R: as given, or split off from one."""
    if isinstance(rng, np.random.Generator):
        return rng if runs is None else rng.spawn(positive_whole(runs, "runs"))
    many = isinstance(rng, (list, tuple)) and len(rng) > 0
    require(
        many and all(isinstance(one, np.random.Generator) for one in rng),
        f"{name} is {rng!r}; expected np.random.default_rng(seed), or a list of one for each run.",
    )
    require(runs in (None, len(rng)), f"{name} lists {len(rng)} generators, but runs is {runs!r}.")
    return list(rng)


def pair(functions, params):
    """What check_gradients needs of somebody's own forward and backward."""
    two = isinstance(functions, (tuple, list)) and len(functions) == 2
    require(
        two and all(map(callable, functions)),
        f"net is {functions!r}; expected a Network, or a pair of functions (forward, backward).",
    )
    require(
        isinstance(params, dict) and params,
        f"params is {params!r}; expected a dictionary of the parameters of your functions, such "
        "as {'W1': W1, 'b1': b1}.",
    )


def prediction_and_cache(returned):
    require(
        isinstance(returned, (tuple, list)) and len(returned) == 2,
        f"forward returned {type(returned).__name__}; expected two things: return p, cache.",
    )
    return returned


def names_gradients(grads, params):
    """`grads` must be a dictionary with "dW1" for the parameter "W1", and so on."""
    require(
        isinstance(grads, dict),
        f"backward returned {type(grads).__name__}; expected a dictionary {{'dW1': dW1, ...}}.",
    )
    missing = [f"d{name}" for name in params if f"d{name}" not in grads]
    require(
        not missing, f"backward returned no {missing}, only {list(grads)}; add what is missing."
    )


def shufflers(rng, runs):
    """As `generators`; but the network is there, so a list must fit its runs."""
    rngs = generators(rng, runs, "shuffle")
    require(
        runs or rngs is rng,
        f"shuffle is {rng!r}, but the network has no run axis; give it one generator.",
    )
    return rngs


def parameters(theta, lr):
    """What an optimizer changes, and the rates for it."""
    good = type(theta) is np.ndarray and theta.dtype == np.float64 and theta.ndim in (1, 2)
    if not (good and theta.flags.writeable):
        raise LabnetError(
            f"theta is {reprlib.repr(theta)}; expected net.theta, an array (P,) or (R, P) of "
            "floats."
        )
    rates_fit_runs(lr, len(theta) if theta.ndim == 2 else None)


def rates_fit_runs(lr, runs):
    require(
        np.ndim(lr) == 0 or len(lr) == runs,
        f"lr has {np.size(lr)} values; expected one number, or one for each of the network's runs "
        f"({'it has no run axis' if runs is None else runs}).",
    )
