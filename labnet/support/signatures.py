"""Signatures: with which arguments something can be called."""

import inspect


def fits(function, /, *args, **named):
    """Whether it can be called with these; True for what does not tell, such as some built-ins."""
    try:
        inspect.signature(function).bind(*args, **named)
    except TypeError:
        return False
    except ValueError:
        pass
    return True


def takes_any_name(function):
    """Whether it takes whatever comes by name, as with `**settings`."""
    each = inspect.signature(function).parameters.values()
    return any(one.kind is one.VAR_KEYWORD for one in each)
