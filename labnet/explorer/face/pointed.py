"""What is pointed at, as the browser shows it: a weight and its gradient, or a unit and its map."""

from contextlib import suppress

import numpy as np

from ... import planar
from ..run import chain, nudging
from ..run.entry import gradient, parse
from .axes import axis
from .lesson import floats, number, text
from .shading import UNIT_SIDE, scale, shades

FLAT = 1e-3  # of the loss: as high as the axis of a flat course at least
NEXT = (
    "A step of gradient descent that moves this weight alone, by -lr dW, would take it to {} and L "
    "to {}."
)


def pointed(session, entry, box, side):
    """The entry's numbers and pictures; None if nothing is pointed at."""
    if entry is None or not session.trainer:
        return None
    entry = parse(entry)
    place = {"name": entry.name, "kind": entry.kind, "k": entry.k, "i": entry.i, "j": entry.j}
    if entry.is_parameter:
        return place | weight(session, entry)
    net = session.network()
    return net and place | unit(net, entry, box, side)


def weight(session, entry):
    """Everything that is known of a weight; what the student's code cannot give stays None."""
    shown = {
        "value": finite(nudging.value(session, entry)),
        "gradient": finite(gradient(session, entry)),
        "check": None,
        "edit": by_hand(session, entry),
        "along": None,
        "moments": [[name, finite(kept)] for name, kept in nudging.moments(session, entry)],
    }
    with suppress(Exception):
        shown["check"] = finite(nudging.slope(session, entry))
        shown["along"] = course(nudging.along(session, entry))
    return shown | {"text": words(entry, shown)}


def by_hand(session, entry):
    """What a hand changed last, if it was this weight, and what that did to L."""
    hand = session.hand
    if hand is None or hand.entry != entry:
        return None
    numbers = {"predicted": hand.predicted, "real": hand.real}
    return {"from": hand.start, "to": hand.value} | {k: finite(v) for k, v in numbers.items()}


def course(along):
    return {
        "values": floats(along.values),
        "losses": floats(along.losses),
        "axes": [axis(along.values[0], along.values[-1]), heights(along.losses)],
        "next": finite(along.step),
        "next_loss": finite(along.step_loss),
    }


def heights(losses):
    """The axis of these losses: from and to a multiple of a power of two, so that it stands."""
    seen = losses[np.isfinite(losses)]
    low, high = (seen.min(), seen.max()) if seen.size else (0.0, 1.0)
    room = max(high - low, FLAT * abs(high), 1e-9)
    unit = 2.0 ** np.floor(np.log2(room / 4))
    return axis(unit * (np.ceil(low / unit) - 1), unit * (np.floor(high / unit) + 1))


def words(entry, shown):
    """The whole in words."""
    dW = f"d{entry.name}[{entry.i}, {entry.j}]"
    said = [f"{entry} is {told(shown['value'])}"]
    said.append(f"{dW} is {told(shown['gradient'])} by backward, {told(shown['check'])} by nudging")
    if edit := shown["edit"]:
        said.append(
            f"Set by hand from {told(edit['from'])} to {told(edit['to'])}: dW times the change is "
            f"{told(edit['predicted'])}, L really changed by {told(edit['real'])}"
        )
    if shown["moments"]:
        kept = " and ".join(f"{name} {told(value)}" for name, value in shown["moments"])
        said.append(f"The optimizer keeps {kept}")
    if (along := shown["along"]) and along["next"] is not None:
        said.append(NEXT.format(told(along["next"]), told(along["next_loss"]))[:-1])
    return ". ".join(said) + "."


def told(value):
    return "unknown" if value is None else text(value).strip()


def unit(net, entry, box, side):
    """The unit's map, in the shades of its small one, and what they mean."""
    small, large = (
        chain.activations(net, planar.grid(box, n))[entry.k - 1][:, entry.j]
        for n in (UNIT_SIDE, side)
    )
    _, activation = chain.blocks(net)[entry.k - 1]
    low, high, reading = scale(activation, small)
    text = f"{entry} over x1 and x2, {reading}."
    return {"side": side, "map": shades(large, low, high), "text": text}


def finite(value):
    return None if value is None else number(value)
