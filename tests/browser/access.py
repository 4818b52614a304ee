"""What axe-core finds: faults that keep people from reading or working a part of the page."""

from axe_playwright_python.sync_playwright import Axe

GRAVE = ("serious", "critical")
CONTRAST = "color-contrast"
SIZE = 1400, 6000  # axe does not judge the colours of what is scrolled away
# JupyterLab's body has no height of its own, and axe takes what overflows such a body for hidden.
GIVE_HEIGHT = "document.body.style.minHeight = '100vh'"


def grave_faults(page, selector):
    """Of what is inside the elements of this selector: each fault, with the element it is at."""
    page.evaluate(GIVE_HEIGHT)
    found = Axe().run(page, context=selector).response
    assert CONTRAST in [one["id"] for one in found["passes"]], "axe has seen no text"
    undecided = [one for one in found["incomplete"] if one["id"] == CONTRAST]
    return [
        f"{one['id']}, {one['impact']}: {node['html']}: {node['failureSummary']}"
        for one in [*found["violations"], *undecided]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]
