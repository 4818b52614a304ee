"""The state of an explorer as a short text, and back: "data=xor; lr=0.3; ...; epoch=200"."""

from dataclasses import dataclass, field, replace

from ...support import checks
from . import edits, pointing

WEIGHTS = ("given", "changed")
ALWAYS = ("data", "lr", "hidden", "activation", "seed")
LONGEST, MOST_EPOCHS, MOST_PINS = 20_000, 1_000_000, 4
EXPECTED = "expected what explorer.state gives, such as 'data=xor; lr=0.3; hidden=10,10; epoch=200'"


@dataclass(frozen=True)
class Run:
    """All that brings one run back: train `epochs` with these values, and with these rates.

    rates : [(epoch, lr), ...]: from which epoch on which learning rate holds.
    edits : the weights that were set by hand, as Edits in the order of their epochs.
    weights : "given" for those of a network that was given, "changed" for those that somebody has
    changed meanwhile; else they come from the seed.
    """

    values: dict
    rates: list
    epochs: int
    edits: list = field(default_factory=list)
    weights: str = ""

    def until(self, epochs):
        """The same for so many epochs: a rate that would hold later holds at their end, and what
        would be set later is not.
        """
        rates = {min(epoch, epochs): lr for epoch, lr in self.rates}
        edits = [one for one in self.edits if one.epoch <= epochs]
        return replace(self, rates=list(rates.items()), epochs=epochs, edits=edits)


def write(table, run):
    """The settings that differ from their defaults, those that everybody asks for, the epochs.

    A setting that `values` lacks is left out.
    """
    values = run.values
    named = [name for name in table if name in values]
    usual = {name: table[name].default for name in named} | {"panel": pointing.implied(values)}
    asked = [name for name in named if name in ALWAYS or values[name] != usual[name]]
    items = {name: table[name].write(values[name]) for name in asked}
    items["lr"] = write_rates(table["lr"], run.rates)
    items |= {"edits": edits.write(run.edits)} if run.edits else {}
    items |= {"weights": run.weights} if run.weights else {}
    return "; ".join(f"{name}={text}" for name, text in items.items()) + f"; epoch={run.epochs}"


def write_rates(setting, rates):
    """0.3, or 1,0.3@500 where the rate was changed after 500 epochs."""
    first, *others = rates
    later = (f"{setting.write(lr)}@{epoch}" for epoch, lr in others)
    return ",".join([setting.write(first[1]), *later])


def read(table, text):
    """The Run of one text; what the text does not name has its default."""
    pairs = [split(item) for item in text.split(";") if item.strip()]
    items, known = dict(pairs), [*table, "edits", "weights", "epoch"]
    for name in items:
        checks.one_of(name, known, "A name in the state")
        texts = [other for key, other in pairs if key == name]
        checks.require(
            len(texts) == 1,
            f"The state has {name} twice, as {texts[0]!r} and {texts[-1]!r}: keep one.",
        )
    weights = items.pop("weights", "")
    if weights:
        checks.one_of(weights, WEIGHTS, "weights")
    epoch = read_epoch(items.pop("epoch", "0"))
    rates = read_rates(table["lr"], items.pop("lr", table["lr"].write(table["lr"].default)))
    by_hand = edits.read(items.pop("edits"), epoch) if "edits" in items else []
    values = {name: setting.default for name, setting in table.items()}
    values |= {name: table[name].read(item) for name, item in items.items()}
    if "panel" not in items:
        values["panel"] = pointing.implied(values)
    return Run(values | {"lr": rates[-1][1]}, rates, epoch, by_hand, weights)


def split(item):
    name, equals, text = item.partition("=")
    checks.require(equals, f"The state has {item.strip()!r}; {EXPECTED}.")
    return name.strip(), text.strip()


def read_epoch(text):
    whole = text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= MOST_EPOCHS
    checks.require(whole, f"epoch is {text!r}; expected 0 to {MOST_EPOCHS}.")
    return int(text)


def read_rates(setting, text):
    rates = []
    for part in text.split(","):
        lr, _, epoch = part.partition("@")
        rates.append((read_epoch(epoch or "0"), setting.read(lr)))
    epochs = [epoch for epoch, _ in rates]
    checks.require(
        epochs[0] == 0 and epochs == sorted(set(epochs)),
        f"lr is {text!r}; expected one rate, or later ones with their epochs, such as 1,0.3@500.",
    )
    return rates


def read_all(table, text):
    """The Runs of a whole state: the present one first, then those that are pinned."""
    checks.require(
        isinstance(text, str) and len(text) <= LONGEST,
        f"state is {str(text)[:40]!r}...; {EXPECTED}, at most {LONGEST} letters.",
    )
    texts = text.split("|")
    checks.require(
        len(texts) <= 1 + MOST_PINS, f"The state pins {len(texts) - 1} runs; at most {MOST_PINS}."
    )
    return [read(table, one) for one in texts]
