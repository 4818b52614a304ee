"""Verdict: what a check found, in words, for the notebook and for plain text."""

from dataclasses import dataclass
from html import escape

PASSED, WAITING, WRONG, RAISED = "passed", "not attempted yet", "not yet right", "stopped"
MARKS = {PASSED: "✓", WAITING: "○", WRONG: "✗", RAISED: "!"}
COLORS = {PASSED: "#009e73", WAITING: "#7f7f7f", WRONG: "#d55e00", RAISED: "#cc79a7"}
LONGEST = 600  # letters of a text; what is longer is cut


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    outcome : PASSED, WAITING, WRONG or RAISED. message : what to say, in sentences.
    mistake : the id of the mistake if it was recognised, else None.
    evidence : the smallest case that shows it, line by line. progress : how far the notebook is.
    """

    exercise: str
    outcome: str
    message: str
    mistake: str = None
    evidence: tuple = ()
    progress: str = ""

    @property
    def passed(self):
        return self.outcome == PASSED

    def __bool__(self):
        return self.passed

    def __repr__(self):
        head = f"{MARKS[self.outcome]} {self.exercise}: {self.outcome}"
        lines = [head, cut(self.message), *map(cut, self.evidence), self.progress]
        return "\n".join(filter(None, lines))

    def _repr_html_(self):
        color, mark = COLORS[self.outcome], MARKS[self.outcome]
        head = f"{mark} <code>{escape(self.exercise)}</code>: {escape(self.outcome)}"
        evidence = "\n".join(map(cut, self.evidence))
        parts = [
            f"<strong>{head}</strong>",
            paragraph(cut(self.message)),
            evidence and f'<pre style="margin: 4px 0">{escape(evidence)}</pre>',
            self.progress and f'<div style="opacity: 0.75">{escape(self.progress)}</div>',
        ]
        frame = f"border-left: 5px solid {color}; padding: 4px 12px; max-width: 52em"
        return f'<div role="status" style="{frame}">{"".join(filter(None, parts))}</div>'


def paragraph(text):
    return "".join(f'<div style="margin: 4px 0">{marked(line)}</div>' for line in text.split("\n"))


def marked(text):
    """The text for HTML, with `code` set as code."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))


def cut(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " …"
