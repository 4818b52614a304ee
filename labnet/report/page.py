"""The page: the notebook as one HTML file that needs nothing else, neither files nor a network."""

import re
from copy import deepcopy
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.html import contextfilter
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from ..support.errors import LabnetError
from .notebook import CAPTION, COMMENT, FIELD, FIELDS, HEADING, TITLE, is_aside, outputs
from .written import drawn, hidden, put_back

HERE = Path(__file__).parent
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
        return exporter(code).from_notebook_node(handed_in(report.node), resources)[0]
    except InvalidNotebook as error:
        raise LabnetError(
            f"The page cannot be made: {error}. Drag the picture itself into the text again."
        ) from None


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


def handed_in(node):
    """A copy of the notebook with what the reader is to see."""
    node = deepcopy(node)
    node.cells = [cell for cell in node.cells if not is_aside(cell)]
    texts = [cell for cell in node.cells if cell.cell_type == "markdown"]
    for cell in texts:
        cell.source = COMMENT.sub("", cell.source)
    for cell in texts:
        cell.source = without_fields(cell.source)
        if HEADING.search(cell.source):
            break
    for cell in node.cells:
        cell.metadata.alt = " ".join(captions(cell)) or "A figure without a caption"
    return node


def without_fields(source):
    """Without what stands in the head of the page, up to the first heading."""
    found = HEADING.search(source)
    end = found.start() if found else len(source)
    front = TITLE.sub("", source[:end], count=1)
    for name in FIELDS:
        front = re.sub(FIELD.format(name), "", front, count=1)
    return front + source[end:]


def captions(cell):
    return [text for text in outputs(cell, "text/plain") if CAPTION.match(text)]
