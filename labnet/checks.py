"""Checks at the door: bad input gets a sentence here, never a NumPy traceback further in."""

import numbers

import numpy as np

from .errors import LabnetError


def require(condition, message):
    if not condition:
        raise LabnetError(message)


def one_of(value, allowed, name):
    known = isinstance(value, str) and value in allowed
    require(known, f"{name} is {value!r}; expected one of {', '.join(map(repr, allowed))}.")
    return value


def is_number(value):
    return isinstance(value, numbers.Real) and not isinstance(value, (bool, np.bool_))


def positive_whole(value, name):
    whole = isinstance(value, numbers.Integral) and not isinstance(value, (bool, np.bool_))
    require(
        whole and value > 0, f"{name} is {value!r}; expected a positive whole number, such as 10."
    )
    return int(value)


def finite_number(value, name):
    require(
        is_number(value) and np.isfinite(value), f"{name} is {value!r}; expected a finite number."
    )
    return float(value)


def not_negative(value, name):
    require(finite_number(value, name) >= 0, f"{name} is {value!r}; expected 0 or more.")
    return float(value)


def fraction(value, name):
    inside = is_number(value) and 0 <= value < 1
    require(inside, f"{name} is {value!r}; expected a number from 0 up to, but not including, 1.")
    return float(value)


def learning_rate(lr):
    """A positive number, or an array of R positive numbers, one for each run."""
    rates = as_floats(lr, "lr")
    good = rates.ndim <= 1 and rates.size and np.isfinite(rates).all() and (rates > 0).all()
    require(
        good and not isinstance(lr, (bool, str)),
        f"lr is {lr!r}; expected a positive number such as 0.1, or an array of one for each run.",
    )
    return float(rates) if rates.ndim == 0 else rates.copy()


def as_floats(values, name):
    """An array of float64 (integers are accepted), without copying where it is one already."""
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise LabnetError(
            f"{name} cannot be read as numbers (got {type(values).__name__}); expected an array "
            "whose rows all have the same length."
        ) from None


def finite(values, name):
    bad = int(values.size - np.count_nonzero(np.isfinite(values)))
    require(
        bad == 0,
        f"{name} has {bad} value(s) that are NaN or infinite; remove or replace them "
        f"(np.isfinite({name}) shows where).",
    )
    return values


def inputs(x, net, name="x"):
    """x as floats of shape (n, n_in), or (R, n, n_in) for a network of R runs."""
    x = as_floats(x, name)
    examples(x, name, net.runs)
    require(
        x.shape[-1] == net.n_in,
        f"{name} has {x.shape[-1]} number(s) in each row, but the network's first layer takes "
        f"{net.n_in}: {net.layers_text()}.",
    )
    return finite(x, name)


def examples(values, name, runs):
    """Rows are examples; only a network with runs takes a third axis, in front."""
    shape = values.shape
    hint = f"; reshape a single example with {name}.reshape(1, -1)" if values.ndim == 1 else ""
    require(
        values.ndim == 2 or (values.ndim == 3 and runs),
        f"{name} has shape {shape}; expected (n, columns), one row for each example{hint}.",
    )
    require(
        values.ndim == 2 or shape[0] == runs,
        f"{name} has shape {shape}: its first axis counts {shape[0]} runs, the network {runs}.",
    )
    require(values.size, f"{name} is empty (shape {shape}); expected at least one example.")


def data(net, X, y, loss):
    """Everything a training needs of X and y, checked once before it starts."""
    X = inputs(X, net, "X")
    y = as_floats(y, "y")
    column = f"; turn it into a column with y.reshape(-1, {net.n_out})" if y.ndim == 1 else ""
    require(
        y.ndim >= 2 and y.shape[-2:] == (X.shape[-2], net.n_out),
        f"y has shape {y.shape}; expected {(X.shape[-2], net.n_out)}, a row for each row of X"
        f"{column}.",
    )
    examples(y, "y", net.runs)
    return X, loss.check_labels(finite(y, "y"))


def labels(y):
    require(
        np.isin(y, (0.0, 1.0)).all(),
        "y has values other than 0 and 1; cross-entropy needs the class of each example as 0 or 1. "
        "For other targets use SquaredError().",
    )
    return y


def predictions_and_labels(p, y):
    """p and y as floats of one shape; y may lack the run axis that p has."""
    p, y = as_floats(p, "p"), as_floats(y, "y")
    column = "; turn y into a column with y.reshape(-1, 1)" if y.ndim == 1 else ""
    require(
        p.ndim >= 2 and p.size and y.ndim >= 2 and y.shape in (p.shape, p.shape[-2:]),
        f"p has shape {p.shape} and y has shape {y.shape}; expected the same shape (n, 1) for "
        f"both{column}.",
    )
    return p, y


def probabilities(p):
    require(
        ((p >= 0) & (p <= 1)).all() or np.isnan(p).any(),
        f"cross-entropy needs predictions between 0 and 1, but p runs from {np.min(p):.4g} to "
        f"{np.max(p):.4g}; end the network with Sigmoid(), or use SquaredError().",
    )
    return p


def forward_was_called(memory):
    require(memory is not None, "backward needs what forward keeps: call forward first.")


def output_gradient(dp, p):
    """dp as floats, of the shape of the prediction that it belongs to."""
    forward_was_called(p)
    dp = as_floats(dp, "dp")
    require(
        dp.shape == p.shape,
        f"dp has shape {dp.shape}, but the last forward gave p of shape {p.shape}; a gradient has "
        "the shape of its array.",
    )
    return dp


def layers(layers):
    """A chain of Layer objects whose sizes meet, each used once."""
    from .layers import Layer

    for layer in layers:
        name = getattr(layer, "__name__", None)
        require(not isinstance(layer, type), f"{name} is a class; write {name}(...) to make one.")
        require(
            isinstance(layer, Layer),
            f"{layer!r} is not a layer; expected objects such as Linear(2, 10) or Sigmoid().",
        )
    require(len(set(map(id, layers))) == len(layers), "The same layer object stands twice.")
    sized = [layer for layer in layers if layer.shapes]
    require(sized, "The network has nothing to learn; expected at least one Linear(n_in, n_out).")
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
    return finite(values, name)


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


def rates_fit_runs(lr, runs):
    require(
        np.ndim(lr) == 0 or len(lr) == runs,
        f"lr has {np.size(lr)} values; expected one number, or one for each of the network's runs "
        f"({'it has no run axis' if runs is None else runs}).",
    )
