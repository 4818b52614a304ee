"""export: the report as one file, and what is still open in it."""

import os
import sys
from base64 import b64encode
from html import escape
from pathlib import Path

from ..course.ways import way
from ..support.checks import require
from ..support.errors import LabnetError
from ..support.page import in_page
from .checklist import Checklist
from .notebook import ASIDE, MINE, Notebook


def export(path=MINE, to=None, code=False):
    """Write the notebook as one HTML file, print what is still open, and return the file's path.

    The file needs no other files and no network. Print it from a browser, or save it from there as
    PDF: it is laid out for A4. In a web page it is in the browser's storage alone, so a link is
    shown that saves it; converters.py says how its formulas differ.

    Parameters
    ----------
    path : the notebook, saved after its last run; your copy of 08 if left out.
    to : the file to write; beside the notebook, with the ending .html, if left out.
    code : True to show the code cells too.

    Errors: LabnetError if there is no such notebook, or the file cannot be written there.
    """
    report = Notebook(path)
    target = checked(report.path.with_suffix(".html") if to is None else Path(to))
    from .document import html  # nbconvert takes its time, and the checklist needs none of it

    page = html(report, code)
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as error:
        raise LabnetError(f"{target} cannot be written: {error.strerror}.") from None
    tell(Checklist(report))
    if report.new_numbers:
        tell(f"The page numbers figures and tables in their order: {renamings(report)}.")
    tell(f"The report is in {target}. {way('open')}.")
    if in_page():
        offer(target.name, page)
    return target


def renamings(report):
    """In words: which number has become which."""
    new = report.new_numbers.items()
    return ", ".join(f"{kind} {number} became {kind} {place}" for (kind, number), place in new)


def tell(what):
    """Print it, with ? for the letters that this terminal does not know."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(str(what).encode(encoding, "replace").decode(encoding))


def offer(name, page):
    """Show a link that saves the page under this name; no report contains it."""
    from IPython.display import display

    address = f"data:text/html;base64,{b64encode(page.encode()).decode()}"
    link = f'<a download="{escape(name)}" href="{address}">Save {escape(name)}</a>'
    shown = {"text/html": link, "text/plain": f"Save {name}"}
    display(shown, raw=True, metadata={ASIDE: True})


def checked(target):
    require(
        target.suffix.lower() in (".html", ".htm"),
        f"to is {str(target)!r}; expected the name of a page, such as 'report.html'.",
    )
    require(
        os.path.isdir(target.parent),
        f"There is no folder {target.parent} to write {target.name} into; make it first.",
    )
    return target
