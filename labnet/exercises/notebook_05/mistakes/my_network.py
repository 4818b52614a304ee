"""Mistakes in `MyNetwork` of notebook 05."""

from copy import copy

import numpy as np

from ....layers import sigmoid
from ...engine.properties import finding
from ...notebook_04.exercises import gradient_step
from ..exercises import MyNetwork

wrong, weak = finding("MyNetwork")


def network(base=MyNetwork, **own):
    """The right class, or another, with methods of its own."""
    return type("MyNetwork", (base,), own)


def built(change):
    """A class that is built from change(sizes, activation, rng)."""

    def init(self, sizes, activation="sigmoid", rng=None):
        MyNetwork.__init__(self, *change(sizes, activation, rng))

    return network(__init__=init)


def keeping(others):
    """A class whose objects keep others(self), a dictionary, in place of what they should."""

    def init(self, sizes, activation="sigmoid", rng=None):
        MyNetwork.__init__(self, sizes, activation, rng)
        vars(self).update(others(self))

    return network(__init__=init)


def forward_gets(change):
    """A class whose `forward` goes on with change(x)."""
    return network(forward=lambda self, x: MyNetwork.forward(self, change(x)))


def forward_gives(change):
    """A class whose `forward` returns change(p)."""
    return network(forward=lambda self, x: change(MyNetwork.forward(self, x)))


def forward_with(change):
    """A class whose `forward` takes change(name, v) for each parameter."""

    def forward(self, x):
        kept, self.params = self.params, {k: change(k, v) for k, v in self.params.items()}
        p = MyNetwork.forward(self, x)
        self.params = kept
        return p

    return network(forward=forward)


def backward_gives(change):
    """A class whose gradients are change(self, grads)."""

    def backward(self, y):
        self.grads = change(self, MyNetwork.backward(self, y))
        return self.grads

    return network(backward=backward)


def stepping_at(rate):
    """A class that steps with rate(lr)."""
    return network(step=lambda self, lr: MyNetwork.step(self, rate(lr)))


def stepping_to(change):
    """A class whose `step` leaves change(old, new) as its parameters."""

    def step(self, lr):
        self.params = change(self.params, gradient_step(self.params, self.grads, lr))

    return network(step=step)


def logit(p):
    return np.log(p / (1 - p))


def square_turned(dW):
    return dW.T if dW.shape[0] == dW.shape[1] else dW


# Built, and asked for a prediction

wrong(
    "network-arguments", network(__init__=lambda self, *sizes: MyNetwork.__init__(self, sizes))
).says(
    'Your class is built from other arguments: `MyNetwork(sizes, activation="sigmoid", rng=None)` '
    "is how the explorer calls it, and the last two may be left out.",
    "Compare the first line of your `__init__` with this, names and order.",
)

wrong("network-init-misnamed", network(_init_=MyNetwork.__init__)).says(
    "Python does not call `_init_`: the name has two underscores on either side.",
    "Look at the first method of your class, letter by letter.",
)

wrong("network-self-missing", network(forward=lambda x: 2 * x)).says(
    "Your method {} takes one argument, and Python hands it two: the network itself comes first.",
    "Compare its first line with those of the other methods.",
)

wrong("network-argument-missing", network(backward=lambda self: self.grads)).says(
    "Your method {}: it is called with one argument.",
    "Is what it should take kept from elsewhere? The caller may hand it other data each time.",
)

wrong(
    "network-without-generator", built(lambda sizes, name, rng: (sizes, name, rng.spawn(1)[0]))
).says(
    "Without `rng` your class must make a generator of its own.",
    "Which function of `np.random` makes a generator from a seed? It also takes None, and a "
    "generator that is there already it hands back.",
)


class WithoutStep:
    __init__, forward, backward = MyNetwork.__init__, MyNetwork.forward, MyNetwork.backward


wrong("network-method-missing", WithoutStep).says(
    "Your class has no method {}; the explorer needs `forward`, `backward` and `step`.",
    "Is it misspelt, or indented so far that it lies inside another method?",
)

wrong("network-forward-returns-more", forward_gives(lambda p: (p, {"p": p}))).says(
    "Your `forward` returns more than p. What `backward` needs can stay in `self`.",
    "In 03 the cache was handed on. Where can an object keep it?",
)

wrong("network-forward-flat", forward_gives(lambda p: p[:, 0])).says(
    "Your `forward` returns p flat: it should be a column, a row for each example.",
    "Which line drops an axis?",
)

wrong("network-forward-in-a-row", forward_gives(lambda p: p.T)).says(
    "Your `forward` returns p as a row: rows are examples, here too.",
    "Is x to be transposed anywhere? In z = x W + b it is not.",
)

wrong("network-forward-shape", forward_gives(lambda p: np.hstack([p, p]))).says(
    "Your `forward` returns p in another shape than (n, 1).",
    "Does the last layer belong to it? Print the shape after each of the layers.",
)

wrong("network-changes-data", forward_gets(lambda x: np.tanh(x, out=x))).says(
    "Your `forward` changes the x that it is given.",
    "Which line writes into it? `x = x - 1` makes a new array, `x -= 1` changes the old.",
)

wrong("network-forward-no-number", forward_gives(lambda p: p * np.nan)).says(
    "Your `forward` gives infinite numbers, or none (nan), before any training.",
    "Look for 0/0, or for the logarithm of 0. How large are the weights at the start?",
)

wrong("network-forward-range", forward_gives(logit)).says(
    "p leaves 0 to 1: the output has no sigmoid.",
    "Which activation function ends the last layer, and does your loop reach it?",
)

wrong("network-forward-unsteady", forward_gets(lambda x: np.random.normal(x, 0.1))).says(
    "Two calls of `forward` with the same x give different p.",
    "What does the first call leave behind that the second one meets? Or is there chance in it?",
)

wrong("network-forward-mixes-rows", forward_gets(lambda x: x - x.mean(axis=0))).says(
    "What `forward` gives for one example depends on the others in x.",
    "Each row goes through the network by itself. Is something summed or averaged over them?",
)

wrong("network-forward-ignores-data", forward_gets(lambda x: 0 * x)).says(
    "Your `forward` gives every example the same p.",
    "Which line uses x? And are all weights 0 at the start?",
)


# Its arguments

wrong("network-generator-ignored", built(lambda sizes, name, rng: (sizes, name, None))).says(
    "Two generators in the same state give different networks: your weights come from elsewhere.",
    "What does `rng` do in your `__init__`?",
)

wrong("network-generator-made-anew", built(lambda sizes, name, rng: (sizes, name, 0))).says(
    "Every generator gives the same network: `rng` is not used.",
    "Where do your weights come from? A seed inside the class is always the same one.",
)

wrong(
    "network-activation-unknown",
    built(lambda sizes, name, rng: (sizes, {"sigmoid": name}[name], rng)),
).says(
    'With `activation="tanh"` your class raises an exception; both names should work.',
    "Which names does your dictionary (or your `if`) know?",
)

wrong(
    "network-output-activation",
    network(forward=lambda self, x: self.f(logit(MyNetwork.forward(self, x)))),
).says(
    "With tanh your p falls below 0: the output layer has taken over the activation of the hidden "
    "ones.",
    "The last layer gives a probability, whatever the hidden layers do.",
)

wrong("network-activation-ignored", built(lambda sizes, name, rng: (sizes, "sigmoid", rng))).says(
    "With sigmoid and with tanh you give the same p: the argument is not used.",
    "Where does `activation` appear in your `__init__`, and its function in `forward`?",
)

wrong("network-sizes-ignored", built(lambda sizes, name, rng: ([2, 10, 10, 1], name, rng))).says(
    "Your network has the same layers, whatever `sizes` asks for.",
    "Which numbers stand in the shapes of your weights?",
)

wrong(
    "network-fixed-depth", built(lambda sizes, name, rng: ([sizes[k] for k in range(4)], name, rng))
).says(
    "Your class works for two hidden layers only; `sizes` may ask for fewer or more.",
    "Which lines name a layer by its number? A loop over k reaches any number of them.",
)


# Its passes


def with_parameters(change):
    """A class that begins with change(name, v) for each parameter."""

    def init(self, sizes, activation="sigmoid", rng=None):
        MyNetwork.__init__(self, sizes, activation, rng)
        self.params = {name: change(name, v) for name, v in self.params.items()}

    return network(__init__=init)


wrong(
    "network-weights-shape",
    network(
        with_parameters(lambda name, v: v.T), forward=forward_with(lambda name, v: v.T).forward
    ),
).says(
    "A weight matrix has another shape than (n_in, n_out): in z = x W + b it stands on the right.",
    "A row of x has n_in numbers, a row of z has n_out.",
)

wrong("network-biases-unused", forward_with(lambda name, v: v * (name[0] == "W"))).says(
    "Your `forward` leaves the biases out. At the start they are 0, so nobody notices.",
    "Compare the line of z with z = x W + b.",
)

# With a line for tanh too, both names would give the same p.
wrong(
    "network-hidden-line", keeping(lambda self: {"f": np.positive if self.f is sigmoid else self.f})
).says(
    "Your hidden layers have no activation function: without one all layers together are a line.",
    "What happens to z before the next layer gets it?",
)

wrong(
    "network-bias-for-a-layer", with_parameters(lambda name, v: v[:, :1] if name[0] == "b" else v)
).says(
    "A layer of your network has a single bias for all its units.",
    "In z = x W + b each column of z, a unit, has its own number in b. Which shape does b need?",
)


wrong("network-numbers-missing", forward_with(lambda name, v: v * (name != "b1"))).says(
    "Your p does not depend on all weights and biases that a network of these sizes has.",
    "Change one number after the other, and look which of them leave p as it is.",
)

wrong("network-forward-wrong", forward_with(lambda name, v: v if name[0] == "W" else -v)).says(
    "Your p is not what your weights and biases give.",
    "Take a network of [2, 1] and x = (1, 1): work out p on paper, then layer by layer.",
)

wrong("network-start-alike", with_parameters(lambda name, v: 0 * v + v[:, :1])).says(
    "The weights of a layer repeat at the start: {}.",
    "Each weight needs a random number of its own: which shape does the generator get?",
)

wrong(
    "network-gradient-missing",
    backward_gives(lambda self, grads: {k: v for k, v in grads.items() if k != "dW1"}),
).says(
    "`grads` has no {}",
    "Print the names in your dictionary of gradients, and the k of every round.",
)


class CacheGrowing(MyNetwork):
    kept = ()

    def forward(self, x):
        p = super().forward(x)
        self.a = self.kept = [*self.kept, *self.a]
        return p


wrong("network-cache-grows", CacheGrowing).says(
    "Your list of activations grows with every `forward`: begin it anew there.",
    "Look at its length after one call, and after two. In which method is it made?",
)

wrong(
    "network-gradient-wrong",
    backward_gives(lambda self, grads: grads | {"dW2": np.exp(grads["dW2"])}),
).says(
    "The gradient {} is wrong: of the wrong ones it is the nearest to the loss.",
    "Which line gives it, and what goes into that line? Check with `check_gradients`.",
)


class FirstCountKept(MyNetwork):
    n = None

    def backward(self, y):
        self.n = self.n or len(y)
        grads = super().backward(y)
        self.grads = {name: v * (len(y) / self.n) for name, v in grads.items()}
        return self.grads


wrong("network-gradient-wrong-for-others", FirstCountKept).says(
    "For another number of examples than before the gradient {} is wrong.",
    "Where does your class take n from? It may change from one call to the next.",
)

wrong(
    "network-gradient-wrong-for-tanh", keeping(lambda self: {"slope": lambda a: a * (1 - a)})
).says(
    "With tanh the gradient {} is wrong, with sigmoid it is right: each activation function has a "
    "slope of its own.",
    "Which slope does your `backward` use in the hidden layers?",
)

wrong(
    "network-gradient-wrong-for-depth",
    backward_gives(lambda self, grads: grads | {"dW1": grads["dW1"] * (self.K < 4)}),
).says(
    "With another number of hidden layers the gradient {} is wrong.",
    "From where to where does the loop of `backward` go? It begins at the last layer, K.",
)


wrong(
    "network-gradient-wrong-for-square",
    backward_gives(lambda self, grads: grads | {"dW2": square_turned(grads["dW2"])}),
).says(
    "Where two layers are of the same size the gradient {} is wrong; elsewhere it is right.",
    "A matrix that is square may stand turned in a product, and NumPy does not mind: look at each "
    "`.T`.",
)


class WeightsMovedAtOnce(MyNetwork):
    def backward(self, y):
        grads = super().backward(y)
        self.params = gradient_step(self.params, grads, 0.1)
        return grads


wrong("network-backward-moves", WeightsMovedAtOnce).says(
    "Your `backward` moves the weights; that is for `step`.",
    "`backward` finds the gradients and keeps them: its caller may only want to look at them.",
)


class CacheUsedUp(MyNetwork):
    def backward(self, y):
        grads = dict(super().backward(y))
        self.a[0] = 2 * self.a[0]
        return grads


wrong("network-cache-overwritten", CacheUsedUp).says(
    "A second `backward` goes wrong: the first one has changed {}, which `forward` kept.",
    "`pop`, `reverse`, `*=` and `a[...] =` change the list or the array itself. Which of them "
    "could make a new one?",
)


class GradientsHalfKept(MyNetwork):
    def backward(self, y):
        before = dict(self.grads)
        grads = super().backward(y)
        self.grads = {name: v + before.get(name, 0) / 2 for name, v in grads.items()}
        return self.grads


wrong("network-backward-unsteady", GradientsHalfKept).says(
    "After a second `backward` the gradients are not what they were after the first.",
    "What does the first call leave behind in `self` that the second one meets?",
)


class GradientsAddedUp(MyNetwork):
    def backward(self, y):
        before = dict(self.grads)
        grads = super().backward(y)
        self.grads = {name: before.get(name, 0) + v for name, v in grads.items()}
        return self.grads


wrong("network-gradients-add-up", GradientsAddedUp).says(
    "A second `backward` gives other gradients than the first: they are added to those of before.",
    "Where do the gradients begin at 0? A `+=` goes on from the last ones.",
)


# Its steps

wrong("network-step-loses-parameters", stepping_to(lambda old, new: {"W1": new["W1"]})).says(
    "After a step some parameters are gone, or have another shape.",
    "What does your `step` put in their place? Print the shapes before and after it.",
)


class ForwardOfTheStart(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        start = copy(self)
        self.forward, self.backward = start.forward, start.backward


wrong("network-step-without-effect", ForwardOfTheStart).says(
    "The parameters move, but p stays what it was: `forward` uses other arrays.",
    "How many copies of the weights are there?",
)

wrong("network-step-some-stay", stepping_to(lambda old, new: old | {"W1": new["W1"]})).says(
    "Some parameters stay where they are: {}.",
    "Does `step` reach all layers, weights and biases, and is each gradient there?",
)

wrong(
    "network-step-stands-still",
    network(step=lambda self, lr: gradient_step(self.params, self.grads, lr)),
).says(
    "After `step` nothing has changed.",
    "Where does the result go? A name without `self.` is forgotten when the method ends.",
)

wrong("network-step-uphill", stepping_at(lambda lr: -lr)).says(
    "Your `step` walks uphill: the loss grows.", "Is the gradient added or taken away?"
)

wrong("network-step-rate-ignored", stepping_at(lambda lr: 1.0)).says(
    "Your `step` uses a rate of its own, {}, in place of `lr`.",
    "Where does `lr` appear in it?",
)

wrong(
    "network-step-length-other",
    network(
        step=lambda self, lr: MyNetwork.step(
            self, lr / sum(np.abs(v).sum() for v in self.grads.values())
        )
    ),
).says(
    "Your steps go the right way, but their length is not the rate times that of the gradient.",
    "Which number stands beside `lr`, and does it change from step to step?",
)

wrong("network-step-length", stepping_at(lambda lr: 2 * lr)).says(
    "Every step is {} times as long as it should be.", "Which factor stands beside `lr`?"
)

wrong("network-step-other", stepping_to(lambda old, new: new | {"b1": new["b1"] + 1})).says(
    "{} does not move by the learning rate times the slope of the loss.",
    "One line for all parameters: the old number, and the step taken away.",
)

wrong(
    "network-step-later-other",
    network(step=lambda self, lr: MyNetwork.step(self, vars(self).setdefault("lr", lr))),
).says(
    "The first step is right, the next one is not.",
    "What does `step` leave behind in `self`? The rate it is given should count each time anew.",
)


class Capped(MyNetwork):
    def backward(self, y):
        p = self.a[-1]
        return super().backward(p - np.clip(p - y, -0.99, 0.99))


wrong("network-gradient-wrong-when-sure", Capped).says(
    "With small weights your gradients are right; where p comes near 0 or 1 they are not.",
    "Is something cut off there, or a small number added to keep a division safe?",
)


class SquaredErrorFollowed(MyNetwork):
    def backward(self, y):
        p = self.a[-1]
        return super().backward(p - (p - y) * p * (1 - p))


wrong("network-squared-error", SquaredErrorFollowed).says(
    "Your {} the squared error, up to a factor; this check measures the cross-entropy.",
    "Which dz does the cross-entropy of 02 give in the last layer? It has no factor p (1 - p).",
)


KEPT = {}


class Unseen:
    """It keeps nothing in the object."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        KEPT[id(self)] = MyNetwork(sizes, activation, rng)

    def forward(self, x):
        return KEPT[id(self)].forward(x)

    def backward(self, y):
        KEPT[id(self)].backward(y)

    def step(self, lr):
        KEPT[id(self)].step(lr)


wrong("network-numbers-unseen", Unseen).says(
    "The check finds no number in your object on which p depends: keep weights and biases in "
    "`self`.",
    "Where do they live now? What belongs to one network stands behind `self.`.",
)


# Beside others, and in the long run


class ParametersShared(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        type(self).params = vars(self).pop("params")


wrong("network-shared-state", ParametersShared).says(
    "Two networks of your class share their numbers: training one of them changes the other.",
    "Which arrays belong to the class, or to the module, and not to `self`?",
)

wrong(
    "network-copy-tied", keeping(lambda self: {"step": lambda lr: MyNetwork.step(self, lr)})
).says(
    "Training a copy of your network changes the original: the copy still uses its arrays. The "
    "explorer copies networks, to start again from the same place.",
    "Is there a function inside your object that remembers `self`?",
)

wrong("network-learns-nothing", stepping_at(lambda lr: lr * (lr <= 0.3))).says(
    "Each part looks right, but on points that are easily told apart the loss does not get low.",
    "How large are the weights at the start? Print them, and again after training.",
)


# Stopped by an exception


class SelfForgotten(MyNetwork):
    def step(self, lr):
        self.params = gradient_step(params, self.grads, lr)  # noqa: F821


wrong("network-self-forgotten", SelfForgotten).says(
    "Python does not know {} by itself: it belongs to the network.",
    "What a method shares with the others stands behind `self.`.",
)


class WordCalled(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.activation = activation

    def forward(self, x):
        return self.activation(MyNetwork.forward(self, x))


wrong("network-word-called", WordCalled).says(
    "{} is a word, the name of the activation, and no function.",
    "Which function belongs to each of the two words? A dictionary, or an `if`, tells it.",
)


wrong("network-single-example", forward_gets(lambda x: x.reshape(1, 2))).says(
    "Your class works for a single example, and stops at several.",
    "With n examples x has n rows. Which of your products expects a vector where a matrix comes?",
)


# Weaknesses of right classes


class Inside:
    """It keeps a right network, and no parameters of its own."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.inner = MyNetwork(sizes, activation, rng)
        self.forward, self.backward = self.inner.forward, self.inner.backward

    def step(self, lr):
        self.inner.step(lr)


weak("network-without-params", Inside).says(
    "There is no dictionary `params` with W1, b1, ...: the gradient check of the next cell, and "
    "the explorer of 06, look for it."
)

weak(
    "network-backward-returns-nothing",
    network(backward=lambda self, y: self.grads.update(MyNetwork.backward(self, y))),
).says("`backward` returns nothing: the gradient check of the next cell needs `grads`.")

weak(
    "network-gradient-flat",
    backward_gives(
        lambda self, grads: {k: v.ravel() if k[1] == "b" else v for k, v in grads.items()}
    ),
).says("`db1` lies flat, `b1` is a row: the gradient check of the next cell compares their shapes.")


class InputKeptApart(MyNetwork):
    def forward(self, x):
        p = super().forward(x)
        self.x, *self.a = self.a
        return p

    def backward(self, y):
        kept, self.a = self.a, [self.x, *self.a]
        grads = super().backward(y)
        self.a = kept
        return grads


weak("network-activations-elsewhere", InputKeptApart).says(
    "06 looks for the activations in `self.a`, from `self.a[0]`, which is x, to p: yours keeps "
    "something else there."
)
