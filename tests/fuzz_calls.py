"""The public calls, each with arguments that are right; `test_fuzz.py` makes them wrong."""

import tempfile
from pathlib import Path

import numpy as np
from helpers import X, Y, small_network

import labnet
from labnet import exercises, explore, plots, presets, report, sweep
from labnet.spread import wilson

B = presets["B"].replace(epochs=3)


def rng():
    return np.random.default_rng(0)


def data():
    return {"X": X, "y": Y}


def training():
    return {"net": small_network(), **data(), "loss": labnet.SquaredError()} | {
        "optimizer": labnet.GradientDescent(0.1),
        "epochs": 3,
    }


OPTIONS = {
    "batch_size": 2,
    "shuffle": None,
    "schedule": None,
    "weight_decay": 0.1,
    "held_out": (X[:4], Y[:4]),
    "stop_loss": 0.01,
    "stop_accuracy": 0.9,
    "report": labnet.BinaryCrossEntropy(),
    "decision": "round",
    "log_every": 1,
    "log_format": "{epoch} {loss}",
    "progress": False,
}


def runs_of(name, kind):
    """A layer, a loss or an optimizer that is made and then used."""

    def use(**given):
        made, theta = kind(**given), np.ones(3)
        if name == "layer":
            net = labnet.Network(labnet.Linear(2, 2), made, labnet.Linear(2, 1), rng=rng())
            return labnet.loss_and_gradient(net, X, Y, labnet.SquaredError())
        if name == "loss":
            return made.forward(Y, Y), made.backward()
        made.step(theta, np.ones(3))
        return theta

    return use


def loss_of(kind):
    def use(p, y):
        loss = kind()
        return loss.forward(p, y), loss.backward()

    return use


def linear(**given):
    return labnet.Network(labnet.Linear(**given), labnet.Sigmoid(), rng=rng())


def network(layer, rng, runs):
    return labnet.Network(labnet.Linear(2, 2), layer, labnet.Linear(2, 1), rng=rng, runs=runs)


def backward(x, dp):
    net = small_network()
    net.forward(x)
    return net.backward(dp)


def assigned(values):
    net = small_network()
    net.theta = values
    return net.predict(X)


def saved(path):
    with tempfile.TemporaryDirectory() as folder:
        net = small_network()
        net.save(Path(folder) / path if isinstance(path, str) else path)


def replaced(**changes):
    return presets["B"].replace(**{"epochs": 3} | changes).run("xor", log=False)


def drawn(**changes):
    return repr(presets["B"].replace(epochs=3, **changes).run("linear", log=False))


def shown(state):
    return explore(state=state).state


def attribute(name):
    def use(value):
        explorer = explore(lr=0.1)
        setattr(explorer, name, value)
        return explorer.state

    return use


def entry():
    return {"entry": "W1[0, 0]"}


def history_shown(what):
    history = labnet.train(**training())
    return plots.learning_curve(history, what)


def claim(verdict, evidence):
    return exercises.claims.two_units.check(verdict, evidence)


def selected(**given):
    found = sweep(B, {"lr": [0.1, 1], "hidden": [2]}, seeds=1, progress=False)
    return found.select(**given), found.plot("loss")


FAST = {
    "Linear": (linear, lambda: {"n_in": 2, "n_out": 1, "bias": True, "init": "he"}),
    "Linear of biases": (linear, lambda: {"n_in": 2, "n_out": 1, "bias_init": "normal"}),
    "LeakyReLU": (runs_of("layer", labnet.LeakyReLU), lambda: {"alpha": 0.1}),
    "Network": (network, lambda: {"layer": labnet.Tanh(), "rng": rng(), "runs": 2}),
    "sigmoid": (labnet.sigmoid, lambda: {"z": X}),
    "forward": (lambda x: small_network().forward(x), lambda: {"x": X}),
    "predict": (lambda x: small_network().predict(x), lambda: {"x": X}),
    "backward": (backward, lambda: {"x": X, "dp": Y}),
    "theta": (assigned, lambda: {"values": np.ones(9)}),
    "SquaredError": (runs_of("loss", labnet.SquaredError), lambda: {"reduction": "sum"}),
    "BinaryCrossEntropy": (
        runs_of("loss", labnet.BinaryCrossEntropy),
        lambda: {"reduction": "sum", "eps": 0.1},
    ),
    "the squared error": (loss_of(labnet.SquaredError), lambda: {"p": Y, "y": Y}),
    "the cross-entropy": (loss_of(labnet.BinaryCrossEntropy), lambda: {"p": Y, "y": Y}),
    "GradientDescent": (runs_of("", labnet.GradientDescent), lambda: {"lr": 0.1}),
    "Momentum": (runs_of("", labnet.Momentum), lambda: {"lr": 0.1, "beta": 0.9}),
    "AdaGrad": (runs_of("", labnet.AdaGrad), lambda: {"lr": 0.1, "eps": 1e-8}),
    "Adam": (
        runs_of("", labnet.Adam),
        lambda: {"lr": 0.1, "beta1": 0.9, "beta2": 0.9, "eps": 1e-8},
    ),
    "accuracy": (labnet.accuracy, lambda: {"p": Y, "y": Y, "decision": "round"}),
    "linear_data": (labnet.linear_data, lambda: {"n": 5, "rng": rng(), "noise": 0.1}),
    "xor_data": (labnet.xor_data, lambda: {"rng": rng(), "noise": 0.1}),
    "circles_data": (labnet.circles_data, lambda: {"n": 5, "rng": rng(), "noise": 0.1}),
    "spiral_data": (labnet.spiral_data, lambda: {"n": 5, "rng": rng(), "noise": 0.1}),
    "loss_and_gradient": (
        labnet.loss_and_gradient,
        lambda: {"net": small_network(), **data(), "loss": labnet.SquaredError()},
    ),
    "numerical_gradient": (
        labnet.numerical_gradient,
        lambda: {"f": lambda x: np.tanh(x).sum(), "x": np.ones(3), "h": 1e-5},
    ),
    "check_gradients": (
        labnet.check_gradients,
        lambda: {"net": small_network(), **data(), "loss": labnet.SquaredError()},
    ),
    "check_gradients of a pair": (
        labnet.check_gradients,
        lambda: {
            "net": (lambda x, params: (0.5 * Y, x), lambda y, cache, params: {"dW": 0 * Y[:2]}),
            "params": {"W": np.ones((2, 1))},
            **data(),
            "loss": labnet.SquaredError(),
        },
    ),
    "train": (labnet.train, training),
    "train with options": (labnet.train, lambda: training() | OPTIONS),
    "wilson": (wilson, lambda: {"k": 3, "n": 10}),
    "presets": (lambda name: presets[name], lambda: {"name": "B"}),
    "run": (B.run, lambda: {"data": "xor", "seed": 0, "runs": 2, "log": False}),
    "report.table": (
        report.table,
        lambda: {"number": 1, "caption": "What.", "rows": [["a"], ["b"]]},
    ),
    "report.say": (report.say, lambda: {"text": "It took 3."}),
    "save": (saved, lambda: {"path": "net"}),
    "a claim": (claim, lambda: {"verdict": "refuted", "evidence": None}),
    "a question": (exercises.questions.larger_of_two.answer, lambda: {"letter": "a"}),
    "the bug": (exercises.find_the_bug.check, lambda: {"layer": "Linear", "what": "dW"}),
    "another bug": (lambda seed: repr(exercises.find_the_bug.new(seed)), lambda: {"seed": 1}),
    "a hint": (exercises.sigmoid.hint, lambda: {"level": 1}),
    "a solution": (exercises.sigmoid.solution, lambda: {"reveal": True}),
    "progress": (exercises.progress, lambda: {"notebook": "03"}),
    "data of a preset": (drawn, lambda: {"n": 5, "noise": 0.1, "held_out": 4}),
    "gradients of a preset": (replaced, lambda: {"lr": 0.1, "hidden": 3, "activation": "tanh"}),
}

ATTRIBUTES = (
    *("state", "lr", "hidden", "data", "seed", "example", "optimizer", "retrain"),
    *("entry", "panel", "bend", "space", "held_out", "decay", "points"),
)
FIELDS = vars(B.on("xor"))

# Slower ones, with fewer examples

STATE = "data=xor; lr=0.3; hidden=2; activation=tanh; seed=1; epoch=5"
SLOW = {
    "exercises.sigmoid.use": (exercises.sigmoid.use, lambda: {"function": labnet.sigmoid}),
    "exercises.train.check": (exercises.train.check, lambda: {"function": labnet.train}),
    "exercises.backward.use": (exercises.backward.use, lambda: {"function": print}),
    "a field": (replaced, lambda: FIELDS),
    "sweep": (
        sweep,
        lambda: (
            {"base": B, "over": {"lr": [0.1]}, "data": "xor", "seeds": 2, "keep": {}}
            | {"measures": {}, "file": None, "executor": None, "progress": False, "epochs": 3}
        ),
    ),
    "select": (selected, lambda: {"lr": 0.1, "hidden": 2}),
    "explore": (
        lambda **given: explore(**given).state,
        lambda: {"network": None, "data": "xor", "state": None, "hide": (), "lock": ()},
    ),
    "explore with values": (
        lambda **given: explore(**given).state,
        lambda: {
            "lr": 0.1,
            "hidden": (2,),
            "batch": 1,
            "seed": 0,
            "noise": 0.1,
            "output": "linear",
        },
    ),
    "a state": (shown, lambda: {"state": STATE}),
    **{f"explorer.{name}": (attribute(name), lambda: {"value": 0}) for name in ATTRIBUTES},
    "explorer.train": (lambda epochs: explore().train(epochs), lambda: {"epochs": 3}),
    "explorer.over_seeds": (lambda seeds: explore().over_seeds(seeds), lambda: {"seeds": 2}),
    "explorer.check_weight": (lambda entry: explore().check_weight(entry), entry),
    "explorer.along": (lambda entry: explore().along(entry), entry),
    "explorer.set_weight": (
        lambda entry, value: explore().set_weight(entry, value),
        lambda: {"entry": "W1[0, 0]", "value": 0.5},
    ),
    "plots.points": (plots.points, data),
    "plots.comparison": (plots.comparison, lambda: {"predict": small_network(), **data()}),
    "plots.decision_surface": (
        plots.decision_surface,
        lambda: {"predict": small_network().predict, **data()},
    ),
    "plots.learning_curve": (history_shown, lambda: {"what": "losses"}),
    "plots.learning_curve of": (plots.learning_curve, lambda: {"history": None, "what": "losses"}),
    "plots.curves": (
        plots.curves,
        lambda: {"curves": {"a": np.ones(3)}, "x": np.arange(3.0), "xlabel": "x", "ylabel": "y"},
    ),
    "plots.activation": (plots.activation, lambda: {"layer": labnet.Tanh()}),
    "plots.architecture": (plots.architecture, lambda: {"sizes": (2, 3, 1)}),
    "plots.hidden_units": (plots.hidden_units, lambda: {"net": small_network(), **data()}),
    "plots.hidden_space": (
        plots.hidden_space,
        lambda: {"net": small_network(), **data(), "layer": None, "units": (0, 1), "bend": 0.5},
    ),
    "plots.histograms": (
        plots.histograms,
        lambda: {"nets": {"a": small_network()}, **data(), "loss": labnet.SquaredError()},
    ),
    "plots.graph": (
        plots.graph,
        lambda: {"net": small_network(), "x": X[:1], "y": Y[:1], "loss": labnet.SquaredError()},
    ),
    "plots.passes": (plots.passes, lambda: {"sizes": (2, 3, 1), "n": 5, "wrong": ()}),
    "plots.predictions": (plots.predictions, lambda: {"predict": small_network(), **data()}),
    "plots.loss_surface": (
        plots.loss_surface,
        lambda: (
            {"net": small_network(), **data(), "loss": labnet.SquaredError(), "rng": rng()}
            | {"reach": 1.0}
        ),
    ),
}
