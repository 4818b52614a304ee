"""Mistakes in `train` of notebook 05."""

import numpy as np

from ...engine.properties import finding
from ...notebook_02.exercises import cross_entropy
from ...notebook_03.exercises import backward, forward
from ...notebook_04.exercises import gradient_step
from ..exercises import start, train

# train(x, y, epochs, lr, seed): what comes back

wrong, weak = finding("train")


def data_changed(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    x -= x.mean()
    return losses, p


wrong("train-data-changed", data_changed).says(
    "Your loop changes x or y: their owner still needs them.",
    "Which line writes into them? `y -= p` writes, `y - p` does not.",
)


wrong(
    "train-results-swapped", lambda x, y, epochs, lr, seed: train(x, y, epochs, lr, seed)[::-1]
).says(
    "You return the predictions first and the losses second.",
    "Compare the order with the text above the cell.",
)


wrong("train-returns-early", lambda x, y, epochs, lr, seed: train(x, y, 1, lr, seed)).says(
    "Your function ends after a single epoch.", "How far is your `return` indented?"
)


def only_last_loss(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses[-1], p


wrong("train-only-last-loss", only_last_loss).says(
    "You return the last loss only: a learning curve needs one for every epoch.",
    "Where are the losses collected?",
)


def losses_as_arrays(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.array([np.array([[loss]]) for loss in losses]), p


wrong("train-losses-as-arrays", losses_as_arrays).says(
    "Your losses are arrays with axes of their own: a plain number for every epoch is meant.",
    "Which shape has what you append?",
)


def losses_not_averaged(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.array(losses)[:, None, None] * np.ones((1, len(x), 1)), p


wrong("train-losses-not-averaged", losses_not_averaged).says(
    "You keep a loss for every example: the loss of an epoch is their mean.",
    "Which shape has what you append?",
)


wrong(
    "train-one-loss-missing", lambda x, y, epochs, lr, seed: train(x, y, epochs - 1, lr, seed)
).says(
    "One loss is missing: there is one epoch less than asked for.",
    "From where to where does your `range` go?",
)


def loss_of_every_example(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.repeat(losses, len(x)), p


wrong("train-loss-of-every-example", loss_of_every_example).says(
    "You keep one loss for each example in every epoch: one number for the whole epoch is meant.",
    "Is there a loop over the examples? All of them can go through the network at once.",
)


def losses_count(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses[::3], p


wrong("train-losses-count", losses_count).says(
    "The number of losses is not the number of epochs.",
    "One loss in every epoch, also in those of which nothing is printed.",
)


wrong("train-epochs-ignored", lambda x, y, epochs, lr, seed: train(x, y, 100, lr, seed)).says(
    "You give as many losses, whatever number of epochs is asked for.",
    "Where does `epochs` appear in your loop, and can the loop end before it is reached?",
)


def losses_infinite(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.log(np.array(losses) * 0), p


wrong("train-losses-infinite", losses_infinite).says(
    "Some of the losses are infinite, or no numbers (nan).",
    "Where is the logarithm of 0 taken, or 0 divided by 0? Look at the predictions of that epoch.",
)


def p_flat(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, p[:, 0]


wrong("train-p-flat", p_flat).says(
    "Your predictions lie flat: they should stand in a column, as the labels do.",
    "Which shape does p have when `forward` gives it?",
)


def p_of_every_epoch(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, np.array(epochs * [p])


wrong("train-p-of-every-epoch", p_of_every_epoch).says(
    "You return the predictions of every epoch; only the last ones are asked for.",
    "What do you collect in the loop, and what do you return?",
)


def p_shape(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, p[-1]


wrong("train-p-shape", p_shape).says(
    "Your predictions have another shape than (n, 1).",
    "What do you return as p: the output of the network for all of x?",
)


def p_is_z(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, np.log(p / (1 - p))


wrong("train-p-is-z", p_is_z).says(
    "What you return as p is still z3: the last sigmoid is missing.",
    "Between which two numbers does a probability lie?",
)


def p_no_probability(x, y, epochs, lr, seed):
    params, losses = start(seed) | {"b3": np.full((1, 1), 3.0)}, []
    for _ in range(epochs):
        _, cache = forward(x, params)
        p = cache["z3"]
        losses.append(np.mean((p - y) ** 2))
        params = gradient_step(params, backward(y, cache | {"p": p}, params), lr / 100)
    return losses, forward(x, params)[1]["z3"]


wrong("train-p-no-probability", p_no_probability).says(
    "Your predictions leave the range from 0 to 1: the output unit is no sigmoid.",
    "Which activation function does the last layer need, for a probability?",
)


def p_decisions(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, (p > 0.5).astype(float)


wrong("train-p-decisions", p_decisions).says(
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


# train(x, y, epochs, lr, seed): where it starts, and whether it moves

LEFT = []  # parameters that outlive their function, as a student's do


def goes_on(x, y, epochs, lr, seed):
    params = LEFT.pop() if LEFT else start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    LEFT.append(params)
    return losses, forward(x, params)[0]


wrong("train-goes-on", goes_on).says(
    "A second call goes on where the first one stopped: the parameters live outside of the "
    "function.",
    "Where is the start made: once, or in every call?",
)


wrong(
    "train-seed-unused",
    lambda x, y, epochs, lr, seed: train(x, y, epochs, lr, np.random.randint(10**6)),
).says(
    "The same seed gives another run each time: your start does not come from it.",
    "Which generator draws the weights, and who chose its seed?",
)


wrong("train-fixed-seed", lambda x, y, epochs, lr, seed: train(x, y, epochs, lr, 0)).says(
    "Every seed gives the same run.",
    "Which seed does your generator get, and do the first weights come out of that generator?",
)


def stands_still(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


wrong("train-stands-still", stands_still).says(
    "The loss does not move at all: what the step gives never comes back into the loop.",
    "Follow the name of the parameters from one epoch to the next: who gives it a new value?",
)


wrong(
    "train-starts-again",
    lambda x, y, epochs, lr, seed: (
        epochs * train(x, y, 1, lr, seed)[0],
        train(x, y, 1, lr, seed)[1],
    ),
).says(
    "Every epoch begins anew: the parameters are set back to their start inside the loop.",
    "Which lines belong before the loop?",
)


def loss_measured_once(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return epochs * losses[:1], p


wrong("train-loss-measured-once", loss_measured_once).says(
    "The parameters move, but the loss stays: it is measured for the same predictions each time.",
    "In which line of the loop does p get its new value?",
)


# train(x, y, epochs, lr, seed): what is measured


def with_losses(measure):
    """The right loop, and in its list what measure(p, y) gives."""

    def wrong(x, y, epochs, lr, seed):
        params, losses = start(seed), []
        for _ in range(epochs):
            p, cache = forward(x, params)
            losses.append(measure(p, y))
            params = gradient_step(params, backward(y, cache, params), lr)
        return losses, forward(x, params)[0]

    return wrong


wrong("train-loss-squared", with_losses(lambda p, y: np.mean((p - y) ** 2))).says(
    "You measure the squared error; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)


wrong("train-loss-summed", with_losses(lambda p, y: len(y) * cross_entropy(p, y))).says(
    "Your losses are sums over the examples: the loss is their mean.",
    "Should twice as many examples give twice the loss?",
)


wrong("train-loss-negative", with_losses(lambda p, y: -cross_entropy(p, y))).says(
    "Your losses are negative: the logarithm of a probability is negative, and a minus is missing.",
    "Which sign should the price of a mistake have?",
)


wrong("train-loss-half", with_losses(lambda p, y: cross_entropy(p, y) / 2)).says(
    "Your losses are half of what they should be.", "Where does the factor 1/2 come from?"
)


wrong("train-loss-one-term", with_losses(lambda p, y: -np.mean(y * np.log(p)))).says(
    "Your loss sees the examples of one class only: a term is missing.",
    "What does an example with the label 0 pay, and what one with the label 1?",
)


wrong("train-loss-other-base", with_losses(lambda p, y: cross_entropy(p, y) / np.log(2))).says(
    "Your loss takes the logarithm to another base.",
    "The natural logarithm is meant: ln 2 is about 0.69.",
)


wrong("train-loss-absolute", with_losses(lambda p, y: np.mean(np.abs(p - y)))).says(
    "You measure the mean distance between p and y; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)


wrong("train-accuracy-for-loss", with_losses(lambda p, y: np.mean((p > 0.5) == (y == 1)))).says(
    "You keep the share of right (or wrong) decisions; a loss is asked for.",
    "Which of the two does the training lower a little in every step?",
)


wrong("train-loss-other", with_losses(lambda p, y: cross_entropy(p, y) + 0.1)).says(
    "Losses and predictions don't belong together: the loss of your p is another number.",
    "Work out the cross-entropy of the returned p, and compare it with the last loss.",
)


wrong(
    "train-p-untrained",
    lambda x, y, epochs, lr, seed: (train(x, y, epochs, lr, seed)[0], forward(x, start(seed))[0]),
).says(
    "Your predictions are those of the untrained network.",
    "Which parameters does the last forward pass get?",
)


def one_step_too_many(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs + 1, lr, seed)
    return losses[:-1], p


wrong("train-one-step-too-many", one_step_too_many).says(
    "There is a step more than there are epochs.",
    "Is there a step outside of the loop, or one round too many?",
)


def losses_added_up(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.cumsum(losses), p


wrong("train-losses-added-up", losses_added_up).says(
    "Your losses are added up from epoch to epoch.",
    "Does the loss begin at 0 in every epoch? A `+=` may go on from the last one.",
)


def p_of_an_earlier_epoch(x, y, epochs, lr, seed):
    losses, _ = train(x, y, epochs, lr, seed)
    return losses, train(x, y, epochs - 3, lr, seed)[1]


wrong("train-p-of-an-earlier-epoch", p_of_an_earlier_epoch).says(
    "Your predictions come from an earlier epoch than the last one.",
    "Where does the p that you return get its last value?",
)


# train(x, y, epochs, lr, seed): its steps


def with_step(step):
    """The right loop, with a step of its own: step(params, grads, lr, t, n) in epoch t."""

    def wrong(x, y, epochs, lr, seed):
        params, losses = start(seed), []
        for t in range(epochs):
            p, cache = forward(x, params)
            losses.append(cross_entropy(p, y))
            params = step(params, backward(y, cache, params), lr, t, len(x))
        return losses, forward(x, params)[0]

    return wrong


wrong(
    "train-uphill", with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, -lr))
).says(
    "The loss grows even with a tiny rate: your steps go uphill.",
    "The gradient points to where the loss rises. Is it added or taken away?",
)


wrong(
    "train-rate-ignored",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 0.1)),
).says(
    "The learning rate makes no difference: it is not used, or replaced by another number.",
    "Which rate does the step get?",
)


wrong(
    "train-rate-squared",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr * lr)),
).says(
    "Twice the rate makes the loss fall four times as fast: the rate comes in twice.",
    "Who multiplies with `lr`: your loop, and the step again?",
)


wrong(
    "train-rate-divides",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 1e-6 / lr)),
).says(
    "Twice the rate makes the steps half as long: you divide by it.",
    "Should a larger rate make longer or shorter steps?",
)


wrong(
    "train-rate-other",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr**3)),
).says(
    "Twice the rate should make the loss fall twice as fast, for tiny rates. Yours does not.",
    "Print how long a step is, for two rates.",
)


def rate_shrinks(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
        lr *= 0.98
    return losses, forward(x, params)[0]


wrong("train-rate-shrinks", rate_shrinks).says(
    "Your steps get shorter and shorter, with the same slope: the learning rate shrinks.",
    "Which line changes `lr`? Here it should stay what it was given.",
)


def steps_grow(x, y, epochs, lr, seed):
    params, losses, total = start(seed), [], {}
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        total = {name: total.get(name, 0) + dv for name, dv in grads.items()}
        params = gradient_step(params, total, lr)
    return losses, forward(x, params)[0]


wrong("train-steps-grow", steps_grow).says(
    "Your steps get longer and longer, with the same slope: gradients of earlier epochs are still "
    "in them, or the rate grows.",
    "Does every epoch begin with fresh gradients? A `+=` may go on from the last ones.",
)


wrong(
    "train-other-data", lambda x, y, epochs, lr, seed: train(x[:21], y[:21], epochs, lr, seed)
).says(
    "You train on other data than those you are handed: perhaps on some that your notebook knows.",
    "Which x and y does the loop use? Capital letters are other names.",
)


wrong(
    "train-gradient-summed",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr * n)),
).says(
    "Your curve is exactly that of a learning rate n times as large: the gradients are sums over "
    "the examples, where the loss is a mean.",
    "Where does the 1/n of the loss come in?",
)


wrong(
    "train-gradient-divided-again",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr / n)),
).says(
    "Your curve is that of a learning rate n times smaller: the mean is taken twice.",
    "The factor 1/n lives in the loss only. Where else do you divide?",
)


wrong(
    "train-count-matters",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr / np.sqrt(n))),
).says(
    "With every example there twice your run is another one; but the mean of the losses stays the "
    "same.",
    "Where does the number of examples come in? Once, in the loss.",
)


def only(kept):
    """A step that leaves some parameters where they are."""

    def step(params, grads, lr, t, n):
        moved = gradient_step(params, grads, lr)
        return {name: v if name in kept else moved[name] for name, v in params.items()}

    return with_step(step)


wrong("train-weights-stay", only(("W1", "W2", "W3"))).says(
    "Only the biases learn: the weights keep the numbers they started with.",
    "Does the step reach every parameter?",
)


wrong("train-biases-stay", only(("b1", "b2", "b3"))).says(
    "Only the weights learn: the biases stay at their start.",
    "Does the step reach every parameter?",
)


wrong("train-some-stay", only(("W1", "b1"))).says(
    "Some parameters keep the numbers they started with: {}.", "Does the step reach every layer?"
)


wrong(
    "train-step-length",
    with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 2 * lr)),
).says("Every step is {} times as long as it should be.", "Which factor stands beside `lr`?")


def step_other(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        grads["dW3"] = np.sign(grads["dW3"]) * np.abs(grads["dW3"]).mean()
        params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


wrong("train-step-other", step_other).says(
    "The step of {} is not the learning rate times its gradient.",
    "Check your gradients in one epoch, as in section 4. Are they right, and for these parameters?",
)


def gradient_stale(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    grads = backward(y, forward(x, params)[1], params)
    for _ in range(epochs):
        losses.append(cross_entropy(forward(x, params)[0], y))
        params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


wrong("train-gradient-stale", gradient_stale).says(
    "Every step uses the gradients of the start: they are computed once, before the loop.",
    "After a step the slope is another one. Which lines belong inside the loop?",
)


wrong(
    "train-later-steps-other",
    with_step(
        lambda params, grads, lr, t, n: (
            gradient_step(params, grads, lr * (1 + t % 2))
            if lr > 0.1
            else gradient_step(params, grads, lr)
        )
    ),
).says(
    "The first step is right, later ones are not.",
    "What is left over from one epoch to the next, besides the parameters?",
)


def blows_up(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return (losses if epochs < 300 else [np.inf] * epochs), p


wrong("train-blows-up", blows_up).says(
    "After some epochs the loss is infinite or no number, on an easy task with a usual rate.",
    "Print the largest weight of every hundredth epoch. What makes it grow?",
)


wrong(
    "train-plateau",
    lambda x, y, epochs, lr, seed: written_out(x, y, epochs, lr, seed, ("b3",), limit=0.05),
).says(
    "Your network never leaves the plateau: it gives all points the same p, the share of class 1.",
    "Do all layers learn? And how large are the weights at the start: so small that every unit "
    "looks like the next?",
)


def written_out(x, y, epochs, lr, seed, moving, limit=np.inf):
    """The loop without any function of its own; some parameters learn, none gets beyond a limit."""
    params, losses = start(seed), []
    for epoch in range(epochs + 1):
        params = {name: np.clip(v, -limit, limit) for name, v in params.items()}
        a1 = 1 / (1 + np.exp(-x @ params["W1"] - params["b1"]))
        a2 = 1 / (1 + np.exp(-a1 @ params["W2"] - params["b2"]))
        p = 1 / (1 + np.exp(-a2 @ params["W3"] - params["b3"]))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
        dz3 = (p - y) / len(y)
        dz2 = dz3 @ params["W3"].T * a2 * (1 - a2)
        dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
        grads = {"W1": x.T @ dz1, "W2": a1.T @ dz2, "W3": a2.T @ dz3}
        grads |= {"b1": dz1.sum(axis=0), "b2": dz2.sum(axis=0), "b3": dz3.sum(axis=0)}
        for name in moving if epoch < epochs else ():
            params[name] = params[name] - lr * grads[name]
    return losses, p


wrong(
    "train-learns-nothing",
    lambda x, y, epochs, lr, seed: written_out(
        x, y, epochs, lr, seed, tuple(start(seed)), limit=0.6
    ),
).says(
    "On points that are easily told apart the loss does not get low.",
    "Check your gradients; then look at the weights at the start, and at those after training. Do "
    "all of them learn, and may they grow?",
)


weak(
    "train-measured-after-step",
    lambda x, y, epochs, lr, seed: (
        train(x, y, epochs + 1, lr, seed)[0][1:],
        train(x, y, epochs, lr, seed)[1],
    ),
).says("You measure the loss after each step, so the curve does not show where it started.")


def one_loss_more(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return [*losses, cross_entropy(p, y)], p


weak("train-one-loss-more", one_loss_more).says(
    "You return one loss more than there are epochs, so the curve is a point longer than asked "
    "for. Is there one round too many?"
)


def p_before_last_step(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


weak("train-p-before-last-step", p_before_last_step).says(
    "Your `p` is from before the last step; compute it once more after the loop."
)
