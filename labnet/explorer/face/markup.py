"""The page that a browser shows before anything is drawn: page.html, with its controls."""

from html import escape
from pathlib import Path
from string import Template

from ..run.settings import MOST_LAYERS, MOST_UNITS

TEMPLATE = Template(Path(__file__).with_name("page.html").read_text("utf-8"))
KEYS = 'data-lm-suppress-shortcuts="true"'  # keeps JupyterLab's shortcuts away from these keys
LOCKED = " (locked)"
USUAL = 10  # units of a layer that was not there before
GROUPS = ("network", "training", "data", "view")


def page(controls):
    """The markup for this table of controls; what it names by data-set, the browser lets act."""
    settings = [one for one in controls if one["kind"] in FIELDS]
    panels = [one["name"] for one in controls if one["kind"] == "panel"]
    return TEMPLATE.substitute(
        buttons="".join(button(one) for one in controls if one["kind"] == "button"),
        first="".join(FIELDS[one["kind"]](one) for one in settings if one["first"]),
        more=unfolding([one for one in settings if not one["first"]]),
        example="" if "example" in panels else "hidden",
        keys=KEYS,
    )


def button(control):
    name = escape(control["name"])
    text = escape(control["label"]) + LOCKED * control["locked"]
    return f'<button data-name="{name}" {KEYS}{disabled(control)}>{text}</button>'


def unfolding(settings):
    """The settings that are not needed at first, in their groups."""
    groups = [[one for one in settings if one["group"] == name] for name in GROUPS]
    fields = "".join(group(one) for one in groups if one)
    summary = f"<summary {KEYS}>More settings</summary>"
    return f"<details>{summary}<div>{fields}</div></details>" if fields else ""


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


def slider(control, least=0, most=None, text=None):
    most = len(control["values"]) - 1 if most is None else most
    field = f'<input type="range" min="{least}" max="{most}" step="1" value="{USUAL}" {{}}>'
    return row(control, field, text)


def choice(control):
    options = "".join(f"<option>{escape(text)}</option>" for text in control["texts"])
    return row(control, f"<select {{}}>{options}</select>")


def switch(control):
    return row(control, '<input type="checkbox" {}>')


def seed(control):
    return row(control, '<input type="number" min="0" step="1" required {}>')


def layers(control):
    """How many layers, and how many units in each."""
    units = [
        slider(control, 1, MOST_UNITS, f"units in layer {k}") for k in range(1, MOST_LAYERS + 1)
    ]
    count = slider(control, 0, MOST_LAYERS)
    return f'<div>{count}<div class="lx-inner">{"".join(units)}</div></div>'


def disabled(control):
    return f' disabled aria-description="{LOCKED.strip()}"' if control["locked"] else ""


FIELDS = {
    "slider": slider,
    "choice": choice,
    "switch": switch,
    "seed": seed,
    "layers": layers,
}
