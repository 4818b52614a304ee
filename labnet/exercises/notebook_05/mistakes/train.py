"""Mistakes in `train` of notebook 05."""

from functools import partial

import numpy as np

from ...engine.properties import finding
from ...notebook_02.exercises import cross_entropy
from ...notebook_03.exercises import backward, forward
from ...notebook_04.exercises import gradient_step
from ..exercises import start, train

wrong, weak = finding("train")


def returning(change):
    """The right function, but for what it returns: change(losses, p, y)."""
    return lambda x, y, *settings: change(*train(x, y, *settings), y)


def p_after(count):
    """The right function, but for its p: that of a run of count(epochs)."""
    return lambda x, y, E, *rest: (train(x, y, E, *rest)[0], train(x, y, count(E), *rest)[1])


def loop(measure=cross_entropy, rate=lambda lr, t, n: lr, slope=lambda name, dv: dv, first=start):
    """The right loop, but for one thing.

    It keeps measure(p, y) as its losses, steps with rate(lr, t, n) in epoch t, along
    slope(name, dv), and begins at first(seed), where it leaves the parameters.
    """

    def looping(x, y, epochs, lr, seed):
        params, losses = first(seed), []
        for t in range(epochs):
            p, cache = forward(x, params)
            losses.append(measure(p, y))
            grads = {name: slope(name, dv) for name, dv in backward(y, cache, params).items()}
            params |= gradient_step(params, grads, rate(lr, t, len(x)))
        return losses, forward(x, params)[0]

    return looping


# What comes back

wrong("train-data-changed", lambda x, *rest: train(np.tanh(x, out=x), *rest)).says(
    "Your loop changes x or y: their owner still needs them.",
    "Which line writes into them? `y -= p` writes, `y - p` does not.",
)

wrong("train-results-swapped", lambda *given: train(*given)[::-1]).says(
    "You return the predictions first and the losses second.",
    "Compare the order with the text above the cell.",
)

wrong("train-returns-early", lambda x, y, E, lr, seed: train(x, y, 1, lr, seed)).says(
    "Your function returns what one epoch gives, however many are asked for.",
    "How far is your `return` indented, and does each step come back into the loop?",
)

wrong("train-only-last-loss", returning(lambda losses, p, y: (losses[-1], p))).says(
    "You return the last loss only: a learning curve needs one for every epoch.",
    "Where are the losses collected?",
)

wrong(
    "train-losses-as-arrays", returning(lambda losses, p, y: (np.reshape(losses, (-1, 1, 1)), p))
).says(
    "Your losses are arrays with axes of their own: a plain number for every epoch is meant.",
    "Which shape has what you append?",
)

wrong(
    "train-losses-not-averaged",
    returning(lambda losses, p, y: ([loss + 0 * y for loss in losses], p)),
).says(
    "You keep a loss for every example: the loss of an epoch is their mean.",
    "Which shape has what you append?",
)

wrong("train-losses-pairs", returning(lambda losses, p, y: (list(enumerate(losses)), p))).says(
    "You keep several numbers for each epoch, such as a count and a loss: the loss alone is meant.",
    "What do you append? The place in the list tells the epoch already.",
)

wrong("train-one-loss-missing", lambda x, y, E, lr, seed: train(x, y, E - 1, lr, seed)).says(
    "One loss is missing, or there is one epoch less than asked for.",
    "From where to where does your `range` go?",
)

wrong(
    "train-loss-of-every-example", returning(lambda losses, p, y: (np.repeat(losses, len(y)), p))
).says(
    "You keep one loss for each example in every epoch: one number for the whole epoch is meant.",
    "Is there a loop over the examples? All of them can go through the network at once.",
)

wrong("train-losses-count", returning(lambda losses, p, y: (losses[::3], p))).says(
    "You return {}: a loss for each epoch is asked for.",
    "One loss in every epoch, also in those of which nothing is printed.",
)

wrong("train-epochs-ignored", lambda x, y, E, lr, seed: train(x, y, 100, lr, seed)).says(
    "You give as many losses, whatever number of epochs is asked for.",
    "Where does `epochs` appear in your loop?",
)


def stopping(x, y, epochs, lr, seed):
    losses = train(x, y, epochs, lr, seed)[0]
    k = next((k for k, loss in enumerate(losses, start=1) if loss < 0.1), epochs)
    return losses[:k], train(x, y, k, lr, seed)[1]


wrong("train-stops-early", stopping).says(
    "Your loop can end too early, here {}: all epochs that are asked for should be run.",
    "Which line leaves the loop? However low the loss is, the next step makes it a little lower.",
)

wrong("train-losses-infinite", returning(lambda losses, p, y: (len(losses) * [np.inf], p))).says(
    "Some of the losses are infinite, or no numbers (nan).",
    "Where is the logarithm of 0 taken, or 0 divided by 0? Look at the predictions of that epoch.",
)

wrong("train-p-flat", returning(lambda losses, p, y: (losses, p[:, 0]))).says(
    "Your predictions lie flat: they should stand in a column, as the labels do.",
    "Which shape does p have when `forward` gives it?",
)

wrong("train-p-of-every-epoch", returning(lambda losses, p, y: (losses, len(losses) * [p]))).says(
    "You return the predictions of every epoch; only the last ones are asked for.",
    "What do you collect in the loop, and what do you return?",
)

wrong("train-p-shape", returning(lambda losses, p, y: (losses, p[-1]))).says(
    "Your predictions have another shape than (n, 1).",
    "What do you return as p: the output of the network for all of x?",
)

wrong("train-p-is-z", returning(lambda losses, p, y: (losses, np.log(p / (1 - p))))).says(
    "What you return as p is still z3: the last sigmoid is missing.",
    "Between which two numbers does a probability lie?",
)


def linear_output(x, y, epochs, lr, seed):
    params, losses = start(seed) | {"b3": np.full((1, 1), 3.0)}, []
    for _ in range(epochs):
        _, cache = forward(x, params)
        p = cache["z3"]
        losses.append(np.mean((p - y) ** 2))
        params = gradient_step(params, backward(y, cache | {"p": p}, params), lr / 100)
    return losses, forward(x, params)[1]["z3"]


wrong("train-p-no-probability", linear_output).says(
    "Your predictions leave the range from 0 to 1: the output unit is no sigmoid.",
    "Which activation function does the last layer need, for a probability?",
)

wrong("train-p-decisions", returning(lambda losses, p, y: (losses, 1.0 * (p > 0.5)))).says(
    "You return decisions, 0 or 1; the predictions themselves are asked for.",
    "How sure was the network? That must still be seen in p.",
)


def output_cut_off(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        _, cache = forward(x, params)
        p = np.maximum(cache["z3"] - 5, 0)
        losses.append(np.mean((p - y) ** 2))
        params = gradient_step(params, backward(y, cache | {"p": y + 0 * p}, params), lr)
    return losses, np.maximum(forward(x, params)[1]["z3"] - 5, 0)


wrong("train-output-cut-off", output_cut_off).says(
    "Some predictions are exactly 0 or 1: the output is cut off there, as by a ReLU. Where it is, "
    "its slope is 0, and nothing can wake the unit again.",
    "A sigmoid comes near to 0 and 1, but never gets there so early. Which function ends your "
    "forward pass?",
)


# Where it starts, and whether it moves

LEFT = start(0)  # parameters that outlive their function, as a student's do

wrong("train-goes-on", loop(first=lambda seed: LEFT)).says(
    "A second call goes on where the first one stopped: the parameters live outside of the "
    "function.",
    "Where is the start made: once, or in every call?",
)

wrong(
    "train-seed-unused", lambda x, y, E, lr, seed: train(x, y, E, lr, np.random.randint(10**6))
).says(
    "The same seed gives another run each time: your start does not come from it.",
    "Which generator draws the weights, and who chose its seed?",
)


def by_example(x, y, epochs, lr, seed, order=range):
    params, losses = start(seed), []
    for _ in range(epochs):
        losses.append(cross_entropy(forward(x, params)[0], y))
        for i in order(len(x)):
            _, cache = forward(x[[i]], params)
            params = gradient_step(params, backward(y[[i]], cache, params), lr)
    return losses, forward(x, params)[0]


wrong("train-order-unseeded", partial(by_example, order=np.random.permutation)).says(
    "The same seed gives another run each time. The start is the same, but later numbers are drawn "
    "without the seed, such as an order of the examples.",
    "Which generator draws them? One step along the gradients of all examples needs no order.",
)

wrong("train-several-steps", by_example).says(
    "There are several steps in one epoch. One is meant, along the gradients of all examples.",
    "Is there a loop over examples, or over groups of them? All can go through at once.",
)

wrong("train-order-matters", partial(by_example, order=lambda n: [n - 1])).says(
    "In another order of the rows your run is another one: some examples count for more in a step "
    "than others, or there are several steps in one epoch.",
    "Of which examples are your gradients? One step along those of all is meant.",
)

wrong("train-fixed-seed", lambda x, y, E, lr, seed: train(x, y, E, lr, 0)).says(
    "Every seed gives the same run.",
    "Which seed does your generator get, and do the first weights come out of that generator?",
)


def step_forgotten(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


wrong("train-stands-still", step_forgotten).says(
    "The loss does not move at all: the step never comes back into the loop, or it is a step of "
    "length 0.",
    "Follow the name of the parameters from one epoch to the next: who gives it a new value?",
)

wrong(
    "train-starts-again",
    lambda x, y, E, *rest: (E * train(x, y, 1, *rest)[0], train(x, y, 1, *rest)[1]),
).says(
    "Every epoch begins anew: the parameters are set back to their start inside the loop.",
    "Which lines belong before the loop?",
)

wrong(
    "train-loss-measured-once", returning(lambda losses, p, y: (len(losses) * losses[:1], p))
).says(
    "The parameters move, but the loss stays: it is measured for the same predictions each time.",
    "In which line of the loop does p get its new value?",
)


# What is measured

wrong("train-loss-squared", loop(lambda p, y: np.mean((p - y) ** 2))).says(
    "You measure the squared error; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)

wrong("train-loss-summed", loop(lambda p, y: len(y) * cross_entropy(p, y))).says(
    "Your losses are sums over the examples: the loss is their mean.",
    "Should twice as many examples give twice the loss?",
)

wrong("train-loss-negative", loop(lambda p, y: -cross_entropy(p, y))).says(
    "Your losses are negative: the logarithm of a probability is negative, and a minus is missing.",
    "Which sign should the price of a mistake have?",
)

wrong("train-loss-half", loop(lambda p, y: cross_entropy(p, y) / 2)).says(
    "Your losses are half of what they should be.", "Where does the factor 1/2 come from?"
)

wrong("train-loss-one-term", loop(lambda p, y: -np.mean(y * np.log(p)))).says(
    "Your loss sees the examples of one class only: a term is missing.",
    "What does an example with the label 0 pay, and what one with the label 1?",
)

wrong("train-loss-other-base", loop(lambda p, y: cross_entropy(p, y) / np.log(2))).says(
    "Your loss takes the logarithm to another base.",
    "The natural logarithm is meant: ln 2 is about 0.69.",
)

wrong("train-loss-absolute", loop(lambda p, y: np.mean(np.abs(p - y)))).says(
    "You measure the mean distance between p and y; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)

wrong("train-accuracy-for-loss", loop(lambda p, y: np.mean((p > 0.5) == (y == 1)))).says(
    "You keep the share of right (or wrong) decisions; a loss is asked for.",
    "Which of the two does the training lower a little in every step?",
)

wrong("train-loss-other", loop(lambda p, y: cross_entropy(p, y) + 0.1)).says(
    "The loss of your p, row by row beside y, is not your last loss.",
    "Are the two of one epoch, and do the rows of p stand in the order of y?",
)

wrong("train-p-untrained", p_after(lambda epochs: 0)).says(
    "Your predictions are those of the untrained network.",
    "Which parameters does the last forward pass get?",
)

wrong("train-one-step-too-many", p_after(lambda epochs: epochs + 1)).says(
    "There is a step more than there are epochs.",
    "Is there a step outside of the loop, or one round too many?",
)

wrong("train-losses-added-up", returning(lambda losses, p, y: (np.cumsum(losses), p))).says(
    "Your losses are added up from epoch to epoch.",
    "Does the loss begin at 0 in every epoch? A `+=` may go on from the last one.",
)

wrong("train-p-of-an-earlier-epoch", p_after(lambda epochs: epochs - 3)).says(
    "Your predictions belong to the weights of an earlier epoch than the last one.",
    "Where does the p that you return get its last value?",
)


# Its steps

wrong("train-uphill", loop(rate=lambda lr, t, n: -lr)).says(
    "The loss grows even with a tiny rate: your steps go uphill.",
    "The gradient points to where the loss rises. Is it added or taken away?",
)

wrong("train-rate-ignored", loop(rate=lambda lr, t, n: 0.1)).says(
    "The learning rate makes no difference: it is not used, or replaced by another number.",
    "Which rate does the step get?",
)

wrong("train-rate-squared", loop(rate=lambda lr, t, n: lr * lr)).says(
    "Twice the rate makes the loss fall four times as fast: the rate comes in twice.",
    "Who multiplies with `lr`: your loop, and the step again?",
)

wrong("train-rate-divides", loop(rate=lambda lr, t, n: 1e-6 / lr)).says(
    "Twice the rate makes the steps half as long: you divide by it.",
    "Should a larger rate make longer or shorter steps?",
)

wrong("train-rate-other", loop(rate=lambda lr, t, n: lr**3)).says(
    "Twice the rate should make the loss fall twice as fast, for tiny rates. Yours does not.",
    "Print how long a step is, for two rates.",
)

wrong("train-rate-shrinks", loop(rate=lambda lr, t, n: lr * 0.98**t)).says(
    "Your steps get shorter and shorter, with the same slope: the learning rate shrinks.",
    "Which line changes `lr`? Here it should stay what it was given.",
)


def gradients_added_up(x, y, epochs, lr, seed):
    params, losses, total = start(seed), [], {}
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        total = {name: total.get(name, 0) + dv for name, dv in grads.items()}
        params = gradient_step(params, total, lr)
    return losses, forward(x, params)[0]


wrong("train-steps-grow", gradients_added_up).says(
    "Your steps get longer and longer, with the same slope: gradients of earlier epochs are still "
    "in them, or the rate grows.",
    "Does every epoch begin with fresh gradients? A `+=` may go on from the last ones.",
)

wrong("train-other-data", lambda x, y, *settings: train(x[:21], y[:21], *settings)).says(
    "You train on other data than those you are handed: perhaps on some that your notebook knows.",
    "Which x and y does the loop use? Capital letters are other names.",
)

wrong("train-gradient-summed", loop(rate=lambda lr, t, n: lr * n)).says(
    "Your curve is exactly that of a learning rate n times as large: the gradients are sums over "
    "the examples, where the loss is a mean.",
    "Where does the 1/n of the loss come in?",
)

wrong("train-gradient-divided-again", loop(rate=lambda lr, t, n: lr / n)).says(
    "Your curve is that of a learning rate n times smaller: the mean is taken twice.",
    "The factor 1/n lives in the loss only. Where else do you divide?",
)

wrong("train-count-matters", loop(rate=lambda lr, t, n: lr / np.sqrt(n))).says(
    "With every example there twice your run is another one; but the mean of the losses stays the "
    "same.",
    "Where does the number of examples come in? Once, in the loss.",
)

wrong("train-weights-stay", loop(slope=lambda name, dv: dv * (name[1] == "b"))).says(
    "Only the biases learn: the weights keep the numbers they started with.",
    "Does the step reach every parameter?",
)

wrong("train-biases-stay", loop(slope=lambda name, dv: dv * (name[1] == "W"))).says(
    "Only the weights learn: the biases stay at their start.",
    "Does the step reach every parameter?",
)

wrong("train-some-stay", loop(slope=lambda name, dv: dv * (name[2] != "1"))).says(
    "Some parameters keep the numbers they started with: {}.", "Does the step reach every layer?"
)

wrong("train-step-length", loop(rate=lambda lr, t, n: 2 * lr)).says(
    "Every step is {} times as long as it should be.", "Which factor stands beside `lr`?"
)

wrong("train-step-other", loop(slope=lambda name, dv: np.sign(dv))).says(
    "The step of {} is not the learning rate times its gradient.",
    "Check your gradients in one epoch, as in section 4. Are they right, and for these parameters?",
)


def gradient_of_the_start(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    grads = backward(y, forward(x, params)[1], params)
    for _ in range(epochs):
        losses.append(cross_entropy(forward(x, params)[0], y))
        params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


wrong("train-gradient-stale", gradient_of_the_start).says(
    "Every step uses the gradients of the start: they are computed once, before the loop.",
    "After a step the slope is another one. Which lines belong inside the loop?",
)

wrong(
    "train-later-steps-other", loop(rate=lambda lr, t, n: lr * (1 + t % 2) if lr > 0.1 else lr)
).says(
    "The first step is right, later ones are not.",
    "What is left over from one epoch to the next, besides the parameters?",
)

wrong("train-blows-up", loop(rate=lambda lr, t, n: lr if t < 200 else np.inf)).says(
    "After some epochs the loss is infinite or no number, on an easy task with a usual rate.",
    "Print the largest weight of every hundredth epoch. What makes it grow?",
)


def unseen(function):
    """The same function on the data twice: so no forward pass is seen that gets x."""

    def hidden(x, y, *settings):
        losses, p = function(np.tile(x, (2, 1)), np.tile(y, (2, 1)), *settings)
        return losses, p[: len(x)]

    return hidden


wrong("train-plateau", unseen(lambda x, *rest: train(0 * x, *rest))).says(
    "Your network never leaves the plateau: it gives all points the same p, the share of class 1.",
    "Do all layers learn? And how large are the weights at the start: so small that every unit "
    "looks like the next?",
)

wrong("train-learns-nothing", unseen(loop(slope=lambda name, dv: np.clip(dv, -5e-5, 5e-5)))).says(
    "On points that are easily told apart the loss does not get low.",
    "Check your gradients; then look at the weights at the start, and at those after training. Do "
    "all of them learn, and may they grow?",
)


# Weaknesses of right loops

weak(
    "train-measured-after-step",
    returning(lambda losses, p, y: ([*losses[1:], cross_entropy(p, y)], p)),
).says("You measure the loss after each step, so the curve does not show where it started.")

weak(
    "train-one-loss-more", returning(lambda losses, p, y: ([*losses, cross_entropy(p, y)], p))
).says(
    "You return one loss more than there are epochs, so the curve is a point longer than asked "
    "for. Is there one round too many?"
)

weak("train-p-before-last-step", p_after(lambda epochs: epochs - 1)).says(
    "Your `p` is from before the last step; compute it once more after the loop."
)
