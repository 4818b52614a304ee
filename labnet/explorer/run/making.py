"""Making the student's network: from a class, an object or a function, and anew for each start."""

import inspect
from copy import deepcopy

from ...experiments.setup import ACTIVATIONS, streams
from ...network import Network
from ...support import checks
from ...support.signatures import takes_any_name
from .labnet_networks import BUILT, GIVEN

METHODS = ("forward", "backward", "step")
NEVER = {"init", "optimizer"}  # the class decides these itself
ONLY = (
    "{} cannot be copied ({}), as an explorer does with an object at each start. Give the class, "
    "or a function that makes one: explore(lambda: ...)."
)


def twin(network):
    """A copy that shares nothing; None if it cannot be copied, as what holds a lock or a file."""
    try:
        return deepcopy(network)
    except Exception:  # of whatever it holds
        return None


def uncopied(network):
    """What in it cannot be copied, or ""."""
    if twin(network) is not None:
        return ""
    values = getattr(network, "__dict__", {}).items()
    held = [name for name, value in values if value is not None and twin(value) is None]
    names = ", ".join(f"self.{name}" for name in held)
    return f"it holds {names}" if held else "copy.deepcopy fails on it"


def usual_activation(network):
    """The activation that the class takes where none is named; sigmoid if it doesn't say."""
    accepted = inspect.signature(network).parameters if callable(network) else {}
    usual = accepted["activation"].default if "activation" in accepted else "sigmoid"
    return usual if isinstance(usual, str) and usual in ACTIVATIONS else "sigmoid"


def maker(network):
    """A function settings -> network, and the names of the controls that it cannot use."""
    checks.require(
        network is not Network,
        "network is labnet's class Network: leave it out, or give an object of it, or a class of "
        "your own.",
    )
    if not inspect.isclass(network) and all(hasattr(network, name) for name in METHODS):
        why = uncopied(network)
        checks.require(not why, ONLY.format(type(network).__name__, why))
        original = deepcopy(network)
        return lambda settings: original, NEVER | GIVEN
    checks.require(
        callable(network),
        f"network is {network!r}; expected a class with {', '.join(METHODS)}, an object of it, or "
        "a function that makes one.",
    )
    return built(network)


def built(network):
    """The same for a class, or a function that builds an object."""
    accepted = inspect.signature(network).parameters
    required = [one for one in accepted.values() if one.default is one.empty]
    if "sizes" not in accepted and not required:
        return lambda settings: network(), NEVER | BUILT
    by_name = takes_any_name(network)
    first = next(iter(accepted.values()))
    by_place = first.kind not in (first.KEYWORD_ONLY, first.VAR_KEYWORD)
    optional = [name for name in ("activation", "rng") if by_name or name in accepted]

    def make(settings):
        _, rng, _ = streams(settings["seed"])
        values = {"activation": settings["activation"], "rng": rng}
        named, sizes = {name: values[name] for name in optional}, [2, *settings["hidden"], 1]
        return network(sizes, **named) if by_place else network(sizes=sizes, **named)

    return make, NEVER | ({"activation"} - set(optional))
