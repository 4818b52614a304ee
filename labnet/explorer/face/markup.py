"""The page that a browser shows before anything is drawn: page/*.html, with its controls."""

from html import escape
from pathlib import Path
from string import Template

from ..run.setting_kinds import MOST_LAYERS, MOST_UNITS
from .thumbnails import thumbnail

PAGES = Path(__file__).with_name("page")
KEYS = 'data-lm-suppress-shortcuts="true"'  # keeps JupyterLab's shortcuts away from these keys
LOCKED = " (locked)"
GROUPS = ("network", "training", "data", "view")
COMPARING = ("pin", "unpin", "over seeds")  # buttons that stand below the curves
BESIDE = {"weight": "weight", "example": "example", "hidden space": "space"}  # panels: their files


def page(controls, sources):
    """The markup for this table of controls; what it names by data-set, the browser lets act.

    sources : {name of data: function of (rng, noise) -> X, y}, for their small pictures.
    """
    settings = [one | {"sources": sources} for one in controls if one["kind"] in FIELDS]
    buttons = {one["name"]: button(one) for one in controls if one["kind"] == "button"}
    panels = {one["name"] for one in controls if one["kind"] == "panel"}
    layers = [one for one in settings if one["kind"] == "layers"]
    beside = {file: part(file) if name in panels else "" for name, file in BESIDE.items()}
    return part(
        "page",
        buttons="".join(text for name, text in buttons.items() if name not in COMPARING),
        comparing="".join(text for name, text in buttons.items() if name in COMPARING),
        first="".join(FIELDS[one["kind"]](one) for one in settings if one["first"]),
        more=unfolding([one for one in settings if not one["first"]]),
        units="".join(map(units, layers)),
        tabs="".join(map(tab, ["loss", *(name for name in BESIDE if name in panels)])),
        **beside,
    )


def part(name, **values):
    template = Template((PAGES / f"{name}.html").read_text("utf-8"))
    return template.substitute(values, keys=KEYS)


def tab(name):
    return f'<button role="tab" data-tab="{name}" {KEYS}>{name}</button>'


def button(control):
    name = escape(control["name"])
    text = escape(control["label"]) + LOCKED * control["locked"]
    return f'<button data-name="{name}" {KEYS}{disabled(control)}>{text}</button>'


def unfolding(settings):
    """The settings that are not needed at first, in their groups."""
    groups = [[one for one in settings if one["group"] == name] for name in GROUPS]
    fields = "".join(group(one) for one in groups if one)
    summary = f"<summary {KEYS}>More</summary>"
    sheet = f'<div class="lx-sheet">{fields}</div>'
    return f"<details>{summary}{sheet}</details>" if fields else ""


def group(settings):
    fields = "".join(FIELDS[one["kind"]](one) for one in settings)
    return f"<fieldset><legend>{settings[0]['group']}</legend>{fields}</fieldset>"


def row(control, field, text=None):
    """A field with its label, and room for its value in words."""
    text = escape(text or control["label"])
    value = '<span class="lx-value" aria-hidden="true"></span>'
    named = f'data-set="{control["name"]}" aria-label="{text}" {KEYS}{disabled(control)}'
    shown = f"<span>{text}{LOCKED * control['locked']}</span>"
    return f'<label class="lx-row">{shown}{value}{field.format(named)}</label>'


def slider(control):
    most = len(control["values"]) - 1
    return row(control, f'<input type="range" min="0" max="{most}" step="1" {{}}>')


def choice(control):
    options = "".join(f"<option>{escape(text)}</option>" for text in control["texts"])
    return row(control, f"<select {{}}>{options}</select>")


def pictures(control):
    """A choice among small pictures of data."""
    fields = "".join(picture(control, name) for name in control["values"])
    return (
        f'<fieldset class="lx-row lx-pictures" role="radiogroup"><legend>{control["label"]}'
        f"{LOCKED * control['locked']}</legend><div>{fields}</div></fieldset>"
    )


def picture(control, name):
    named = f'data-set="{control["name"]}" aria-label="{name}" {KEYS}{disabled(control)}'
    drawn = thumbnail(control["sources"].get(name))
    return f'<label title="{name}"><input type="radio" value="{name}" {named}>{drawn}</label>'


def switch(control):
    return row(control, '<input type="checkbox" {}>')


def seed(control):
    return row(control, '<input type="number" min="0" step="1" required {}>')


def layers(control):
    """How many hidden layers; the units of each have their place in the network."""
    return stepper(control, 0, MOST_LAYERS, control["label"])


def units(control):
    return "".join(
        stepper(control, 1, MOST_UNITS, f"units in layer {k}") for k in range(1, MOST_LAYERS + 1)
    )


def stepper(control, least, most, text):
    """A number between two buttons for the mouse; the keyboard has the arrow keys."""
    field = f'<input type="number" min="{least}" max="{most}" step="1" required {{}}>'
    less, more = (f'<span class="lx-by" data-by="{by}"></span>' for by in (-1, 1))
    return row(control, f'<span class="lx-stepper">{less}{field}{more}</span>', text)


def disabled(control):
    return f' disabled aria-description="{LOCKED.strip()}"' if control["locked"] else ""


FIELDS = {
    "slider": slider,
    "choice": choice,
    "pictures": pictures,
    "switch": switch,
    "seed": seed,
    "layers": layers,
}
