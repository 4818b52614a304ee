"""A network class as it is built: its arguments and its methods."""

import inspect

from ....support.signatures import fits, takes_any_name
from ...engine.properties import Found
from .lab import METHODS


def construction(lab):
    signature = inspect.signature(lab.cls)
    if hasattr(lab.cls, "_init_"):
        yield Found("network-init-misnamed", "it has `_init_`")
    yield from arguments_missing(lab.cls)
    try:
        signature.bind(lab.sizes, activation="sigmoid", rng=None)
        signature.bind(lab.sizes)
    except TypeError as error:
        yield Found("network-arguments", f"{lab.cls.__name__}{signature}: {error}")
    if not takes_any_name(lab.cls) and list(signature.parameters)[1:3] != ["activation", "rng"]:
        yield Found("network-arguments", f"{lab.cls.__name__}{signature}")
    net = lab.new()
    yield from without_generator(lab)
    missing = [name for name in METHODS if not callable(getattr(net, name, None))]
    if missing:
        names = ", ".join(name for name in vars(lab.cls) if name[0] != "_")
        yield Found("network-method-missing", f"it has {names or 'none'}", f"`{missing[0]}`")


def arguments_missing(cls):
    for name, wanted in METHODS.items():
        method = vars(cls).get(name)
        if not takes_one_only(method):
            continue
        told = f"{name}{inspect.signature(method)}"
        if list(inspect.signature(method).parameters) == ["self"]:
            yield Found("network-argument-missing", told, f"`{name}` takes no `{wanted}`")
        yield Found("network-self-missing", told, f"`{name}`")


def takes_one_only(method):
    """Whether it is a plain function that takes one argument, and no second one."""
    return inspect.isfunction(method) and fits(method, None) and not fits(method, None, None)


def without_generator(lab):
    try:
        lab.cls(list(lab.sizes))
    except (AttributeError, TypeError) as error:
        if "NoneType" not in str(error):
            raise
        told = f"{lab.cls.__name__}({lab.sizes}): {type(error).__name__}: {error}"
        yield Found("network-without-generator", told)
