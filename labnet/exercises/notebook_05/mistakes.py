"""The mistakes of notebook 05's points and loop. What is said of them: see ..catalogue."""

import numpy as np

from ..engine.properties import finding
from ..notebook_02.exercises import cross_entropy
from ..notebook_03.exercises import backward, forward
from ..notebook_04.exercises import gradient_step
from .exercises import make_xor, start, train

# make_xor(): shapes

fault = finding("make_xor")


@fault(
    "xor-results-swapped",
    "You return the labels first and the points second.",
    "Compare the order with the text above the cell.",
)
def _():
    x, y = make_xor()
    return y, x


@fault(
    "xor-points-as-columns",
    "Your points stand side by side: x has a column for each example.",
    "Rows are examples, here and everywhere.",
)
def _():
    x, y = make_xor()
    return x.T, y


@fault(
    "xor-points-shape",
    "Each point needs a row of two numbers; your x has another shape.",
    "What does your loop append: a number, or a pair?",
)
def _():
    x, y = make_xor()
    return x.ravel(), y


@fault(
    "xor-labels-flat",
    "The labels lie flat: they should stand in a column, a row for each.",
    "What does your loop append for a label: a number, or a row with one number in it?",
)
def _():
    x, y = make_xor()
    return x, y.ravel()


@fault(
    "xor-labels-in-a-row",
    "Your labels stand in a row: each example should have its label in its own row.",
    "Rows are examples, for x and for y.",
)
def _():
    x, y = make_xor()
    return x, y.T


@fault(
    "xor-labels-count",
    "There are not as many labels as points.",
    "Where you append a point, its label must follow: also at the centre?",
)
def _():
    x, y = make_xor()
    return x, y[:-1]


@fault(
    "xor-labels-shape",
    "Your y has another shape than (21, 1), one label in a column for each point.",
    "Print the shape of your y.",
)
def _():
    x, y = make_xor()
    return x, np.hstack([y, 1 - y])


# make_xor(): points

KEPT = [], []  # a list that outlives its function, as a student's does


@fault(
    "xor-grows",
    "With every call there are more points: your lists live outside of the function.",
    "Where are the empty lists made: once, or in every call?",
)
def _():
    x, y = KEPT
    if len(x) > 500:
        x.clear(), y.clear()
    x.extend(make_xor()[0].tolist())
    y.extend(make_xor()[1].tolist())
    return np.array(x), np.array(y)


@fault(
    "xor-random",
    "Two calls give different points, but nothing about these data is random.",
    "The 21 points are written down by a rule. Which one?",
)
def _():
    x, y = make_xor()
    return x + np.random.normal(0, 0.01, x.shape), y


@fault(
    "xor-not-divided",
    "Your coordinates go from 0 to 10: they are still counted in tenths.",
    "The points lie in the unit square.",
)
def _():
    x, y = make_xor()
    return 10 * x, y


@fault(
    "xor-corners-only",
    "These are the four corners, the XOR of the textbooks. Here the points fill two diagonals.",
    "In which steps do you walk from corner to corner?",
)
def _():
    return np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])


@fault(
    "xor-whole-grid",
    "You have filled the whole square; only its two diagonals are meant.",
    "For each i there are two points at most.",
)
def _():
    x = np.stack(np.meshgrid(*2 * [np.arange(11) / 10]), axis=-1).reshape(-1, 2)
    return x, (np.abs(x[:, :1] - x[:, 1:]) > 1e-9).astype(float)


@fault(
    "xor-whole-division",
    "Your coordinates are 0 or 1 only: the digits after the point are cut off.",
    "Which division keeps them: `/` or `//`?",
)
def _():
    x, y = make_xor()
    return np.floor(x), y


@fault(
    "xor-centre-missing",
    "The point (0.5, 0.5) is missing: it belongs to both diagonals, and stands in the data once.",
    "What does your loop do for i = 5?",
)
def _():
    x, y = make_xor()
    return np.delete(x, 10, 0), np.delete(y, 10, 0)


@fault(
    "xor-centre-twice",
    "The point (0.5, 0.5) is there more than once. It lies on both diagonals, and nobody can learn "
    "two labels for it.",
    "What does your loop do for i = 5? A comparison like `t == 0.5` may fail on numbers that were "
    "added up.",
)
def _():
    x, y = make_xor()
    return np.vstack([x, [[0.5, 0.5]]]), np.vstack([y, [[1.0]]])


@fault(
    "xor-points-twice",
    "Some of the points are there more than once.",
    "Count the points on each diagonal: 11, and one of them on both.",
)
def _():
    x, y = make_xor()
    return np.vstack([x, x]), np.vstack([y, y])


@fault(
    "xor-end-missing",
    "The ends of the diagonals are missing: 10 steps need 11 points.",
    "Where does `range` (or `np.arange`) stop?",
)
def _():
    x, y = make_xor()
    kept = x[:, 0] < 1
    return x[kept], y[kept]


@fault(
    "xor-one-diagonal",
    "All your points lie on one diagonal.",
    "Two points for each i: where do they lie for i = 0?",
)
def _():
    x, y = make_xor()
    return x[y[:, 0] == 0], y[y[:, 0] == 0]


@fault(
    "xor-other-steps",
    "Your points lie on the diagonals, but not in steps of 0.1.",
    "How many points divide a side into 10 equal steps? `np.linspace` counts points, not steps.",
)
def _():
    t = np.linspace(0, 1, 10)[:, None]
    x = np.vstack([np.hstack([t, t]), np.hstack([t, 1 - t])])
    return x, np.repeat([[0.0], [1.0]], 10, axis=0)


@fault(
    "xor-falling-diagonal",
    "The rising diagonal is right, the falling one is not.",
    "Where is its point for i = 0? Its two coordinates always add up to the same number.",
)
def _():
    x, y = make_xor()
    falling = (y == 1) & (np.arange(2) == 1)
    return np.where(falling, np.maximum(x - 0.1, 0), x), y


@fault(
    "xor-other-points",
    "These are not the 21 points.",
    "Draw them with `plots.points`, and compare with the text.",
)
def _():
    x, y = make_xor()
    return 2 * x - 1, y


@fault(
    "xor-tenths-added-up",
    "Almost: 0.1 added ten times is not exactly 1, so your ends are off by a little. A comparison "
    "such as `t == 0.5` works by luck, if it does.",
    "Count in whole numbers, and divide once.",
)
def _():
    x, y, t = [], [], 0.0
    for i in range(11):
        x.append([t, t])
        y.append([0.0])
        if i != 5:
            x.append([t, 1 - t])
            y.append([1.0])
        t += 0.1
    return np.array(x), np.array(y)


# make_xor(): labels


@fault(
    "xor-labels-not-zero-and-one",
    "Your labels are other numbers than 0 and 1.",
    "p is a probability: which two numbers should it learn?",
)
def _():
    x, y = make_xor()
    return x, 2 * y - 1


@fault(
    "xor-centre-class",
    "The centre, (0.5, 0.5), is of class 0: it counts with the rising diagonal.",
    "What does your loop do for i = 5?",
)
def _():
    x, y = make_xor()
    y[10] = 1.0
    return x, y


@fault(
    "xor-labels-swapped",
    "The two classes are exchanged: the rising diagonal, from (0, 0) to (1, 1), is class 0.",
    "The exclusive or of 1 and 1: is it true?",
)
def _():
    x, y = make_xor()
    return x, 1 - y


@fault(
    "xor-labels-all-equal",
    "All labels are the same.",
    "Which of the two diagonals is class 1?",
)
def _():
    x, y = make_xor()
    return x, np.zeros_like(y)


@fault(
    "xor-labels-out-of-order",
    "Each class has as many labels as it should, but on other points: a label belongs to its own "
    "row.",
    "Do the points come diagonal after diagonal, and the labels in turns? Or the other way round?",
)
def _():
    x, y = make_xor()
    return x, np.sort(y, axis=0)


@fault(
    "xor-labels-other",
    "Some of the labels are wrong.",
    "Take the point below: on which diagonal does it lie?",
)
def _():
    x, _ = make_xor()
    return x, (x.sum(axis=1, keepdims=True) > 1.05).astype(float)


@fault(
    "xor-labels-true-and-false",
    "Your labels are true and false; the loss needs `-y`, which NumPy refuses for them.",
    note=True,
)
def _():
    x, y = make_xor()
    return x, y == 1


@fault(
    "xor-lists",
    "You return lists; the cells below need arrays, which have a shape and know `x[:, 0]`.",
    note=True,
)
def _():
    x, y = make_xor()
    return x.tolist(), y.tolist()


# train(x, y, epochs, lr, seed): what comes back

fault = finding("train")


@fault(
    "train-data-changed",
    "Your loop changes x or y: their owner still needs them.",
    "Which line writes into them? `y -= p` writes, `y - p` does not.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    x -= x.mean()
    return losses, p


@fault(
    "train-results-swapped",
    "You return the predictions first and the losses second.",
    "Compare the order with the text above the cell.",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs, lr, seed)[::-1]


@fault(
    "train-returns-early",
    "Your function ends after a single epoch.",
    "How far is your `return` indented?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, 1, lr, seed)


@fault(
    "train-only-last-loss",
    "You return the last loss only: a learning curve needs one for every epoch.",
    "Where are the losses collected?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses[-1], p


@fault(
    "train-losses-as-arrays",
    "Your losses are arrays with axes of their own: a plain number for every epoch is meant.",
    "Which shape has what you append?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.array([np.array([[loss]]) for loss in losses]), p


@fault(
    "train-losses-not-averaged",
    "You keep a loss for every example: the loss of an epoch is their mean.",
    "Which shape has what you append?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.array(losses)[:, None, None] * np.ones((1, len(x), 1)), p


@fault(
    "train-one-loss-missing",
    "One loss is missing: there is one epoch less than asked for.",
    "From where to where does your `range` go?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs - 1, lr, seed)


@fault(
    "train-loss-of-every-example",
    "You keep one loss for each example in every epoch: one number for the whole epoch is meant.",
    "Is there a loop over the examples? All of them can go through the network at once.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.repeat(losses, len(x)), p


@fault(
    "train-losses-count",
    "The number of losses is not the number of epochs.",
    "One loss in every epoch, also in those of which nothing is printed.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses[::3], p


@fault(
    "train-epochs-ignored",
    "You give as many losses, whatever number of epochs is asked for.",
    "Where does `epochs` appear in your loop, and can the loop end before it is reached?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, 100, lr, seed)


@fault(
    "train-losses-infinite",
    "Some of the losses are infinite, or no numbers (nan).",
    "Where is the logarithm of 0 taken, or 0 divided by 0? Look at the predictions of that epoch.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.log(np.array(losses) * 0), p


@fault(
    "train-p-flat",
    "Your predictions lie flat: they should stand in a column, as the labels do.",
    "Which shape does p have when `forward` gives it?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, p[:, 0]


@fault(
    "train-p-of-every-epoch",
    "You return the predictions of every epoch; only the last ones are asked for.",
    "What do you collect in the loop, and what do you return?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, np.array(epochs * [p])


@fault(
    "train-p-shape",
    "Your predictions have another shape than (n, 1).",
    "What do you return as p: the output of the network for all of x?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, p[-1]


@fault(
    "train-p-is-z",
    "What you return as p is still z3: the last sigmoid is missing.",
    "Between which two numbers does a probability lie?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, np.log(p / (1 - p))


@fault(
    "train-p-no-probability",
    "Your predictions leave the range from 0 to 1: the output unit is no sigmoid.",
    "Which activation function does the last layer need, for a probability?",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed) | {"b3": np.full((1, 1), 3.0)}, []
    for _ in range(epochs):
        _, cache = forward(x, params)
        p = cache["z3"]
        losses.append(np.mean((p - y) ** 2))
        params = gradient_step(params, backward(y, cache | {"p": p}, params), lr / 100)
    return losses, forward(x, params)[1]["z3"]


@fault(
    "train-p-decisions",
    "You return decisions, 0 or 1; the predictions themselves are asked for.",
    "How sure was the network? That must still be seen in p.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return losses, (p > 0.5).astype(float)


@fault(
    "train-output-cut-off",
    "Some predictions are exactly 0 or 1: the output is cut off there, as by a ReLU. Where it is, "
    "its slope is 0, and nothing can wake the unit again.",
    "A sigmoid comes near to 0 and 1, but never gets there so early. Which function ends your "
    "forward pass?",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        _, cache = forward(x, params)
        p = np.maximum(cache["z3"] - 5, 0)
        losses.append(np.mean((p - y) ** 2))
        params = gradient_step(params, backward(y, cache | {"p": y + 0 * p}, params), lr)
    return losses, np.maximum(forward(x, params)[1]["z3"] - 5, 0)


# train(x, y, epochs, lr, seed): where it starts, and whether it moves

LEFT = []  # parameters that outlive their function, as a student's do


@fault(
    "train-goes-on",
    "A second call goes on where the first one stopped: the parameters live outside of the "
    "function.",
    "Where is the start made: once, or in every call?",
)
def _(x, y, epochs, lr, seed):
    params = LEFT.pop() if LEFT else start(seed)
    losses = []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    LEFT.append(params)
    return losses, forward(x, params)[0]


@fault(
    "train-seed-unused",
    "The same seed gives another run each time: your start does not come from it.",
    "Which generator draws the weights, and who chose its seed?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs, lr, np.random.randint(10**6))


@fault(
    "train-fixed-seed",
    "Every seed gives the same run.",
    "Which seed does your generator get, and do the first weights come out of that generator?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs, lr, 0)


@fault(
    "train-stands-still",
    "The loss does not move at all: what the step gives never comes back into the loop.",
    "Follow the name of the parameters from one epoch to the next: who gives it a new value?",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        gradient_step(params, backward(y, cache, params), lr)
    return losses, forward(x, params)[0]


@fault(
    "train-starts-again",
    "Every epoch begins anew: the parameters are set back to their start inside the loop.",
    "Which lines belong before the loop?",
)
def _(x, y, epochs, lr, seed):
    return epochs * train(x, y, 1, lr, seed)[0], train(x, y, 1, lr, seed)[1]


@fault(
    "train-loss-measured-once",
    "The parameters move, but the loss stays: it is measured for the same predictions each time.",
    "In which line of the loop does p get its new value?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return epochs * losses[:1], p


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


fault(
    "train-loss-squared",
    "You measure the squared error; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)(with_losses(lambda p, y: np.mean((p - y) ** 2)))


fault(
    "train-loss-summed",
    "Your losses are sums over the examples: the loss is their mean.",
    "Should twice as many examples give twice the loss?",
)(with_losses(lambda p, y: len(y) * cross_entropy(p, y)))


fault(
    "train-loss-negative",
    "Your losses are negative: the logarithm of a probability is negative, and a minus is missing.",
    "Which sign should the price of a mistake have?",
)(with_losses(lambda p, y: -cross_entropy(p, y)))


fault(
    "train-loss-half",
    "Your losses are half of what they should be.",
    "Where does the factor 1/2 come from?",
)(with_losses(lambda p, y: cross_entropy(p, y) / 2))


fault(
    "train-loss-one-term",
    "Your loss sees the examples of one class only: a term is missing.",
    "What does an example with the label 0 pay, and what one with the label 1?",
)(with_losses(lambda p, y: -np.mean(y * np.log(p))))


fault(
    "train-loss-other-base",
    "Your loss takes the logarithm to another base.",
    "The natural logarithm is meant: ln 2 is about 0.69.",
)(with_losses(lambda p, y: cross_entropy(p, y) / np.log(2)))


fault(
    "train-loss-absolute",
    "You measure the mean distance between p and y; the loss here is the cross-entropy.",
    "Which loss belongs to the gradients that your backward pass computes?",
)(with_losses(lambda p, y: np.mean(np.abs(p - y))))


fault(
    "train-accuracy-for-loss",
    "You keep the share of right (or wrong) decisions; a loss is asked for.",
    "Which of the two does the training lower a little in every step?",
)(with_losses(lambda p, y: np.mean((p > 0.5) == (y == 1))))


fault(
    "train-loss-other",
    "Losses and predictions don't belong together: the loss of your p is another number.",
    "Work out the cross-entropy of the returned p, and compare it with the last loss.",
)(with_losses(lambda p, y: cross_entropy(p, y) + 0.1))


@fault(
    "train-p-untrained",
    "Your predictions are those of the untrained network.",
    "Which parameters does the last forward pass get?",
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs, lr, seed)[0], forward(x, start(seed))[0]


@fault(
    "train-one-step-too-many",
    "There is a step more than there are epochs.",
    "Is there a step outside of the loop, or one round too many?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs + 1, lr, seed)
    return losses[:-1], p


@fault(
    "train-losses-added-up",
    "Your losses are added up from epoch to epoch.",
    "Does the loss begin at 0 in every epoch? A `+=` may go on from the last one.",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return np.cumsum(losses), p


@fault(
    "train-p-of-an-earlier-epoch",
    "Your predictions come from an earlier epoch than the last one.",
    "Where does the p that you return get its last value?",
)
def _(x, y, epochs, lr, seed):
    losses, _ = train(x, y, epochs, lr, seed)
    return losses, train(x, y, epochs - 3, lr, seed)[1]


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


fault(
    "train-uphill",
    "The loss grows even with a tiny rate: your steps go uphill.",
    "The gradient points to where the loss rises. Is it added or taken away?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, -lr)))


fault(
    "train-rate-ignored",
    "The learning rate makes no difference: it is not used, or replaced by another number.",
    "Which rate does the step get?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 0.1)))


fault(
    "train-rate-squared",
    "Twice the rate makes the loss fall four times as fast: the rate comes in twice.",
    "Who multiplies with `lr`: your loop, and the step again?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr * lr)))


fault(
    "train-rate-divides",
    "Twice the rate makes the steps half as long: you divide by it.",
    "Should a larger rate make longer or shorter steps?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 1e-6 / lr)))


fault(
    "train-rate-other",
    "Twice the rate should make the loss fall twice as fast, for tiny rates. Yours does not.",
    "Print how long a step is, for two rates.",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr**3)))


@fault(
    "train-rate-shrinks",
    "Your steps get shorter and shorter, with the same slope: the learning rate shrinks.",
    "Which line changes `lr`? Here it should stay what it was given.",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
        lr *= 0.98
    return losses, forward(x, params)[0]


@fault(
    "train-steps-grow",
    "Your steps get longer and longer, with the same slope: gradients of earlier epochs are still "
    "in them, or the rate grows.",
    "Does every epoch begin with fresh gradients? A `+=` may go on from the last ones.",
)
def _(x, y, epochs, lr, seed):
    params, losses, total = start(seed), [], {}
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        total = {name: total.get(name, 0) + dv for name, dv in grads.items()}
        params = gradient_step(params, total, lr)
    return losses, forward(x, params)[0]


@fault(
    "train-other-data",
    "You train on other data than those you are handed: perhaps on some that your notebook knows.",
    "Which x and y does the loop use? Capital letters are other names.",
)
def _(x, y, epochs, lr, seed):
    return train(x[:21], y[:21], epochs, lr, seed)


fault(
    "train-gradient-summed",
    "Your curve is exactly that of a learning rate n times as large: the gradients are sums over "
    "the examples, where the loss is a mean.",
    "Where does the 1/n of the loss come in?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr * n)))


fault(
    "train-gradient-divided-again",
    "Your curve is that of a learning rate n times smaller: the mean is taken twice.",
    "The factor 1/n lives in the loss only. Where else do you divide?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr / n)))


fault(
    "train-count-matters",
    "With every example there twice your run is another one; but the mean of the losses stays the "
    "same.",
    "Where does the number of examples come in? Once, in the loss.",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, lr / np.sqrt(n))))


def only(kept):
    """A step that leaves some parameters where they are."""

    def step(params, grads, lr, t, n):
        moved = gradient_step(params, grads, lr)
        return {name: v if name in kept else moved[name] for name, v in params.items()}

    return with_step(step)


fault(
    "train-weights-stay",
    "Only the biases learn: the weights keep the numbers they started with.",
    "Does the step reach every parameter?",
)(only(("W1", "W2", "W3")))


fault(
    "train-biases-stay",
    "Only the weights learn: the biases stay at their start.",
    "Does the step reach every parameter?",
)(only(("b1", "b2", "b3")))


fault(
    "train-some-stay",
    "Some parameters keep the numbers they started with: {}.",
    "Does the step reach every layer?",
)(only(("W1", "b1")))


fault(
    "train-step-length",
    "Every step is {} times as long as it should be.",
    "Which factor stands beside `lr`?",
)(with_step(lambda params, grads, lr, t, n: gradient_step(params, grads, 2 * lr)))


@fault(
    "train-step-other",
    "The step of {} is not the learning rate times its gradient.",
    "Check your gradients in one epoch, as in section 4. Are they right, and for these parameters?",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        grads = backward(y, cache, params)
        grads["dW3"] = np.sign(grads["dW3"]) * np.abs(grads["dW3"]).mean()
        params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


@fault(
    "train-gradient-stale",
    "Every step uses the gradients of the start: they are computed once, before the loop.",
    "After a step the slope is another one. Which lines belong inside the loop?",
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    grads = backward(y, forward(x, params)[1], params)
    for _ in range(epochs):
        losses.append(cross_entropy(forward(x, params)[0], y))
        params = gradient_step(params, grads, lr)
    return losses, forward(x, params)[0]


fault(
    "train-later-steps-other",
    "The first step is right, later ones are not.",
    "What is left over from one epoch to the next, besides the parameters?",
)(
    with_step(
        lambda params, grads, lr, t, n: (
            gradient_step(params, grads, lr * (1 + t % 2))
            if lr > 0.1
            else gradient_step(params, grads, lr)
        )
    )
)


@fault(
    "train-blows-up",
    "After some epochs the loss is infinite or no number, on an easy task with a usual rate.",
    "Print the largest weight of every hundredth epoch. What makes it grow?",
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return (losses if epochs < 300 else [np.inf] * epochs), p


@fault(
    "train-plateau",
    "Your network never leaves the plateau: it gives all points the same p, the share of class 1.",
    "Do all layers learn? And how large are the weights at the start: so small that every unit "
    "looks like the next?",
)
def _(x, y, epochs, lr, seed):
    return written_out(x, y, epochs, lr, seed, ("b3",), limit=0.05)


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


@fault(
    "train-learns-nothing",
    "On points that are easily told apart the loss does not get low.",
    "Check your gradients; then look at the weights at the start, and at those after training. Do "
    "all of them learn, and may they grow?",
)
def _(x, y, epochs, lr, seed):
    return written_out(x, y, epochs, lr, seed, tuple(start(seed)), limit=0.6)


@fault(
    "train-measured-after-step",
    "You measure the loss after each step, so the curve does not show where it started.",
    note=True,
)
def _(x, y, epochs, lr, seed):
    return train(x, y, epochs + 1, lr, seed)[0][1:], train(x, y, epochs, lr, seed)[1]


@fault(
    "train-one-loss-more",
    "You return one loss more than there are epochs, so the curve is a point longer than asked "
    "for. Is there one round too many?",
    note=True,
)
def _(x, y, epochs, lr, seed):
    losses, p = train(x, y, epochs, lr, seed)
    return [*losses, cross_entropy(p, y)], p


@fault(
    "train-p-before-last-step",
    "Your `p` is from before the last step; compute it once more after the loop.",
    note=True,
)
def _(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p
