"""The Setup of the explorer's network: what the controls say, and nothing invented."""

from labnet import BinaryCrossEntropy, SquaredError
from labnet.experiments import Setup
from labnet.explorer.run.labnet_networks import setup_of
from labnet.explorer.run.settings import settings

BY_CONTROLS = ("hidden", "activation", "output", "loss", "init", "optimizer", "lr")
START = {name: one.default for name, one in settings().items()}


def test_what_no_control_decides_has_its_default():
    plain = vars(Setup(bias=True))
    kept = {name: value for name, value in vars(setup_of(START)).items() if name not in BY_CONTROLS}
    assert kept == {name: plain[name] for name in kept}
    assert {*kept, *BY_CONTROLS} == {*plain}


def test_the_controls_decide_the_rest():
    chosen = {"hidden": (), "activation": "tanh", "init": "he", "optimizer": "adam", "lr": 3.0}
    setup = setup_of(START | chosen | {"output": "none, squared error"})
    assert {name: getattr(setup, name) for name in chosen} == chosen
    assert setup.output == "none" and isinstance(setup.loss, SquaredError)
    assert isinstance(setup_of(START).loss, BinaryCrossEntropy)
