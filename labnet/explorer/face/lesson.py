"""One example's pass as the browser shows it: numbers at the units, and one operation in words."""

import numpy as np

from ..run import chain
from ..run.doubt import doubt
from ..run.slope_at import tangent
from .axes import axis

MOST_ROWS, MOST_COLUMNS = 4, 2  # of a matrix that is written out
BOTH = "The lines show yours, the table the chain rule's."
SLOPE = " At unit {unit}, z is {z} and a is {a}: there the slope is {slope}."
FIGURE_SPACE = "\u2007"  # as wide as a digit; lines break between numbers only


def lesson(session, index, stage, entry=None):
    """What is known of the pass of example `index`; None if none is picked. entry : pointed at."""
    if index is None or index >= len(session.X):
        return None
    seen, own = session.follow(index)
    x, y, p = session.X[index], session.y[index, 0], session.p[index, 0]
    shown = {
        "index": index,
        "facts": f"x = ({x[0]:.3g}, {x[1]:.3g}) · y = {y:.0f} · p = {text(p).strip()}"
        + " · held out: no step sees it" * int(session.held[index]),
        "x": x.tolist(),
        "y": int(y),
        "loss": None,
        "layers": [],
        "dW": b"" if own is None else floats(own),
        "stages": [],
        "stage": None,
        "note": "",
    }
    return shown if seen is None else shown | through(seen, own, stage, shown["facts"], entry)


def through(seen, own, stage, facts, entry):
    """What is known only where the network's insides are."""
    operations = chain.operations(seen)
    dtheta = seen.dtheta if own is None else own
    return {
        "facts": f"{facts} · L = {text(seen.arrays['L']).strip()}",
        "loss": number(seen.arrays["L"]),
        "layers": [layer(seen, k) for k in range(1, seen.last + 1)],
        "dW": floats(dtheta),
        "stages": [operation.formula for operation in operations],
        "stage": described(seen, operations, min(stage, len(operations) - 1), entry),
        "note": (found := doubt(seen, own)) and f"{found} {BOTH}",
    }


def layer(seen, k):
    names = {"z": f"z{k}", "a": seen.a(k), "dz": f"dz{k}", "da": f"d{seen.a(k)}"}
    return {name: [number(v) for v in seen.arrays[key][0]] for name, key in names.items()}


def described(seen, operations, index, entry):
    operation = operations[index]
    slope = at_slope(seen, operation, entry)
    rows = [(symbol, "input") for symbol in operation.inputs] + [(operation.result, "result")]
    return {
        "index": index,
        "direction": operation.direction,
        "formula": operation.formula,
        "words": operation.words + (SLOPE.format(**numbers(slope)) if slope else ""),
        "column": operation.layer,
        "marks": [symbol.removeprefix("new ") for symbol, _ in rows],
        "tangent": slope and drawn(slope),
        "rows": "".join(row(symbol, seen.arrays[symbol], role) for symbol, role in rows),
    }


def at_slope(seen, operation, entry):
    """The Tangent of an operation that takes dz from da; None of the others."""
    through = operation.result == f"dz{operation.layer}"
    found = tangent(seen, operation.layer, entry) if through else None
    return found if found and np.isfinite([found.z, found.a, found.slope]).all() else None


def drawn(slope):
    """The curve and its axes, with room above and below."""
    (left, low), (right, high) = slope.curve.min(axis=0), slope.curve.max(axis=0)
    room = 0.08 * (high - low)
    axes = [axis(left, right), axis(low - room, high + room)]
    return vars(slope) | {"curve": floats(slope.curve), "axes": axes}


def numbers(slope):
    return {"unit": slope.unit} | {k: text(getattr(slope, k)).strip() for k in ("z", "a", "slope")}


def row(symbol, array, role):
    """A row of the table: symbol, shape, numbers."""
    shape = array.shape if array.ndim else "a number"
    cells = f"<th scope=row>{symbol}</th><td>{shape}</td><td>{written(array)}</td>"
    return f"<tr class=lx-{role}>{cells}</tr>"


def written(array):
    """Every number of a row, and as much of a matrix as can be read."""
    if array.ndim == 0 or len(array) == 1:
        return " ".join(map(text, array.ravel()))
    rows = [FIGURE_SPACE.join(map(text, line[:MOST_COLUMNS])) for line in array[:MOST_ROWS]]
    more = FIGURE_SPACE + "…" if array.shape[1] > MOST_COLUMNS else ""
    below = ["…"] if len(array) > MOST_ROWS else []
    return "\n".join([*(line + more for line in rows), *below])


def text(value):
    """Four digits, in a column of nine."""
    value = value + 0.0  # no -0.0
    small = 0 < abs(value) < 0.001
    digits = f"{value:9.1e}" if small or abs(value) >= 1e4 else f"{value:9.4f}"
    return digits.replace("-", "−").replace(" ", FIGURE_SPACE)


def floats(values):
    """Beyond the range of 32 bits: infinite."""
    with np.errstate(over="ignore"):
        return np.asarray(values, np.float32).tobytes()


def number(value):
    """None for what JSON cannot say."""
    return float(value) if np.isfinite(value) else None
