"""Checks at the door: bad input gets a sentence here, never a NumPy traceback further in.

`require` builds its sentence even where all is well; what runs in each pass therefore says `if`.
"""

import math
import numbers
import reprlib

import numpy as np

from .errors import LabnetError

MOST = 2**31  # of anything that is counted; far more than memory holds


def require(condition, message):
    if not condition:
        raise LabnetError(message)


def one_of(value, allowed, name):
    known = isinstance(value, str) and value in allowed
    require(known, f"{name} is {value!r}; expected one of {', '.join(map(repr, allowed))}.")
    return value


def shown(text):
    """A text from elsewhere, as it may stand in a sentence: short, without control characters."""
    return text if text.isprintable() and len(text) <= 300 else reprlib.repr(text)


def is_number(value):
    return isinstance(value, numbers.Real) and not isinstance(value, (bool, np.bool_))


def is_whole(value):
    return isinstance(value, numbers.Integral) and not isinstance(value, (bool, np.bool_))


def positive_whole(value, name):
    expected = "expected a positive whole number, such as 10"
    require(is_whole(value) and value > 0, f"{name} is {value!r}; {expected}.")
    require(value < MOST, f"{name} is {value!r}; {expected}, and less than {MOST}.")
    return int(value)


def count(value, name):
    fitting = is_whole(value) and value >= 0
    require(fitting, f"{name} is {value!r}; expected a whole number, 0 or more.")
    return int(value)


def switch(value, name):
    require(isinstance(value, bool), f"{name} is {value!r}; expected True or False.")
    return value


def finite_number(value, name):
    try:
        good = is_number(value) and math.isfinite(value)
    except OverflowError:  # a whole number of hundreds of digits
        good = False
    require(good, f"{name} is {value!r}; expected a finite number.")
    return float(value)


def not_negative(value, name):
    require(finite_number(value, name) >= 0, f"{name} is {value!r}; expected 0 or more.")
    return float(value)


def positive(value, name):
    require(finite_number(value, name) > 0, f"{name} is {value!r}; expected more than 0.")
    return float(value)


def share(value, name):
    inside = is_number(value) and 0 < value <= 1
    require(inside, f"{name} is {value!r}; expected a share above 0 and up to 1, such as 0.95.")
    return float(value)


def fraction(value, name):
    inside = is_number(value) and 0 <= value < 1
    require(inside, f"{name} is {value!r}; expected a number from 0 up to, but not including, 1.")
    return float(value)


def listing(values, name, example):
    try:
        return list(values)
    except TypeError:
        raise LabnetError(f"{name} is {values!r}; expected a list, such as {example}.") from None


def learning_rate(lr):
    """A positive number, or an array of R positive numbers, one for each run."""
    expected = "a positive number such as 0.1, or an array of one for each run"
    rates = as_floats(lr, "lr", expected)
    good = rates.ndim <= 1 and rates.size and np.isfinite(rates).all() and (rates > 0).all()
    require(good and not isinstance(lr, bool), f"lr is {lr!r}; expected {expected}.")
    return float(rates) if rates.ndim == 0 else rates.copy()


def as_floats(values, name, expected="an array of numbers, all rows of one length"):
    """An array of float64, from integers and truth values too; not copied where it is one already.

    Text is refused, though NumPy would read "1" as 1.0.
    """
    if type(values) is np.ndarray and values.dtype == np.float64:
        return values
    array = as_array(values)
    require(
        array.dtype.kind in "biuf",
        f"{name} is {reprlib.repr(values)} (type {type(values).__name__}); expected {expected}.",
    )
    with np.errstate(over="ignore"):  # a number beyond float64 is infinite in it
        return array.astype(np.float64)


def as_array(values):
    """np.asarray, and an array of objects for what has none, or has gaps."""
    try:
        array = np.asarray(values)
    except (ValueError, TypeError, OverflowError, RecursionError):  # rows of different lengths
        return np.asarray(None)
    return np.asarray(None) if np.ma.is_masked(values) else array


def broadcast(values, shape, name):
    """Floats that may be written into an array of this shape."""
    values = as_floats(values, name)
    try:
        return np.broadcast_to(values, shape)
    except ValueError:
        raise LabnetError(f"{name} has shape {values.shape}; expected {shape}.") from None


def finite(values, name):
    bad = values.size - np.count_nonzero(np.isfinite(values))
    if bad:
        raise LabnetError(
            f"{name} has {bad} value(s) that are NaN or infinite; remove or replace them "
            "(np.isfinite shows where)."
        )
    return values


def inputs(x, net, name="x"):
    """x as floats of shape (n, n_in), or (R, n, n_in) for a network of R runs."""
    x = as_floats(x, name)
    examples(x, name, net.runs)
    if x.shape[-1] != net.n_in:
        raise LabnetError(
            f"{name} has {x.shape[-1]} number(s) in each row, but the network's first layer takes "
            f"{net.n_in}: {net.layers_text()}."
        )
    return finite(x, name)


def examples(values, name, runs):
    """Rows are examples; only a network with runs takes a third axis, in front."""
    shape = values.shape
    if values.ndim != 2 and not (values.ndim == 3 and runs):
        hint = f"; reshape a single example with {name}.reshape(1, -1)" if values.ndim == 1 else ""
        raise LabnetError(
            f"{name} has shape {shape}; expected (n, columns), one row for each example{hint}."
        )
    if values.ndim == 3 and shape[0] != runs:
        raise LabnetError(
            f"{name} has shape {shape}, so {shape[0]} runs; expected {runs}, as the network has."
        )
    if values.size == 0:
        raise LabnetError(f"{name} is empty (shape {shape}); expected at least one example.")


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


def column_hint(y, columns=1):
    """The cure for the most common wrong shape, (n,)."""
    return f"; turn y into a column with y.reshape(-1, {columns})" if y.ndim == 1 else ""


def views(net):
    """Every W and b must still be a part of theta, or training would change theta only."""
    for layer, name, _ in net.parameters():
        if not np.may_share_memory(getattr(layer, name), net.theta):
            raise LabnetError(
                f"{name} of {layer!r} is no longer a part of this network's theta. Write "
                f"layer.{name}[...] = values to change it, and give each network its own layers."
            )


def labels(y):
    other = (y != 0.0) & (y != 1.0)
    if other.any():
        raise LabnetError(
            f"y holds {y[other][0]:g}; cross-entropy needs the class of each example as 0 or 1. "
            "For other targets use SquaredError()."
        )
    return y


def predictions_and_labels(p, y):
    """p and y as floats of one shape; y may lack the run axis that p has."""
    p, y = as_floats(p, "p"), as_floats(y, "y")
    if p.ndim < 2 or p.size == 0 or y.shape not in (p.shape, p.shape[-2:]):
        raise LabnetError(
            f"p has shape {p.shape} and y has shape {y.shape}; expected the same shape (n, 1) for "
            f"both{column_hint(y)}."
        )
    return p, y


def probabilities(p):
    if (p < 0).any() or (p > 1).any():  # NaN passes, so that a run that diverged stops by itself
        raise LabnetError(
            f"cross-entropy needs predictions between 0 and 1, but p runs from {np.min(p):.4g} to "
            f"{np.max(p):.4g}; end the network with Sigmoid(), or use SquaredError()."
        )
    return p


def forward_was_called(memory):
    require(memory is not None, "backward needs what forward keeps: call forward first.")


def epoch_began(t):
    require(t > 0, f"t is {t}, for it counts epochs: call new_epoch(theta) as each epoch starts.")


def output_gradient(dp, p):
    """dp as floats, of the shape of the prediction that it belongs to."""
    forward_was_called(p)
    dp = as_floats(dp, "dp")
    if dp.shape != p.shape:
        raise LabnetError(
            f"dp has shape {dp.shape}, but the last forward gave p of shape {p.shape}; expected "
            "the same, for a gradient has the shape of its array."
        )
    return dp


def instance(value, kind, name, example):
    """An object of the class `kind`: not the class itself, and not a word or a number."""
    if isinstance(value, type):
        given = value.__name__
        raise LabnetError(f"{name} is the class {given}; make an object of it: {given}(...).")
    if not isinstance(value, kind):
        raise LabnetError(f"{name} is {value!r}; expected an object such as {example}.")


def chain(layers):
    """Layers whose sizes meet, each used once."""
    for layer in layers:
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


def log_format(text, name):
    """Text in which no other fields stand than {epoch}, {loss} and {accuracy}."""
    expected = (
        "expected text with the fields {epoch}, {loss} and {accuracy}, such as "
        "'epoch {epoch}: {loss:.4f}'."
    )
    require(isinstance(text, str), f"{name} is {text!r}; {expected}")
    try:
        text.format(epoch=0, loss=0.0, accuracy=0.0)
    except (AttributeError, LookupError, ValueError) as error:
        raise LabnetError(
            f"{name} is {text!r}, and {error} cannot be filled in; {expected}"
        ) from None
    return text


def leading_axes(result, x):
    """How many axes of x a function of it kept: 0 for a number, 1 for one number for each run."""
    shape = as_floats(result, "What f returned", "a number").shape
    require(
        shape == x.shape[: len(shape)],
        f"f returned an array of shape {shape} for x of shape {x.shape}; expected a number.",
    )
    return len(shape)


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
    require(
        good and theta.flags.writeable,
        f"theta is {reprlib.repr(theta)}; expected net.theta, an array (P,) or (R, P) of floats.",
    )
    rates_fit_runs(lr, len(theta) if theta.ndim == 2 else None)


def same_shape(dtheta, theta):
    if np.shape(dtheta) != theta.shape:
        raise LabnetError(
            f"dtheta has shape {np.shape(dtheta)}, but theta has shape {theta.shape}; expected the "
            "same, for a gradient has the shape of its array."
        )


def rates_fit_runs(lr, runs):
    require(
        np.ndim(lr) == 0 or len(lr) == runs,
        f"lr has {np.size(lr)} values; expected one number, or one for each of the network's runs "
        f"({'it has no run axis' if runs is None else runs}).",
    )
