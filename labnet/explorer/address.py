"""Address: an explorer as the end of a web address, "data=xor;lr=0.3;epoch=200&lock=lr"."""

from dataclasses import dataclass
from importlib import metadata
from urllib.parse import quote, unquote

from ..support import checks
from .face.controls import kept_away
from .run.datasets import YOURS
from .run.students import StudentNetworks

SITE, PLAY = "Site", "play/"  # the name under [project.urls]; where the playground is below it
PLAIN = ";,=@()*"  # stays readable in an address, beside letters, digits and -._~
PARTS = ("hide", "lock", "class")
NO_SITE = (
    "There is no address to link to. Give that of the course's site, as in "
    'e.link(base="https://..."), or name it as Site under [project.urls] in pyproject.toml, and '
    "install labnet again."
)
NO_URL = "base is {!r}; expected the address of the course's site, as in 'https://...'."
ARRAYS = (
    "These data are arrays of yours, and no address holds them. Up to 200 points can go along: "
    "e.points = [(0.1, 0.9, 1), (0.2, 0.3, 0)]."
)
WEIGHTS = "This run's weights were {} in Python, and no address holds them. Rewind first."


@dataclass(frozen=True)
class Address:
    """state : as `explorer.state`. hide, lock : names of controls. name : of the class in use."""

    state: str
    hide: tuple = ()
    lock: tuple = ()
    name: str = ""

    def __str__(self):
        """What stands after the # of the playground's address; code is never in it."""
        state = self.state.replace("; ", ";").replace(" | ", "|")
        values = [",".join(self.hide), ",".join(self.lock), self.name]
        parts = [f"&{part}={quoted(one)}" for part, one in zip(PARTS, values, strict=True) if one]
        return quoted(state) + "".join(parts)


def quoted(text):
    return quote(text, safe=PLAIN)


def read(text):
    """The Address of such a text.

    Errors: LabnetError for a part that there is not; a wrong state is told where it is opened.
    """
    state, *parts = text.split("&")
    items = dict(part.partition("=")[::2] for part in parts)
    for name in items:
        checks.one_of(name, PARTS, "A part of the address")
    hide, lock, name = (unquote(items.get(part, "")) for part in PARTS)
    return Address(unquote(state), names(hide), names(lock), name)


def names(text):
    return tuple(filter(None, text.split(",")))


def address_of(explorer):
    """The Address of what this explorer shows.

    Errors: LabnetError for data or weights that were given as arrays.
    """
    known = explorer.controller
    for run in [known.run, *(pin.run for pin in known.pins), *known.coming]:
        checks.require(run.values.get("data") != YOURS, ARRAYS)
        checks.require(not run.weights, WEIGHTS.format(run.weights))
    name = known.networks.name if isinstance(known.networks, StudentNetworks) else ""
    return Address(known.state, *kept_away(known, explorer.controls), name)


def link(explorer, base=None):
    """The whole address, below that of the course's site."""
    base = site() if base is None else base
    checks.require(base is not None, NO_SITE)
    is_url = isinstance(base, str) and base.startswith(("https://", "http://"))
    checks.require(is_url, NO_URL.format(base))
    return f"{base.rstrip('/')}/{PLAY}#{address_of(explorer)}"


def site():
    """The address that labnet's pyproject.toml had when it was installed, or None."""
    try:
        urls = metadata.metadata("labnet").get_all("Project-URL", [])
    except metadata.PackageNotFoundError:
        return None
    return dict(url.split(", ", 1) for url in urls).get(SITE)
