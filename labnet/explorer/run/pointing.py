"""What is pointed at: an example, a weight, a unit, two units; and the panel that shows it."""

from ...support.errors import LabnetError
from . import hidden_space
from .entry import parse, present

PANELS = ("loss", "example", "weight", "hidden space")
SHOWN_IN = {"entry": "weight", "example": "example"}  # what the panel of a setting is


def require(session, name, value):
    """A LabnetError where the present network lacks what this setting points at."""
    if name == "entry" and value is not None:
        present(session, parse(value))
    if name == "space" and value is not None:
        hidden_space.present(session, value)


def lost(session, values):
    """The settings that point at nothing in this network, as None; and the panel without them."""
    gone = {name: None for name in ("entry", "space") if not exists(session, name, values[name])}
    values = values | gone
    return gone | {"panel": remaining(values)}


def exists(session, name, value):
    try:
        require(session, name, value)
    except LabnetError:
        return False
    return True


def turned(values, name):
    """The panel that is to be seen once this setting has changed."""
    if name not in SHOWN_IN:
        return values["panel"]
    return SHOWN_IN[name] if has(values, name) else remaining(values)


def remaining(values):
    """The panel, or the loss where it has nothing to show."""
    empty = [panel for name, panel in SHOWN_IN.items() if not has(values, name)]
    return "loss" if values["panel"] in empty else values["panel"]


def implied(values):
    """The panel of values that do not name one."""
    return next((panel for name, panel in SHOWN_IN.items() if has(values, name)), "loss")


def has(values, name):
    """Whether this setting has something for its panel: a unit of the network has not."""
    value = values[name]
    return value is not None and (name != "entry" or parse(value).is_parameter)
