"""Verdict: what a check found, in words, for the notebook and for plain text."""

from dataclasses import dataclass
from html import escape

PASSED, WAITING, WRONG, RAISED = "passed", "not attempted yet", "not yet right", "stopped"
MARKS = {PASSED: "✓", WAITING: "○", WRONG: "✗", RAISED: "!"}
COLORS = {PASSED: "#009e73", WAITING: "#7f7f7f", WRONG: "#d55e00", RAISED: "#cc79a7"}
LONGEST = 600  # letters of a message; what is longer is cut
WIDEST = 120  # letters of a line of evidence
MOST_LINES = 10  # of evidence
PRINTED = "printed in this call:"


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    outcome : PASSED, WAITING, WRONG or RAISED. message : what to say, in sentences.
    mistake : the id of the mistake if it was recognised, else None.
    evidence : the smallest case that shows it, line by line. printed : what the function printed
    there, line by line. remark : on the cell that asked. progress : how far the notebook is.
    """

    exercise: str
    outcome: str
    message: str
    mistake: str = None
    evidence: tuple = ()
    printed: tuple = ()
    remark: str = ""
    progress: str = ""

    @property
    def passed(self):
        return self.outcome == PASSED

    def __bool__(self):
        return self.passed

    @property
    def shown(self):
        """The evidence, cut to what one can take in."""
        lines = [line for text in self.evidence for line in text.split("\n")]
        more = ["…"] if len(lines) > MOST_LINES else []
        return [cut(line, WIDEST) for line in lines[:MOST_LINES]] + more

    @property
    def heard(self):
        """What was printed, under a title."""
        return [PRINTED, *(cut(line, WIDEST) for line in self.printed)] if self.printed else []

    def __repr__(self):
        head = f"{MARKS[self.outcome]} {self.exercise}: {self.outcome}"
        lines = [head, cut(self.message, LONGEST), self.remark, *self.shown, *self.heard]
        return "\n".join(filter(None, [*lines, self.progress]))

    def _repr_html_(self):
        head = f"{MARKS[self.outcome]} <code>{escape(self.exercise)}</code>: {self.outcome}"
        parts = [
            *map(paragraph, filter(None, (cut(self.message, LONGEST), self.remark))),
            *map(preformatted, filter(None, (self.shown, self.heard))),
            self.progress and f'<div style="{QUIET}">{escape(self.progress)}</div>',
        ]
        return framed(COLORS[self.outcome], head, "".join(filter(None, parts)))


# The theme's colors where there is a theme: JupyterLab sets them for light and for dark.
INK = "color: var(--jp-content-font-color1, inherit)"
QUIET = "color: var(--jp-content-font-color2, inherit); font-size: 90%"
PRE = (
    f"{INK}; background: var(--jp-layout-color2, rgba(127, 127, 127, 0.15)); "
    "margin: 4px 0; padding: 4px 8px; overflow-x: auto"
)


def preformatted(lines):
    text = escape("\n".join(lines))
    return f'<pre style="{PRE}">{text}</pre>'


def framed(color, head, content):
    """A note for HTML, with a bar of this color; read out when it appears."""
    style = f"border-left: 5px solid {color}; padding: 4px 12px; max-width: 52em; {INK}"
    return f'<div role="status" style="{style}"><strong>{head}</strong>{content}</div>'


def paragraph(text):
    return "".join(f'<div style="margin: 4px 0">{marked(line)}</div>' for line in text.split("\n"))


def marked(text):
    """The text for HTML, with `code` set as code."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))


def cut(text, longest):
    return text if len(text) <= longest else text[: longest - 2] + " …"
