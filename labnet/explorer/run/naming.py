"""What a run and its network are called: by the settings that tell them apart from others."""

NETWORK = ("hidden", "activation")


def label(table, values):
    """What a reader tells runs apart by: the rate, the network, and what is not as usual."""
    rate = f"lr {table['lr'].write(values['lr'])}"
    network = [shape(values)] if "hidden" in values else []
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
    chosen = setting.kind in ("choice", "pictures")
    return value if chosen else f"{setting.label} {setting.text(value)}"


def shape(values):
    """The sizes and the activation, where there are units that have one: 2-10-10-1, sigmoid."""
    sizes = "-".join(map(str, (2, *values["hidden"], 1)))
    bent = values["hidden"] and "activation" in values
    return f"{sizes}, {values['activation']}" if bent else sizes
