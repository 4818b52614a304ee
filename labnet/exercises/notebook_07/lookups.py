"""What an exception tells of parameters, gradients and sums that were taken for each other."""

import re
import traceback

from ..engine.attempt import same


def two_meet(case, answer):
    """Whether NumPy was stopped by the shapes of two parameters."""
    shapes = re.findall(r"\(\d+,\d+\)", str(answer.error))
    return len(set(shapes)) == 2 and set(shapes) <= {
        "({},{})".format(*w.shape) for w in case.args[0].values()
    }


def asked(error):
    """The student's dictionaries that a KeyError may be from: its line asks them for that name."""
    frame, _ = list(traceback.walk_tb(error.__traceback__))[-1]
    line, key = traceback.extract_tb(error.__traceback__)[-1].line, error.args[0]
    read = re.sub(r"^[^=]*[^=+]=(?!=)", "", line)  # what is written into is not asked
    index = rf"""\[(\w+|['"]{key}['"])\]"""
    lacking = {k: v for k, v in frame.f_locals.items() if isinstance(v, dict) and key not in v}
    return [one for name, one in lacking.items() if re.search(rf"\b{name}{index}", read)]


def asking(of):
    """Whether a parameter's name was asked for, and each dictionary is of(it, the gradients)."""

    def shows(case, answer):
        params, grads_per_step, *_ = case.args
        known = isinstance(answer.error, KeyError) and answer.error.args[0] in params
        found = asked(answer.error) if known else []
        return bool(found) and all(of(one, grads_per_step) for one in found)

    return shows


def is_gradients(one, grads_per_step):
    return any(same(one, grads) for grads in grads_per_step)
