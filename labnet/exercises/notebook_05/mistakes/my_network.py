"""Mistakes in `my_network` of notebook 05."""

from copy import deepcopy

import numpy as np

from ....layers import sigmoid
from ...engine.properties import finding
from ...notebook_04.exercises import gradient_step
from ..exercises import MyNetwork

wrong, weak = finding("MyNetwork")


class Right(MyNetwork):
    """A right class, whose methods are exchanged below one by one."""


# Built, and asked for a prediction


class Arguments(Right):
    def __init__(self, sizes):
        super().__init__(sizes)


wrong("network-arguments", Arguments).says(
    'Your class is built from other arguments: `MyNetwork(sizes, activation="sigmoid", rng=None)` '
    "is how the explorer calls it, and the last two may be left out.",
    "Compare the first line of your `__init__` with this, names and order.",
)


class InitMisnamed:
    def _init_(self, sizes, activation="sigmoid", rng=None):
        self.inner = MyNetwork(sizes, activation, rng)


wrong("network-init-misnamed", InitMisnamed).says(
    "Python does not call `_init_`: the name has two underscores on either side.",
    "Look at the first method of your class, letter by letter.",
)


class SelfMissing(Right):
    def forward(x):  # noqa: N805
        return x


wrong("network-self-missing", SelfMissing).says(
    "Your method {} takes one argument, and Python hands it two: the network itself comes first.",
    "Compare its first line with those of the other methods.",
)


class WithoutGenerator(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        for k in range(1, self.K + 1):
            shape = sizes[k - 1], sizes[k]
            self.params[f"W{k}"] = rng.normal(0.0, sizes[k - 1] ** -0.5, shape)


wrong("network-without-generator", WithoutGenerator).says(
    "Without `rng` your class must make a generator of its own.",
    "Which function of `np.random` makes a generator from a seed? It also takes None, and a "
    "generator that is there already it hands back.",
)


class MethodMissing:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.inner = MyNetwork(sizes, activation, rng)

    def forward(self, x):
        return self.inner.forward(x)

    def backward(self, y):
        return self.inner.backward(y)


wrong("network-method-missing", MethodMissing).says(
    "Your class has no method {}; the explorer needs `forward`, `backward` and `step`.",
    "Is it misspelt, or indented so far that it lies inside another method?",
)


class ForwardReturnsMore(Right):
    def forward(self, x):
        return super().forward(x), self.a


wrong("network-forward-returns-more", ForwardReturnsMore).says(
    "Your `forward` returns more than p. What `backward` needs can stay in `self`.",
    "In 03 the cache was handed on. Where can an object keep it?",
)


class ForwardFlat(Right):
    def forward(self, x):
        return super().forward(x)[:, 0]


wrong("network-forward-flat", ForwardFlat).says(
    "Your `forward` returns p flat: it should be a column, a row for each example.",
    "Which line drops an axis?",
)


class ForwardInARow(Right):
    def forward(self, x):
        return super().forward(x).T


wrong("network-forward-in-a-row", ForwardInARow).says(
    "Your `forward` returns p as a row: rows are examples, here too.",
    "Is x to be transposed anywhere? In z = x W + b it is not.",
)


class ForwardShape(Right):
    def forward(self, x):
        return super().forward(x) * np.ones((1, 2))


wrong("network-forward-shape", ForwardShape).says(
    "Your `forward` returns p in another shape than (n, 1).",
    "Does the last layer belong to it? Print the shape after each of the layers.",
)


class ChangesData(Right):
    def forward(self, x):
        p = super().forward(x)
        x *= 0.5
        return p


wrong("network-changes-data", ChangesData).says(
    "Your `forward` changes the x that it is given.",
    "Which line writes into it? `x = x - 1` makes a new array, `x -= 1` changes the old.",
)


class ForwardNoNumber(Right):
    def forward(self, x):
        return super().forward(x) * np.nan


wrong("network-forward-no-number", ForwardNoNumber).says(
    "Your `forward` gives infinite numbers, or none (nan), before any training.",
    "Look for 0/0, or for the logarithm of 0. How large are the weights at the start?",
)


class ForwardRange(Right):
    def forward(self, x):
        super().forward(x)
        return self.a[-2] @ self.params[f"W{self.K}"] + self.params[f"b{self.K}"] + 3


wrong("network-forward-range", ForwardRange).says(
    "p leaves 0 to 1: the output has no sigmoid.",
    "Which activation function ends the last layer, and does your loop reach it?",
)


class ForwardUnsteady(Right):
    def forward(self, x):
        self.params["b1"] = self.params["b1"] + 1
        return super().forward(x)


wrong("network-forward-unsteady", ForwardUnsteady).says(
    "Two calls of `forward` with the same x give different p.",
    "What does the first call leave behind that the second one meets? Or is there chance in it?",
)


class ForwardMixesRows(Right):
    def forward(self, x):
        return super().forward(x - x.mean(axis=0))


wrong("network-forward-mixes-rows", ForwardMixesRows).says(
    "What `forward` gives for one example depends on the others in x.",
    "Each row goes through the network by itself. Is something summed or averaged over them?",
)


class ForwardIgnoresData(Right):
    def forward(self, x):
        return super().forward(0 * x)


wrong("network-forward-ignores-data", ForwardIgnoresData).says(
    "Your `forward` gives every example the same p.",
    "Which line uses x? And are all weights 0 at the start?",
)


# What it is told at its birth


class GeneratorIgnored(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, np.random.default_rng())


wrong("network-generator-ignored", GeneratorIgnored).says(
    "Two generators in the same state give different networks: your weights come from elsewhere.",
    "What does `rng` do in your `__init__`?",
)


class GeneratorMadeAnew(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, np.random.default_rng(0))


wrong("network-generator-made-anew", GeneratorMadeAnew).says(
    "Every generator gives the same network: `rng` is not used.",
    "Where do your weights come from? A seed inside the class is always the same one.",
)


class ActivationUnknown(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, {"sigmoid": "sigmoid"}[activation], rng)


wrong("network-activation-unknown", ActivationUnknown).says(
    'With `activation="tanh"` your class raises an exception; both names should work.',
    "Which names does your dictionary (or your `if`) know?",
)


class OutputActivation(Right):
    def forward(self, x):
        super().forward(x)
        z = self.a[-2] @ self.params[f"W{self.K}"] + self.params[f"b{self.K}"] - 2
        self.a[-1] = self.f(z)
        return self.a[-1]


wrong("network-output-activation", OutputActivation).says(
    "With tanh your p falls below 0: the output layer has taken over the activation of the hidden "
    "ones.",
    "The last layer gives a probability, whatever the hidden layers do.",
)


class ActivationIgnored(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, "sigmoid", rng)


wrong("network-activation-ignored", ActivationIgnored).says(
    "With sigmoid and with tanh you give the same p: the argument is not used.",
    "Where does `activation` appear in your `__init__`, and its function in `forward`?",
)


class SizesIgnored(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__([2, 10, 10, 1], activation, rng)


wrong("network-sizes-ignored", SizesIgnored).says(
    "Your network has the same layers, whatever `sizes` asks for.",
    "Which numbers stand in the shapes of your weights?",
)


class FixedDepth(Right):
    def forward(self, x):
        self.a = [x]
        for k in (1, 2, 3):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < 3 else sigmoid(z))
        return self.a[-1]


wrong("network-fixed-depth", FixedDepth).says(
    "Your class works for two hidden layers only; `sizes` may ask for fewer or more.",
    "Which lines name a layer by its number? A loop over k reaches any number of them.",
)


# Its passes


class WeightsShape(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.params = {k: v.T.copy() if k[0] == "W" else v for k, v in self.params.items()}

    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"].T + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


wrong("network-weights-shape", WeightsShape).says(
    "A weight matrix has another shape than (n_in, n_out): in z = x W + b it stands on the right.",
    "A row of x has n_in numbers, a row of z has n_out.",
)


class BiasesUnused(Right):
    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


wrong("network-biases-unused", BiasesUnused).says(
    "Your `forward` leaves the biases out. At the start they are 0, so nobody notices.",
    "Compare the line of z with z = x W + b.",
)


class HiddenLine(Right):
    def forward(self, x):
        line, self.f = self.f, (lambda z: z + 0 * line(z))
        p = super().forward(x)
        self.f = line
        return p if line is sigmoid else 0.5 * p


wrong("network-hidden-line", HiddenLine).says(
    "Your hidden layers have no activation function: without one all layers together are a line.",
    "What happens to z before the next layer gets it?",
)


class ForwardWrong(Right):
    def forward(self, x):
        self.a = [x]
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] - self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


wrong("network-forward-wrong", ForwardWrong).says(
    "Your p is not what the parameters in `params` give.",
    "Take a network of [2, 1] and x = (1, 1): work out p on paper, then layer by layer.",
)


class GradientMissing(Right):
    def backward(self, y):
        super().backward(y)
        self.grads = {name: v for name, v in self.grads.items() if name != "dW1"}
        return self.grads


wrong("network-gradient-missing", GradientMissing).says(
    "`grads` has no {}",
    "Print the names in your dictionary of gradients, and the k of every round.",
)


class CacheGrows(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.cache = []

    def forward(self, x):
        p = super().forward(x)
        self.cache.extend(self.a)
        return p

    def backward(self, y):
        self.a = [*self.cache[: self.K], self.a[-1]]
        return super().backward(y)


wrong("network-cache-grows", CacheGrows).says(
    "Your list of activations grows with every `forward`: begin it anew there.",
    "Look at its length after one call, and after two. In which method is it made?",
)


class GradientWrong(Right):
    def backward(self, y):
        super().backward(y)
        share = np.linspace(0.9, 1.1, self.grads["dW2"].size)
        self.grads["dW2"] = self.grads["dW2"] * share.reshape(self.grads["dW2"].shape)
        return self.grads


wrong("network-gradient-wrong", GradientWrong).says(
    "The gradient {} is wrong; those nearer to the loss are right.",
    "Which line gives it, and what goes into that line? Check with `check_gradients`.",
)


class GradientWrongForOthers(Right):
    n = None

    def backward(self, y):
        self.n = self.n or len(y)
        grads = super().backward(y)
        self.grads = {name: v * (len(y) / self.n) for name, v in grads.items()}
        return self.grads


wrong("network-gradient-wrong-for-others", GradientWrongForOthers).says(
    "For another number of examples than before the gradient {} is wrong.",
    "Where does your class take n from? It may change from one call to the next.",
)


class GradientWrongForTanh(Right):
    def backward(self, y):
        slope, self.slope = self.slope, (lambda a: a * (1 - a))
        super().backward(y)
        self.slope = slope
        return self.grads


wrong("network-gradient-wrong-for-tanh", GradientWrongForTanh).says(
    "With tanh the gradient {} is wrong, with sigmoid it is right: each activation function has a "
    "slope of its own.",
    "Which slope does your `backward` use in the hidden layers?",
)


class GradientWrongForDepth(Right):
    def backward(self, y):
        super().backward(y)
        if self.K > 3:
            self.grads["dW1"] = 0 * self.grads["dW1"]
        return self.grads


wrong("network-gradient-wrong-for-depth", GradientWrongForDepth).says(
    "With another number of hidden layers the gradient {} is wrong.",
    "From where to where does the loop of `backward` go? It begins at the last layer, K.",
)


class GradientsAddUp(Right):
    def backward(self, y):
        kept = dict(self.grads)
        super().backward(y)
        self.grads = {name: v + kept.get(name, 0) for name, v in self.grads.items()}
        return self.grads


wrong("network-gradients-add-up", GradientsAddUp).says(
    "A second `backward` gives other gradients than the first: they are added to those of before.",
    "Where do the gradients begin at 0? A `+=` goes on from the last ones.",
)


# Its steps


class StepLosesParameters(Right):
    def step(self, lr):
        super().step(lr)
        self.params = {"W1": self.params["W1"]}


wrong("network-step-loses-parameters", StepLosesParameters).says(
    "After a step some parameters are gone from `params`, or no arrays any more.",
    "What does your `step` put into `self.params`? A dictionary with all the old names.",
)


class StepWithoutEffect(Right):
    moved = None

    def forward(self, x):
        params, self.params = self.params, self.moved or self.params
        p = super().forward(x)
        self.params = params
        return p

    def step(self, lr):
        self.moved = deepcopy(self.params)
        super().step(lr)


wrong("network-step-without-effect", StepWithoutEffect).says(
    "The parameters in `params` move, but p stays what it was: `forward` uses other arrays.",
    "How many copies of the weights are there?",
)


class StepSomeStay(Right):
    def step(self, lr):
        kept = {name: v for name, v in self.params.items() if name[0] == "b"}
        super().step(lr)
        self.params = self.params | kept


wrong("network-step-some-stay", StepSomeStay).says(
    "Your `step` leaves some parameters where they are: {}.",
    "Does it reach all layers, weights and biases?",
)


class StepStandsStill(Right):
    def step(self, lr):
        gradient_step(self.params, self.grads, lr)


wrong("network-step-stands-still", StepStandsStill).says(
    "After `step` nothing has changed.",
    "Where does the result go? A name without `self.` is forgotten when the method ends.",
)


class StepUphill(Right):
    def step(self, lr):
        super().step(-lr)


wrong("network-step-uphill", StepUphill).says(
    "Your `step` walks uphill: the loss grows.", "Is the gradient added or taken away?"
)


class StepRateIgnored(Right):
    def step(self, lr):
        super().step(1.0)


wrong("network-step-rate-ignored", StepRateIgnored).says(
    "Your `step` does not use its learning rate: it goes the whole gradient.",
    "Where does `lr` appear in it?",
)


class StepLength(Right):
    def step(self, lr):
        super().step(2 * lr)


wrong("network-step-length", StepLength).says(
    "Every step is {} times as long as it should be.", "Which factor stands beside `lr`?"
)


class StepOther(Right):
    def step(self, lr):
        super().step(lr)
        self.params["b1"] = self.params["b1"] + 1


wrong("network-step-other", StepOther).says(
    "The step of {} is not the learning rate times its gradient.",
    "One line for all parameters: the old number, and the step taken away.",
)


class StepLaterOther(Right):
    share = 1.0

    def step(self, lr):
        super().step(lr * self.share)
        self.share *= 0.9


wrong("network-step-later-other", StepLaterOther).says(
    "The first step is right, the next one is not.",
    "What does `step` leave behind in `self`? The rate it is given should count each time anew.",
)


class StepFall:
    def __init__(self, sizes, activation="sigmoid", rng=None):
        self.inner = MyNetwork(sizes, activation, rng)

    def forward(self, x):
        return self.inner.forward(x)

    def backward(self, y):
        self.inner.backward(y)

    def step(self, lr):
        self.inner.step(3 * lr)


wrong("network-step-fall", StepFall).says(
    "The loss falls {} times as far as its slope lets expect: gradient or step has a wrong length.",
    "Offer `params` and `grads` as dictionaries, and this check can tell you more.",
)


# Beside others, and in the long run


class SharedState(Right):
    shared = {}

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.shared.clear()
        self.shared.update(self.params)
        self.params = self.shared


wrong("network-shared-state", SharedState).says(
    "Two networks of your class share their numbers: training one of them changes the other.",
    "Which arrays belong to the class, or to the module, and not to `self`?",
)


class CopyTied(Right):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.run = lambda x: MyNetwork.forward(self, x)
        self.move = lambda lr: MyNetwork.step(self, lr)
        self.look = lambda y: MyNetwork.backward(self, y)

    def forward(self, x):
        return self.run(x)

    def backward(self, y):
        return self.look(y)

    def step(self, lr):
        self.move(lr)


wrong("network-copy-tied", CopyTied).says(
    "Training a copy of your network changes the original: the copy still uses its arrays. The "
    "explorer copies networks, to start again from the same place.",
    "Is there a function inside your object that remembers `self`?",
)


class LearnsNothing(Right):
    calls = 0

    def step(self, lr):
        self.calls += 1
        if self.calls < 5:
            super().step(lr)


wrong("network-learns-nothing", LearnsNothing).says(
    "Each part looks right, but on points that are easily told apart the loss does not get low.",
    "How large are the weights at the start? Print them, and again after training.",
)


# Weaknesses of right classes


class Own(Right):
    """It keeps its parameters under other names."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.W, self.params = self.params, None

    def forward(self, x):
        return self.called(super().forward, x)

    def backward(self, y):
        return self.called(super().backward, y)

    def step(self, lr):
        return self.called(super().step, lr)

    def called(self, method, value):
        self.params = self.W
        result = method(value)
        self.W, self.params = self.params, None
        return result


weak("network-without-params", Own).says(
    "There is no dictionary `params` with W1, b1, ...: the gradient check of the next cell, and "
    "the explorer of 06, look for it."
)


class BackwardReturnsNothing(Right):
    def backward(self, y):
        super().backward(y)


weak("network-backward-returns-nothing", BackwardReturnsNothing).says(
    "`backward` returns nothing: the gradient check of the next cell needs `grads`."
)


class GradientFlat(Right):
    def backward(self, y):
        super().backward(y)
        self.grads = {name: v.ravel() if name[1] == "b" else v for name, v in self.grads.items()}
        return self.grads


weak("network-gradient-flat", GradientFlat).says(
    "`db1` lies flat, `b1` is a row: the gradient check of the next cell compares their shapes."
)
