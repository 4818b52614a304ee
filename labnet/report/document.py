"""The report as one HTML file that needs nothing else, neither files nor a network."""

import re
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from unicodedata import east_asian_width

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.html import contextfilter
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from ..support.errors import LabnetError
from .mentions import renamed
from .notebook import CAPTION, COMMENT, FIELD, FIELDS, HEADING, LEFT_OUT, TITLE, data, outputs, said
from .written import drawn, hidden, put_back

HERE = Path(__file__).parent
FLOWS = "<!--flows-->"
BETWEEN = re.compile(
    rf"(?P<last>[^<>\s])(?P<closed>(?:</\w+>)*)</p>\s*{FLOWS}\s*<p>(?P<opened>(?:<\w+>)*)(?P<first>[^<\s])"
)
TITLED = re.compile(r"\A(<table><caption><b>)(.*?</caption>)")  # a table of report.table
# A widget or a script would need the network; each has a picture or words to take its place.
SHOWN_FIRST = [
    "text/html",
    "text/markdown",
    "text/latex",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/plain",
]


def html(report, code=False):
    """The page of a Notebook as text; code : with its code cells.

    Errors: LabnetError if a picture that the text shows is not in it.
    """
    about = {name.lower(): report.field(name) for name in FIELDS}
    css = (HERE / "template" / "report.css").read_text(encoding="utf-8")
    resources = {
        "report": about | {"title": report.title, "css": css},
        "metadata": {"path": str(report.path.parent), "name": report.title},
    }
    try:
        page, _ = exporter(code).from_notebook_node(the_page_of(report, code), resources)
    except InvalidNotebook as error:
        raise LabnetError(
            f"The page cannot be made: {error}. Drag the picture itself into the text again."
        ) from None
    return BETWEEN.sub(glue, page).replace(FLOWS, "")


class ReportExporter(HTMLExporter):
    """nbconvert's HTML, with formulas as MathML and all pictures inside."""

    @property
    def default_config(self):
        config = super().default_config
        config.NbConvertBase.display_data_priority = SHOWN_FIRST
        return config

    @contextfilter
    def markdown2html(self, context, source):
        renderer = IPythonRenderer(
            escape=False,
            attachments=attached(context.get("cell", {})),
            embed_images=True,
            path=context["resources"]["metadata"]["path"],
            exclude_anchor_links=True,
        )
        return with_formulas(source, MarkdownWithMath(renderer=renderer).render)


def with_formulas(source, render):
    """The page of a Markdown text. render : makes one of a text that has no formulas."""
    text, formulas = hidden(source)
    return drawn(put_back(render(text), formulas))


def attached(cell):
    """The pictures inside a text; an empty one would stop nbconvert."""
    return {name: one for name, one in cell.get("attachments", {}).items() if one}


def exporter(code):
    return ReportExporter(
        template_name="template",
        extra_template_basedirs=[str(HERE)],
        filters={"with_formulas": drawn},
        exclude_input=not code,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )


def the_page_of(report, code=False):
    """A copy of the notebook with what the reader is to see."""
    node = deepcopy(report.node)
    node.cells = deepcopy(report.cells)
    for cell in node.cells:
        number_anew(cell, report.new_numbers)
    texts = [cell for cell in node.cells if cell.cell_type == "markdown"]
    for cell in texts:
        cell.source = COMMENT.sub("", cell.source)
    for cell in texts:
        cell.source = without_fields(cell.source)
        if HEADING.search(cell.source):
            break
    for cell in node.cells:
        for output in cell.get("outputs", []):
            output.metadata = output.get("metadata", {}) | {"alt": alt(cell, output)}
    if not code:
        join(node.cells)
    return node


def join(cells):
    """Mark the sentences of `say` that continue a paragraph, and the texts that continue them.

    As in Markdown, an empty line between two texts parts them; what else is shown does, too.
    """
    for cell in cells:
        cell.metadata.said = is_said(cell)
    for one, other in pairwise(cell for cell in cells if is_visible(cell)):
        words = [texts_of(one), texts_of(other)]
        parted = not all(words) or words[0][-1].endswith("\n") or words[1][0].startswith("\n")
        other.metadata.flows = (one.metadata.said or other.metadata.said) and not parted


def is_visible(cell):
    """Whether the page shows anything of it without its code."""
    shown = [one for one in cell.get("outputs", []) if one.get("name") != "stderr"]
    return cell.cell_type == "markdown" or bool(shown)


def is_said(cell):
    """Whether all that it shows are sentences of `say`."""
    return cell.cell_type == "code" and 0 < len(cell.outputs) == len(said(cell))


def texts_of(cell):
    """What is written, or said; [] for what is shown in another way."""
    return [cell.source] if cell.cell_type == "markdown" else said(cell) * cell.metadata.said


def glue(found):
    """A blank between two words, and none before a comma or between Chinese signs."""
    wide = all(east_asian_width(sign) in "WF" for sign in found.group("last", "first"))
    close = wide or found["first"] in ",.;:!?)%’”"
    return found["last"] + found["closed"] + " " * (not close) + found["opened"] + found["first"]


def number_anew(cell, names):
    """Figures and tables by their place, in the text and in what a cell shows."""
    if cell.cell_type == "markdown":
        cell.source = renamed(cell.source, names)
    for shown in data(cell):
        for kind in ("text/plain", "text/markdown"):
            if isinstance(shown.get(kind), str):
                shown[kind] = renamed(shown[kind], names)
        if isinstance(shown.get("text/html"), str):
            shown["text/html"] = TITLED.sub(
                lambda one: one[1] + renamed(one[2], names), shown["text/html"], count=1
            )


def alt(cell, output):
    """What a picture is called: by its author, as in Image(alt=...), or else by its caption."""
    own = (one.get("alt") for one in output.get("metadata", {}).values() if isinstance(one, dict))
    given = next((one for one in own if isinstance(one, str)), None)
    return " ".join(captions(cell)) or "A figure without a caption" if given is None else given


def without_fields(source):
    """Without what stands in the head of the page, up to the first heading."""
    found = HEADING.search(source)
    end = found.start() if found else len(source)
    front = TITLE.sub("", source[:end], count=1)
    for name in (*FIELDS, LEFT_OUT):
        front = re.sub(FIELD.format(name), "", front, count=1)
    return front + source[end:]


def captions(cell):
    return [text for text in outputs(cell, "text/plain") if CAPTION.match(text)]
