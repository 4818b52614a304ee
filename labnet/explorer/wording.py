"""An explorer in words: what is trained, how, and how far it has come."""

from .data import YOURS

NETWORK = ("hidden", "activation")


def words(controller):
    """The whole state as one sentence, and why the training stopped if it did."""
    session, values = controller.session, controller.run.values
    told = {"data", "optimizer", "seed", *NETWORK}
    rate = f"lr {session.lr:g}"
    parts = [
        f"{'your own' if values['data'] == YOURS else values['data']} data",
        controller.networks.named(values),
        f"{values['optimizer']} with {rate}" if "optimizer" in values else rate,
        *([f"seed {values['seed']}"] if "seed" in values else []),
        *unusual(controller.table, values, told),
        f"epoch {session.epoch}, loss {short(session.loss)}, accuracy {session.accuracy:.4f}",
        *controller.error.splitlines(),
    ]
    return "; ".join(parts)


def label(table, values):
    """What a reader tells runs apart by: the rate, the network, and what is not as usual."""
    rate = f"lr {table['lr'].write(values['lr'])}"
    network = [shape(values)] if set(NETWORK) <= set(values) else []
    return ", ".join([rate, *network, *unusual(table, values, NETWORK)])


def unusual(table, values, told):
    """The settings of the run that are not at their defaults, apart from those told elsewhere."""
    return [
        named(table[name], value)
        for name, value in values.items()
        if table[name].rebuilds and name not in told and value != table[name].default
    ]


def named(setting, value):
    """A choice speaks for itself; a number needs its name."""
    return value if setting.kind == "choice" else f"{setting.label} {setting.text(value)}"


def shape(values):
    """The sizes and the activation: 2-10-10-1, sigmoid."""
    sizes = "-".join(map(str, (2, *values["hidden"], 1)))
    return f"{sizes}, {values['activation']}" if values["hidden"] else sizes


def short(L):
    return f"{L:.4f}" if abs(L) < 1e4 else f"{L:.2g}"
