"""An explorer in words: what is trained, how, and how far it has come."""

import numpy as np

from ..run.datasets import DRAWN, YOURS
from ..run.naming import NETWORK, unusual

PICK = "Pick an example to see both."
ARROWS = "Left and right arrow: next array; up and down: next entry."


def words(controller):
    """The whole state as one sentence, and why the training stopped if it did."""
    session, values = controller.session, controller.run.values
    told = {"data", "optimizer", "seed", *NETWORK}
    rate = f"lr {session.lr:g}"
    parts = [
        data_words(values),
        controller.networks.named(values),
        f"{values['optimizer']} with {rate}" if "optimizer" in values else rate,
        *([f"seed {values['seed']}"] if "seed" in values else []),
        *unusual(controller.table, values, told),
        f"epoch {session.epoch}, loss {short(session.loss)}, accuracy {session.accuracy:.4f}",
        *held_out_words(session),
        *filter(None, [session.remark, session.doubt, *controller.error.splitlines()]),
    ]
    return "; ".join(parts)


def data_words(values):
    special = {YOURS: "your own data", DRAWN: f"points drawn by hand ({len(values['points'])})"}
    return special.get(values["data"], f"{values['data']} data")


def figures(known):
    """The numbers beside the plots."""
    session, unknown = known.session, np.isnan(known.session.accuracy)
    return {
        "epoch": str(session.epoch),
        "goal": f"of {known.goal}" if known.goal else "",
        "loss": digits(session.loss),
        "accuracy": "unknown" if unknown else f"{session.accuracy:.2f}",
        "right": "" if unknown else "{} of {}".format(*session.right(~session.held)),
        "held": f"held out {digits(session.held_out_loss)}" if session.holds_out else "",
        "doubt": session.remark or session.doubt and f"{session.doubt} {PICK}",
    }


def spoken(session):
    """How far the run has come, for those who hear it."""
    trained = f"Epoch {session.epoch}, loss {short(session.loss)}, {right(session, ~session.held)}."
    loss = short(session.held_out_loss)
    held_out = f" Held out: loss {loss}, {right(session, session.held)}."
    return trained + held_out * session.holds_out


def right(session, part):
    known, n = session.right(part)
    return "p unknown" if known is None else f"{known} of {n} right"


def held_out_words(session):
    """One part of the sentence where points are held out, none elsewhere."""
    loss, accuracy = session.held_out_loss, session.held_out_accuracy
    told = f"held-out loss {short(loss)}, held-out accuracy {accuracy:.4f}"
    return [told] if session.holds_out else []


def labels(known):
    """What each canvas shows."""
    now = spoken(known.session)
    pins = [pin_text(pin) for pin in known.pins]
    seeds = [known.seeds.text] if known.seeds else []
    return {
        "map": f"Decision map: p over x1 and x2. {now}",
        "lossCanvas": ". ".join([f"Loss over the epochs. {now}", *pins, *seeds]),
        "network": f"{known.networks.named(known.run.values)}. {ARROWS}",
    }


def pin_text(pin):
    return f"{pin.name}: {pin.label} · epoch {pin.run.epochs}, loss {short(pin.losses[-1])}"


def digits(L):
    return "unknown" if np.isnan(L) else f"{L:#.4g}"


def short(L):
    if np.isnan(L):
        return "unknown"
    return f"{L:.4f}" if abs(L) < 1e4 else f"{L:.2g}"
