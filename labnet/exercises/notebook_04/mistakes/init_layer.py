"""Mistakes in `init_layer` of notebook 04."""

import numpy as np

from ...engine.catalogue import rows_of
from ...engine.properties import shows
from ..exercises import SPREAD, init_layer, is_repeated
from ..step_factors import near

FITS = 0.05  # how near a fitted power must be, and the logarithm of a scale to that of the fit


def with_weights(draw):
    """An init_layer with the weights draw(n_in, n_out, rng)."""
    return lambda n_in, n_out, rng: (draw(n_in, n_out, rng), np.zeros((1, n_out)))


wrong, weak = rows_of("init_layer")


# init_layer(n_in, n_out, rng): shapes


def shaped(test):
    """Whether test(n_in, n_out, the shape of W, the shape of b) holds for every layer."""

    def holds(seen):
        calls = {seen.sizes: seen.first} | seen.large
        return all(test(*sizes, one["W"].shape, one["b"].shape) for sizes, one in calls.items())

    return shows(holds)


wrong(
    "init-results-swapped",
    lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[::-1],
    shows=shaped(lambda n_in, n_out, w, b: w == (1, n_out) and b == (n_in, n_out)),
).says(
    "You return the bias first and the weights second.",
    "Compare the order with the text above the cell.",
)


wrong(
    "init-weights-transposed",
    with_weights(lambda n_in, n_out, rng: init_layer(n_in, n_out, rng)[0].T),
    shows=shaped(lambda n_in, n_out, w, b: w == (n_out, n_in)),
).says(
    "Your W has a row for each unit and a column for each input: rows and columns are exchanged.",
    "In z = x W + b the row x has n_in numbers, and the row z has n_out.",
)


wrong(
    "init-weights-shape",
    with_weights(lambda n_in, n_out, rng: rng.normal(0, n_in**-0.5, n_in * n_out)),
    shows=shaped(lambda n_in, n_out, w, b: w != (n_in, n_out)),
).says(
    "Your W has another shape than (n_in, n_out).",
    "One weight for each pair of an input and a unit.",
)


wrong(
    "init-bias-of-inputs",
    lambda n_in, n_out, rng: (init_layer(n_in, n_out, rng)[0], np.zeros((1, n_in))),
    shows=shaped(lambda n_in, n_out, w, b: b in ((1, n_in), (n_in, 1))),
).says(
    "Your b has one number for each input: biases belong to the units.",
    "In z = x W + b the bias must fit z. How many numbers does a row of z have?",
)


wrong(
    "init-bias-shape",
    lambda n_in, n_out, rng: (init_layer(n_in, n_out, rng)[0], np.zeros((n_in, n_out))),
    shows=shaped(lambda n_in, n_out, w, b: b != (1, n_out)),
).says("Your b has another shape than (1, n_out).", "One bias for each unit, in a row.")


# init_layer(n_in, n_out, rng): values


def all_weights(test):
    """Whether test(W) holds for every large layer of the right shape."""

    def holds(seen):
        layers = seen.large.items()
        return all(one["W"].shape == sizes and test(one["W"]) for sizes, one in layers)

    return shows(holds)


wrong(
    "init-all-equal",
    with_weights(lambda n_in, n_out, rng: np.ones((n_in, n_out))),
    shows=all_weights(lambda W: np.ptp(W) == 0),
).says(
    "All weights are equal. Then all units of a layer get the same gradient, and stay twins.",
    "What can make equal units differ?",
)


wrong(
    "init-rows-or-columns-equal",
    with_weights(lambda n_in, n_out, rng: np.tile(rng.normal(0, n_in**-0.5, (n_in, 1)), n_out)),
    shows=all_weights(is_repeated),
).says(
    "Some random numbers are used again and again: all columns of your W are equal, or all rows.",
    "How many random numbers does W need? Each entry has its own.",
)


wrong(
    "init-generator-ignored",
    lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng()),
    shows=shows(lambda seen: seen.ignores_generator),
).says(
    "Two generators in the same state gave different weights: your numbers come from elsewhere.",
    "Which object should be asked for random numbers? A function of `np.random` knows nothing of "
    "the generator that you were handed.",
)


wrong(
    "init-generator-made-anew",
    lambda n_in, n_out, rng: init_layer(n_in, n_out, np.random.default_rng(0)),
    shows=shows(lambda seen: seen.starts_again),
).says(
    "Every call gives the same weights: a generator of your own begins with the same seed each "
    "time, or there is no chance in them at all.",
    "You are handed a generator. Which of your numbers come out of it?",
)


wrong(
    "init-weights-positive",
    with_weights(lambda n_in, n_out, rng: rng.random((n_in, n_out))),
    shows=all_weights(lambda W: (W >= 0).all()),
).says(
    "No weight is negative. Then with many inputs all of z is large, and the sigmoids saturate.",
    "Around which number should the weights lie?",
)


def off_centre(W):
    far = abs(W.mean()) > 8 * W.std() / np.sqrt(W.size)
    return far and f"{W.mean():.3f} in one of the layers"


wrong(
    "init-weights-off-centre",
    with_weights(lambda n_in, n_out, rng: rng.normal(0.5, n_in**-0.5, (n_in, n_out))),
    shows=all_weights(off_centre),
).says(
    "Your weights don't lie around 0: their mean is {}.",
    "A mean other than 0 adds up over the inputs, and does not cancel.",
)


wrong(
    "init-bias-random",
    lambda n_in, n_out, rng: (init_layer(n_in, n_out, rng)[0], rng.normal(size=(1, n_out))),
    shows=shows(lambda seen: all(one["b"].any() for one in seen.large.values())),
).says(
    "Your biases are random (or other numbers than 0): that is not needed here.",
    "The random weights have broken the tie already, so where may the biases start?",
)


# init_layer(n_in, n_out, rng): scales


def with_scale(scale):
    """An init_layer with normal weights of this scale(n_in, n_out)."""
    return with_weights(lambda n_in, n_out, rng: rng.normal(0, scale(n_in, n_out), (n_in, n_out)))


def wrong_scale(id, scale):
    """A row for weights of this scale(n_in, n_out) in every large layer."""

    def holds(seen):
        layers = seen.large.items()
        return all(abs(one["W"].std() / scale(*sizes) - 1) < SPREAD for sizes, one in layers)

    return wrong(id, with_scale(scale), shows=shows(holds))


wrong_scale("init-scale-of-relu", lambda n_in, n_out: np.sqrt(2 / n_in)).says(
    "Your weights are too large by the root of 2: that start was made for ReLU units.",
    "Without a factor of 2, what keeps a sum of n_in terms of size 1?",
)


wrong_scale("init-scale-of-both", lambda n_in, n_out: np.sqrt(2 / (n_in + n_out))).says(
    "This is the scale of Glorot and Bengio, a close relative: it looks at both sizes.",
    "Here only one of the two is meant: how many numbers does a unit add up?",
)


wrong_scale("init-scale-of-sum", lambda n_in, n_out: 1 / np.sqrt(n_in + n_out)).says(
    "Your scale belongs to n_in + n_out terms, but a unit does not add up that many.",
    "How many numbers does one unit add up?",
)


wrong_scale("init-scale-counts-bias", lambda n_in, n_out: 1 / np.sqrt(n_in + 1)).says(
    "Your scale belongs to n_in + 1 terms: you count the bias as an input. But it starts at 0, so "
    "it adds nothing.",
    "How many random numbers does one unit add up at the start?",
)


wrong_scale("init-variance-for-scale", lambda n_in, n_out: 1 / n_in).says(
    "Your weights are too small: you use the variance, where the scale is its root.",
    "`rng.normal` asks for the standard deviation. What is it, if the variance is 1/n_in?",
)


wrong_scale("init-scale-multiplied", lambda n_in, n_out: np.sqrt(n_in)).says(
    "Your weights grow with the number of inputs: you multiply where you should divide.",
    "With more inputs, should a single weight be larger or smaller?",
)


wrong_scale("init-uniform-bound", lambda n_in, n_out: 1 / np.sqrt(3 * n_in)).says(
    "You took the scale for the largest weight: uniform numbers from −s to s have a standard "
    "deviation of s divided by the root of 3, so yours are too small.",
    "Which standard deviation do uniform numbers from −s to s have, and which one is asked for?",
)


wrong_scale("init-scale-one", lambda n_in, n_out: 1.0).says(
    "The scale is missing: with n_in inputs of size 1 your z has the size of the root of n_in, and "
    "the sigmoids saturate.",
    "By what must a sum of n_in random terms be divided to keep its size?",
)


def powers(seen):
    """c, a and b, if the scale is c n_in^a n_out^b in all large layers; else None."""
    sizes = np.log(np.array(list(seen.large), float))
    scales = np.log([one["W"].std() for one in seen.large.values()])
    columns = np.hstack([sizes, np.ones((len(sizes), 1))])
    found = np.linalg.lstsq(columns, scales, rcond=None)[0]
    exact = np.abs(columns @ found - scales).max() < FITS
    return (np.exp(found[2]), *found[:2]) if exact else None


def wrong_power(id, scale, test):
    """A row for weights whose scale is c n_in^a n_out^b with test(c, a, b)."""

    def holds(seen):
        found = powers(seen)
        return found is not None and test(*found)

    return wrong(id, with_scale(scale), shows=shows(holds))


wrong_power(
    "init-scale-fixed",
    lambda n_in, n_out: 0.01,
    lambda c, a, b: near(a, 0, FITS) and near(b, 0, FITS) and f"{c:.2g}",
).says(
    "Your scale is about {}, whatever the number of inputs is: too small for few inputs or too "
    "large for many.",
    "A sum of n_in terms has the size of the root of n_in. How small must each term be?",
)


wrong_power(
    "init-scale-factor",
    lambda n_in, n_out: 0.1 / np.sqrt(n_in),
    lambda c, a, b: near(a, -0.5, FITS) and near(b, 0, FITS) and f"{c:.2g}",
).says(
    "You scale by the right size, but there is a factor too many: about {}.",
    "Which number multiplies your weights besides the root of n_in?",
)


wrong_power(
    "init-scale-uses-outputs", lambda n_in, n_out: 1 / n_out, lambda c, a, b: abs(b) > 0.1
).says(
    "Your scale depends on n_out, the number of units.",
    "A unit adds up its inputs: does it know how many neighbours it has?",
)


wrong_power(
    "init-scale-other-power",
    lambda n_in, n_out: n_in**-2.0,
    lambda c, a, b: not near(a, -0.5, FITS) and f"{a:.2g}",
).says(
    "Your scale depends on n_in, but not as one over its root: it goes like n_in to the power {}.",
    "Variances add; and the scale is the root of a variance.",
)


wrong(
    "init-scale-other",
    with_scale(lambda n_in, n_out: 1 / (1 + abs(n_in - n_out))),
    shows=all_weights(lambda W: True),
).says(
    "The scale of your weights is not the one that is asked for.",
    "Compare the two numbers below: which rule gives the second one from n_in?",
)
