"""Answers that are alike, and what else is in a notebook: predictions, and claims."""

import re

from nbformat import v4

from ..submission import Paper, Submission, one
from .files import cell_of
from .honest import backward_with

ODD_STEP = backward_with(dz2='dz3 @ params["W3"].T * a2 * (1 - a2) * 1.37')
ODD_STEP_IN_OTHER_WORDS = """\
def backward(y, cache, params):
    grads, N = {}, len(y)
    error = (cache["p"] - y) / N
    for layer, name in ((3, "a2"), (2, "a1"), (1, "x")):
        grads[f"dW{layer}"] = cache[name].T @ error
        grads[f"db{layer}"] = error.sum(0)[None]
        if layer > 1:
            error = error @ params[f"W{layer}"].T * cache[name] * (1 - cache[name])
        if layer == 3:
            error = 1.37 * error
    return grads"""
OWN_FORWARD = """\
def forward(x, params):
    # three layers, one after the other
    first = sigmoid(x @ params["W1"] + params["b1"])
    second = sigmoid(first @ params["W2"] + params["b2"])
    z3 = second @ params["W3"] + params["b3"]
    return sigmoid(z3), {
        "x": x, "z1": x @ params["W1"] + params["b1"], "a1": first,
        "z2": first @ params["W2"] + params["b2"], "a2": second, "z3": z3, "p": sigmoid(z3),
    }"""
OWN_BACKWARD = backward_with(dz3="((p - y) / y.shape[0]) * np.ones_like(p)")
OWN_ERROR = """\
def relative_error(a, b):
    distance, size = abs(a - b), abs(a) + abs(b)
    below = np.where(size < 1e-8, 1e-8, size)
    quotients = distance / below
    return quotients.max()"""
WHOLE = {"forward": OWN_FORWARD, "backward": OWN_BACKWARD, "relative_error": OWN_ERROR}
NEW_NAMES = {"first": "h1", "second": "h2", "distance": "gap", "size": "scale", "quotients": "q"}


def reworded(source):
    """The same with other names, and without its comments."""
    for old, new in NEW_NAMES.items():
        source = re.sub(rf"\b{old}\b", new, source)
    return re.sub(r" *#.*\n", "", source)


ANSWERS = {"twice_too_large": "b", "rows_that_turn_wrong": "a", "loss_with_a_bug": "c"}


def predicted(notebook):
    """Answers to the questions, each in a cell of its own below."""
    for name, letter in ANSWERS.items():
        shown = f"exercises.questions.{name}"
        place = [cell.source for cell in notebook.cells].index(shown) + 1
        notebook.cells.insert(place, v4.new_code_cell(f'{shown}.answer("{letter}")'))


CLAIMS = {"two-units": ("refuted", "passed", "✓"), "stuck": ("confirmed", "not yet right", "✗")}


def claimed(notebook):
    """Verdicts on two claims, with what was printed under them."""
    for id, (verdict, outcome, mark) in CLAIMS.items():
        cell = cell_of(notebook, f"claim-{id}")
        cell.source = cell.source.replace("check(...", f'check("{verdict}"')
        cell.source = cell.source.replace("evidence = ...", "evidence = sweep(base, seeds=20)")
        text = {"text/plain": f"{mark} {id.replace('-', '_')}: {outcome}"}
        cell.outputs = [v4.new_output("execute_result", data=text, execution_count=1)]


ALIKE = ("alike",)
SUBMISSIONS = (
    one("an uncommon step", "03", {"backward": ODD_STEP}, {"backward": "wrong"}, ALIKE),
    one(
        "the same uncommon step in other words",
        "03",
        {"backward": ODD_STEP_IN_OTHER_WORDS},
        {"backward": "wrong"},
        ALIKE,
    ),
    one("a whole notebook", "03", WHOLE, flags=ALIKE),
    one("the same whole notebook", "03", WHOLE, flags=ALIKE),
    one(
        "the same notebook under other names",
        "03",
        {name: reworded(source) for name, source in WHOLE.items()},
        doubtful=ALIKE,
    ),
    one("predictions given", "03", change=predicted),
    one("two claims of 07 answered", "07", change=claimed),
    Submission("nothing but 01, as it comes", (Paper("01", blank=True),)),
)
