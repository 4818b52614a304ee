"""The exercises of 04 and 05: what students hand in, what they hear, and what the notebook gets."""

import signal
from types import MappingProxyType, SimpleNamespace

import numpy as np
import pytest
from exercises.notebook_05 import right_answers as right_05

from labnet import exercises, sigmoid, xor_data
from labnet.exercises.engine import catalogue
from labnet.exercises.engine.exercise import Exercise
from labnet.exercises.engine.progress import SHEETS
from labnet.exercises.engine.verdict import RAISED, WAITING, WRONG
from labnet.exercises.notebook_02.exercises import cross_entropy
from labnet.exercises.notebook_03.exercises import backward, forward
from labnet.exercises.notebook_04.exercises import gradient_step, init_layer
from labnet.exercises.notebook_04.step_factors import as_rows, factor
from labnet.exercises.notebook_05.exercises import MyNetwork, make_xor, start, train
from labnet.exercises.notebook_05.training_faults import predictions

# use: with what the notebook goes on


def xor_from_the_other_end():
    """The most natural loop: 1 - 0.7 is not quite 0.3."""
    x, y = [], []
    for i in range(11):
        x.append([i / 10, i / 10])
        y.append([False])
        if i != 5:
            x.append([i / 10, 1 - i / 10])
            y.append([True])
    return x, y


@pytest.mark.parametrize("make", [xor_from_the_other_end, right_05.in_single_precision])
def test_the_notebook_gets_the_very_points(make, capsys):
    assert not np.array_equal(make()[0], xor_data()[0])
    x, y = exercises.make_xor.use(make)()
    assert capsys.readouterr().out == "using your `make_xor`\n"
    assert np.array_equal(x, xor_data()[0]) and np.array_equal(y, xor_data()[1])
    assert x.dtype.kind == y.dtype.kind == "f"


def test_points_in_another_order_are_told_as_such(capsys):
    assert exercises.make_xor.use(right_05.diagonal_after_diagonal) is make_xor
    assert "yours has the same points in another order" in capsys.readouterr().out


def test_labels_become_numbers(capsys):
    def make_linear(n, rng):
        x = rng.random((n, 2))
        return x.tolist(), (x[:, :1] <= x[:, 1:]).tolist()

    x, y = exercises.make_linear.use(make_linear)(100, np.random.default_rng(34))
    assert capsys.readouterr().out == "using your `make_linear`\n"
    assert x.shape == (100, 2) and y.shape == (100, 1) and y.dtype == float


def test_other_random_numbers_are_right_and_the_text_quotes_labnets(capsys):
    def make_linear(n, rng):
        x = 1 - rng.random((n, 2))
        return x, (x[:, :1] <= x[:, 1:]).astype(float)

    assert exercises.make_linear.use(make_linear) is exercises.make_linear.right
    assert "yours is right too; the text quotes labnet's numbers" in capsys.readouterr().out


def accuracy_of_columns(p, y):
    return np.mean((p > 0.5) == (y == 1), axis=0)


def accuracy_in_a_table(p, y):
    return np.array([[accuracy_of_columns(p, y)[0]]])


def accuracy_by_sum(p, y):
    return sum((p > 0.5) == (y == 1)) / len(y)


@pytest.mark.parametrize("mine", [accuracy_of_columns, accuracy_in_a_table, accuracy_by_sum])
def test_an_accuracy_becomes_a_plain_number(mine, capsys):
    used = exercises.accuracy.use(mine)
    assert capsys.readouterr().out == "using your `accuracy`\n"
    for p, y in (([[0.9]], [[1]]), ([[0.9], [0.2], [0.5], [0.6]], [[1], [1], [0], [1]])):
        value = used(np.array(p), np.array(y))
        assert isinstance(value, float) and f"{value:.4f}" in ("1.0000", "0.7500")


def test_a_right_function_is_handed_on_as_it_is(capsys):
    def mine(x, y, epochs, lr, seed):
        return train(x, y, epochs, lr, seed)

    assert exercises.train.use(mine) is mine


EVERYONE = [one for sheet in SHEETS.values() for one in sheet if isinstance(one, Exercise)]


@pytest.mark.parametrize("exercise", EVERYONE, ids=lambda one: one.name)
def test_labnets_functions_need_no_change(exercise, capsys):
    assert exercise.use(exercise.right) is exercise.right
    assert capsys.readouterr().out == f"using your `{exercise.name}`\n"


def before_the_last_step(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


def test_a_loop_that_cannot_do_without_epochs_is_not_handed_on(capsys):
    assert exercises.train.check(before_the_last_step).passed
    used = exercises.train.use(before_the_last_step)
    assert used is train and "with 0 epochs" in capsys.readouterr().out


class FlatGradients(MyNetwork):
    def backward(self, y):
        super().backward(y)
        self.grads = {k: v.ravel() if k[1] == "b" else v for k, v in self.grads.items()}
        return self.grads


class Silent(MyNetwork):
    def backward(self, y):
        super().backward(y)


CLASSES = {
    "`db1` lies flat, `b1` is a row": FlatGradients,
    "`b1` lies flat, and the text needs a row": right_05.FlatBiases,
    "`backward` returns nothing, and the gradient check needs `grads`": Silent,
    "the text needs a dictionary `params`": right_05.ListsOfLayers,
    "yours is right too; the text quotes": right_05.OneVector,
}


@pytest.mark.parametrize("reason", CLASSES)
def test_a_right_class_that_the_text_cannot_use_hears_why(reason, capsys):
    assert exercises.MyNetwork.use(CLASSES[reason]) is MyNetwork
    told = capsys.readouterr().out
    assert told.startswith(f"using labnet's `MyNetwork`: {reason}")


# MyNetwork


class WithoutGenerator(MyNetwork):
    """What the protocol suggests: the generator goes straight on to init_layer."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation)
        for k in range(1, self.K + 1):
            self.params[f"W{k}"], self.params[f"b{k}"] = init_layer(sizes[k - 1], sizes[k], rng)


def test_without_a_generator_a_class_makes_its_own():
    verdict = exercises.MyNetwork.check(WithoutGenerator)
    assert verdict.outcome == WRONG and verdict.mistake == "network-without-generator"
    assert "Without `rng` your class must make a generator of its own." in verdict.message
    assert "'NoneType' object has no attribute 'normal'" in verdict.evidence[0]


def test_another_exception_without_a_generator_is_shown_as_it_is():
    class Own(MyNetwork):
        def __init__(self, sizes, activation="sigmoid", rng=None):
            super().__init__(sizes, activation, rng or np.random.rng())

    verdict = exercises.MyNetwork.check(Own)
    assert verdict.outcome == RAISED and "np.random.rng()" in verdict.evidence[0]


class StartOnly:
    __init__ = MyNetwork.__init__

    def forward(self, x): ...

    def backward(self, y): ...

    def step(self, lr): ...


class StartAndForward(StartOnly):
    __init__, forward = MyNetwork.__init__, MyNetwork.forward

    def backward(self, y): ...

    def step(self, lr): ...


class WithoutStep(StartOnly):
    __init__, forward, backward = MyNetwork.__init__, MyNetwork.forward, MyNetwork.backward

    def step(self, lr): ...


class WithoutStart(WithoutStep):
    forward = MyNetwork.forward

    def __init__(self, sizes, activation="sigmoid", rng=None): ...


SO_FAR = {
    "`__init__` is written, and nothing is wrong with it so far; "
    "`forward`, `backward` and `step` still have their `...`.": StartOnly,
    "`__init__` and `forward` are written, and nothing is wrong with them so far; "
    "`backward` and `step` still have their `...`.": StartAndForward,
    "`__init__`, `forward` and `backward` are written, and nothing is wrong with them so far; "
    "`step` still has its `...`.": WithoutStep,
    "`__init__` still has its `...`.": WithoutStart,
}


@pytest.mark.parametrize("told", SO_FAR)
def test_a_class_begun_hears_what_is_written(told):
    verdict = exercises.MyNetwork.check(SO_FAR[told])
    assert (verdict.outcome, verdict.message) == (WAITING, told)


class WrongForward(StartAndForward):
    __init__ = MyNetwork.__init__

    def forward(self, x):
        return MyNetwork.forward(self, x) * np.ones((1, 2))

    def backward(self, y): ...


class WrongBackward(WithoutStep):
    def backward(self, y):
        grads = MyNetwork.backward(self, y)
        self.grads = {name: -v for name, v in grads.items()}
        return self.grads

    def step(self, lr): ...


def test_what_is_written_is_judged():
    found = [exercises.MyNetwork.check(one).mistake for one in (WrongForward, WrongBackward)]
    assert found[0] == "network-forward-shape" and found[1] not in (None, *found[:1])


class GrowingFromTheFront(MyNetwork):
    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.a = []

    def forward(self, x):
        self.a.append(x)
        for k in range(1, self.K + 1):
            z = self.a[-1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


class GrowingAndReadInForward(GrowingFromTheFront):
    def forward(self, x):
        self.a.append(x)
        for k in range(1, self.K + 1):
            z = self.a[k - 1] @ self.params[f"W{k}"] + self.params[f"b{k}"]
            self.a.append(self.f(z) if k < self.K else sigmoid(z))
        return self.a[-1]


class GrowingWithoutParams(GrowingFromTheFront):
    """The list is at fault here too, where nobody can look at the parameters."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        self.params = MappingProxyType(self.params)

    def step(self, lr):
        self.params = MappingProxyType(gradient_step(dict(self.params), self.grads, lr))


class GrowingButReadFromTheEnd(GrowingFromTheFront):
    def backward(self, y):
        kept, self.a = self.a, self.a[-self.K - 1 :]
        grads = MyNetwork.backward(self, y)
        self.a = kept
        return grads


@pytest.mark.parametrize(
    "cls", [GrowingFromTheFront, GrowingAndReadInForward, GrowingWithoutParams]
)
def test_a_list_that_grows_is_named(cls):
    verdict = exercises.MyNetwork.check(cls)
    assert verdict.mistake == "network-cache-grows", verdict
    assert verdict.evidence == ("`a` has 4 entries after one `forward`, 8 after two",)


def test_a_list_that_grows_is_no_mistake_if_its_end_is_read():
    assert exercises.MyNetwork.check(GrowingButReadFromTheEnd).passed


class WithoutLastSigmoid(MyNetwork):
    def forward(self, x):
        super().forward(x)
        self.a[-1] = self.a[-2] @ self.params[f"W{self.K}"] + self.params[f"b{self.K}"]
        return self.a[-1]


class ShiftedWithoutLastSigmoid(WithoutLastSigmoid):
    """Its small numbers happen to lie between 0 and 1, for all that is drawn."""

    def __init__(self, sizes, activation="sigmoid", rng=None):
        super().__init__(sizes, activation, rng)
        last = f"b{self.K}"
        self.params = {name: v * 0.1 for name, v in self.params.items()}
        self.params[last] = self.params[last] + 0.5


@pytest.mark.parametrize("cls", [WithoutLastSigmoid, ShiftedWithoutLastSigmoid])
def test_an_output_without_a_sigmoid_is_named(cls):
    verdict = exercises.MyNetwork.check(cls)
    assert verdict.mistake == "network-forward-range", verdict
    assert "p leaves 0 to 1: the output has no sigmoid." in verdict.message


def without(name):
    class Own(MyNetwork):
        def backward(self, y):
            grads = super().backward(y)
            self.grads = {key: v for key, v in grads.items() if key != name}
            return self.grads

    return Own


class NamedAsParameters(MyNetwork):
    def backward(self, y):
        super().backward(y)
        self.kept, self.grads = self.grads, {}
        return {name[1:]: v for name, v in self.kept.items()}


def test_a_missing_gradient_is_named_with_its_layer():
    told = exercises.MyNetwork.check(without("dW1")).message
    assert told.startswith("`grads` has no `dW1`: does the loop reach layer 1?")
    told = exercises.MyNetwork.check(without("db2")).message
    assert told.startswith("`grads` has no `db2`: does the loop reach layer 2?")
    told = exercises.MyNetwork.check(NamedAsParameters).message
    assert told.startswith("`grads` has no `dW3`, but `W3`: the gradient has a d before the name.")


WEAK = {
    "`backward` returns nothing: the gradient check of the next cell needs `grads`.": Silent,
    "There is no dictionary `params`": right_05.ListsOfLayers,
    "`db1` lies flat, `b1` is a row": FlatGradients,
}


@pytest.mark.parametrize("told", WEAK)
def test_a_weak_class_passes_with_a_remark(told):
    verdict = exercises.MyNetwork.check(WEAK[told])
    assert verdict.passed and f"A remark: {told}" in verdict.message


def test_flat_biases_with_flat_gradients_are_no_weakness():
    assert exercises.MyNetwork.check(right_05.FlatBiases).message == "That is right."


# train


def round_too_many(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs + 1):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p, y))
        params = gradient_step(params, backward(y, cache, params), lr)
    return losses, p


REMARKS = {
    "Your `p` is from before the last step; compute it once": before_the_last_step,
    "You return one loss more": right_05.one_more_loss,
    "Is there one round too many?": round_too_many,
    "You measure the loss after each step": right_05.measured_after_each_step,
}


@pytest.mark.parametrize("told", REMARKS)
def test_a_weak_loop_passes_with_a_remark(told):
    verdict = exercises.train.check(REMARKS[told])
    assert verdict.passed and told in verdict.message


def test_a_training_that_starts_again_is_no_mistake():
    assert exercises.train.check(right_05.predictions_of_the_last_measurement).passed


# gradient_step


def over_the_names_alone(params, grads, lr):
    new = {}
    for name, v in params:
        new[name] = v - lr * grads[f"d{name}"]
    return new


def without_the_f(params, grads, lr):
    return {name: v - lr * grads["d{name}"] for name, v in params.items()}


def in_plain_letters(params, grads, lr):
    return {name: v - lr * grads["dname"] for name, v in params.items()}


NO_NAMES = {"dW": over_the_names_alone, "d{name}": without_the_f, "dname": in_plain_letters}


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_no_network_has_is_not_taken_for_another_network(name):
    verdict = exercises.gradient_step.check(NO_NAMES[name])
    assert verdict.mistake == "step-no-such-name"
    assert f"There is no gradient called `{name}`." in verdict.message
    assert "`.items()`" in verdict.message


def test_the_names_of_one_network_are_still_told():
    def third(params, grads, lr):
        return {"W3": params["W3"] - lr * grads["dW3"]}

    assert exercises.gradient_step.check(third).mistake == "step-fixed-names"


def into_the_given(params, grads, lr):
    for name in params:
        params[name] = params[name] - lr * grads[f"d{name}"]
    return params


def into_the_arrays(params, grads, lr):
    for name in params:
        params[name] -= lr * grads[f"d{name}"]
    return params


def test_a_dictionary_refilled_is_told_from_arrays_rewritten():
    verdict = exercises.gradient_step.check(into_the_given)
    assert verdict.mistake == "step-into-the-given"
    assert "into the dictionary you were handed: begin with an empty one." in verdict.message
    assert exercises.gradient_step.check(into_the_arrays).mistake == "step-in-place"


@pytest.mark.parametrize("rate", [0.3, 0.01])
def test_a_fixed_learning_rate_is_named(rate):
    def fixed(params, grads, lr):
        return {name: v - rate * grads[f"d{name}"] for name, v in params.items()}

    verdict = exercises.gradient_step.check(fixed)
    assert verdict.mistake == "step-rate-fixed" and "in place of `lr`" in verdict.message


def test_an_unusual_fixed_learning_rate_is_hinted_at():
    def fixed(params, grads, lr):
        return {name: v - 0.2718 * grads[f"d{name}"] for name, v in params.items()}

    assert "or a fixed number in place of `lr`" in exercises.gradient_step.check(fixed).message


# accuracy

AT_ONE_HALF = {
    "for class 1 only above it": lambda p, y: np.mean((p < 0.5) == (y == 0)),
    "you count it as wrong for both classes": lambda p, y: np.mean(abs(p - y) < 0.5),
    "you count it as right for both classes": lambda p, y: 1 - np.mean(abs(p - y) > 0.5),
}


@pytest.mark.parametrize("told", AT_ONE_HALF)
def test_what_is_wrong_at_one_half_only_is_told_so(told):
    message = exercises.accuracy.check(AT_ONE_HALF[told]).message
    assert message.startswith("Right, except where p is exactly 0.5") and told in message


def chained(p, y):
    return np.mean(p > 0.5 == y)


def joined(p, y):
    return np.mean((p > 0.5) and (y == 1))


def chosen_by_if(p, y):
    return np.mean([1 if p > 0.5 else 0] == y)


TRUTHS = {"accuracy-chained": chained, "and-on-arrays": joined, "if-on-array": chosen_by_if}


@pytest.mark.parametrize("id", TRUTHS)
def test_one_truth_value_for_many_has_more_than_one_cause(id):
    assert exercises.accuracy.check(TRUTHS[id]).mistake == id


def test_and_between_arrays_is_told():
    message = exercises.accuracy.check(joined).message
    assert "`and` takes two truth values, not two arrays" in message


# What the evidence tells


def test_stale_gradients_are_shown_without_an_internal_name():
    verdict = exercises.train.check(catalogue.wrong("train-gradient-stale"))
    assert verdict.evidence == ("the first wrong step is that of epoch 2",)


OF_MANY = {
    "linear-points-uneven": "for n = 4,000 the four quarters from 0 to 1 hold",
    "linear-labels-other-rule": "for n = ",
    "init-scale-one": "for n_in = 2 and n_out = 5000 the scale of the weights is",
    "train-uphill": "with lr 0.001 the loss changes by",
}


@pytest.mark.parametrize("id", OF_MANY)
def test_facts_of_many_numbers_stand_beside_their_own_arguments(id):
    (entry,) = (one for one in catalogue.ENTRIES if one.id == id)
    (told,) = getattr(exercises, entry.exercise).check(entry.code).evidence
    assert told.startswith(OF_MANY[id])


# Where it stopped: a notebook's cells are modules of their own


@pytest.fixture
def cell(tmp_path):
    """Runs code as a cell of one notebook, which is the dictionary that it returns."""
    notebook = {"np": np}

    def run(source):
        path = tmp_path / f"cell_{len(list(tmp_path.iterdir()))}.py"
        path.write_text(source, encoding="utf-8")
        exec(compile(source, str(path), "exec"), notebook)
        return notebook

    return run


LOOP = """def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(x, params)
        losses.append(cross_entropy(p[0], y[:, :, 0, 0]))
    return losses, p
"""


def test_the_function_of_another_cell_is_named(cell):
    notebook = cell("def cross_entropy(p, y):\n    return np.mean(-y * np.log(p))\n")
    cell("def cross_entropy(p, y):\n    return len(1.0)\n")
    notebook |= {"start": start, "forward": lambda x, params: (np.ones((1, 1)), {})}
    notebook = cell(LOOP.replace("y[:, :, 0, 0]", "y"))
    first, second, told = exercises.train.check(notebook["train"]).evidence
    assert first == "it stops in `cross_entropy`, at line 2:  return len(1.0)"
    assert second == "called at line 5:  losses.append(cross_entropy(p[0], y))"
    assert told.startswith("TypeError: ")


def test_labnets_own_function_is_named(cell):
    notebook = cell("")
    notebook |= {"start": start, "forward": forward, "cross_entropy": cross_entropy}
    notebook = cell(LOOP.replace("y[:, :, 0, 0]", "'y'"))
    first, _ = exercises.train.check(notebook["train"]).evidence
    assert first.startswith("it stops in labnet's `cross_entropy`, called at line 5:  losses.app")


def test_ones_own_line_is_told_without_a_name(cell):
    notebook = cell("")
    notebook |= {"start": start, "forward": forward, "cross_entropy": cross_entropy}
    notebook = cell(LOOP)
    first, _ = exercises.train.check(notebook["train"]).evidence
    assert first == "it stops at line 5:  losses.append(cross_entropy(p[0], y[:, :, 0, 0]))"


def test_a_method_is_named(cell):
    notebook = cell(
        "class MyNetwork:\n"
        "    def __init__(self, sizes, activation='sigmoid', rng=None):\n"
        "        self.a = sizes[7]\n"
    )
    first, _ = exercises.MyNetwork.check(notebook["MyNetwork"]).evidence
    assert first == "it stops in `__init__`, at line 3:  self.a = sizes[7]"


ENDLESS = {
    "while True:": "def accuracy(p, y):\n    k = 0\n    while True:\n        k = helper(k)\n",
    "for k in range(10**12):": (
        "def accuracy(p, y):\n    for k in range(10**12):\n        for j in range(3):\n"
        "            helper(j)\n"
    ),
}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
@pytest.mark.parametrize("line", ENDLESS)
def test_an_endless_loop_is_shown_by_its_first_line(cell, line, monkeypatch):
    monkeypatch.setattr(exercises.accuracy, "seconds", 0.2)
    cell("def helper(k):\n    for i in range(3):\n        k = k + 1\n    return k\n")
    notebook = cell(ENDLESS[line])
    verdict = exercises.accuracy.check(notebook["accuracy"])
    number = ENDLESS[line].split("\n").index(f"    {line}") + 1
    assert verdict.mistake == "endless-loop"
    assert verdict.evidence == (f"it was in the loop of line {number}:  {line}",)


# The kinds of points and labels


def bools_of_xor():
    x, y = make_xor()
    return x, y == 1


def lists_of_xor():
    x, y = make_xor()
    return x.tolist(), y


def bools_of_line(n, rng):
    x = rng.random((n, 2))
    return x.tolist(), x[:, :1] <= x[:, 1:]


KINDS = [
    ("make_xor", bools_of_xor, "Your labels are true and false; the loss needs `-y`, which NumPy"),
    ("make_xor", lists_of_xor, "You return lists; the cells below need arrays"),
    ("make_linear", bools_of_line, "Your labels are true and false; the loss needs `-y`, which"),
]


@pytest.mark.parametrize(("name", "make", "told"), KINDS)
def test_kinds_that_the_notebook_cannot_use_are_remarked(name, make, told):
    verdict = getattr(exercises, name).check(make)
    assert verdict.passed and f"A remark: {told}" in verdict.message


def test_a_hint_for_the_class_mentions_the_generator():
    assert any("`rng`" in hint for hint in exercises.MyNetwork.hints)
    assert "Section 6 of 04" in exercises.train.hints[0]


def test_an_accuracy_of_each_example_is_not_called_a_loss():
    verdict = exercises.accuracy.check(lambda p, y: (p > 0.5) == (y == 1))
    assert verdict.mistake == "not-averaged" and "loss" not in verdict.message


# Arguments and tuples

CAUSES = {
    "shape-in-brackets": [
        ("make_linear", lambda n, rng: (rng.random(n, 2), np.zeros((n, 1)))),
        ("init_layer", lambda n_in, n_out, rng: (np.ones((n_in, n_out)), np.zeros(1, n_out))),
        ("init_layer", lambda n_in, n_out, rng: (rng.normal(0.0, 1.0, n_in, n_out), 0.0)),
    ],
    "one-thing-at-a-time": [("make_xor", lambda: [].append(0.1, 0.1))],
    "tuple-for-array": [],
}


def unpacked_too_late(x, y, epochs, lr, seed):
    params = start(seed)
    for _ in range(epochs):
        p = forward(x, params)
        loss = cross_entropy(p, y)
    return [loss], p


def layers_as_tuples(x, y, epochs, lr, seed):
    rng, params = np.random.default_rng(seed), {}
    params["W1"] = init_layer(2, 10, rng)
    return forward(x, params)


CAUSES["tuple-for-array"] = [("train", unpacked_too_late), ("train", layers_as_tuples)]


@pytest.mark.parametrize(
    ("id", "name", "function"), [(id, *one) for id, pairs in CAUSES.items() for one in pairs]
)
def test_the_cause_of_an_exception_is_told(id, name, function):
    assert getattr(exercises, name).check(function).mistake == id


def test_the_tuple_is_named():
    told = [exercises.train.check(one).message for _, one in CAUSES["tuple-for-array"]]
    assert told[0].startswith("`p` is a tuple, where an array should stand")
    assert told[1].startswith("`params['W1']` is a tuple, where an array should stand")


# Variables of the notebook

GLOBAL_X = """def train(x, y, epochs, lr, seed):
    params, losses = start(seed), []
    for _ in range(epochs):
        p, cache = forward(X, params)
        losses.append(cross_entropy(p, Y))
        params = gradient_step(params, backward(Y, cache, params), lr)
    return losses, forward(X, params)[0]
"""
GLOBAL_P = """class MyNetwork(Right):
    def backward(self, y):
        self.a[-1] = p
        return super().backward(y)
"""
GLOBAL_K = """class MyNetwork(Right):
    def backward(self, y):
        dW1 = self.a[0].mT @ dz1
        return super().backward(y) | {"dW1": dW1}
"""


@pytest.mark.parametrize(
    ("name", "source", "variable"),
    [("train", GLOBAL_X, "X"), ("MyNetwork", GLOBAL_P, "p"), ("MyNetwork", GLOBAL_K, "dz1")],
)
def test_a_variable_of_the_notebook_comes_first(cell, name, source, variable):
    notebook = cell("")
    x, y = make_xor()
    notebook |= {"start": start, "forward": forward, "backward": backward, "Right": MyNetwork}
    notebook |= {"gradient_step": gradient_step, "cross_entropy": cross_entropy}
    notebook |= {"X": x + 0.01, "Y": y, "p": np.full((21, 1), 0.5), "dz1": np.ones((21, 3))}
    verdict = getattr(exercises, name).check(cell(source)[name])
    assert verdict.mistake == "notebook-variable" and f"`{variable}`" in verdict.message


# Steps in single precision


def test_a_step_that_drowns_in_single_precision_is_right():
    rng = np.random.default_rng(0)
    before, step = rng.normal(size=(4, 3)).astype(np.float32), 1e-5 * rng.normal(size=(4, 3))
    after = (before - step).astype(np.float32)
    assert as_rows(after[0]).dtype == np.float32 and as_rows([1, 2]).dtype == float
    assert factor(as_rows(before), as_rows(after), step, 1e-3) == 1
    assert factor(before.astype(float), after.astype(float), step, 1e-3) != 1
    assert factor(as_rows(before), as_rows(before), 1000 * step, 1e-3) == 0


def test_predictions_at_the_fixed_point_of_the_sigmoid_are_no_z():
    runs = SimpleNamespace(
        first=SimpleNamespace(), epochs=6, seed=0, y=np.tile([[1.0], [1.0], [0.0]], (7, 1))
    )
    runs.first.p = np.full((21, 1), 0.659046)
    loss = cross_entropy(runs.first.p, runs.y)
    runs.first.losses, runs.run = (
        np.full(6, loss),
        lambda **_: SimpleNamespace(losses=np.full(8, loss), p=runs.first.p),
    )
    assert not list(predictions(runs))
    runs.first.p = np.full((21, 1), 0.9)
    runs.first.losses[-1] = cross_entropy(sigmoid(runs.first.p), runs.y)
    assert [one.id for one in predictions(runs)] == ["train-p-is-z"]
