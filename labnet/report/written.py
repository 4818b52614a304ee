r"""Formulas in what an author writes, found where JupyterLab finds them.

JupyterLab hides the formulas of a text from Markdown, which would take a_b and c_d for italics. It
puts them back into the page, and there MathJax looks between $, $$, \(, \[, \begin and their ends.
"""

import re
from html import escape

from .formulas import mathml

DOLLAR = "\ue000"  # stands for one that begins no formula
FENCED = re.compile(r"(?ms)^(`{3,}|~{3,})[^`\n]*\n.*?^\1`*$")
CODE = re.compile(r"(?m)(?:^|[^\\])(`+)[^\n]*?[^`\n]\1(?!`)")
PIECES = re.compile(
    r"(?i)(\$\$?|\\(?:begin|end)\{[a-z]*\*?\}|\\[{}$]|[{}]|(?:\n\s*)+|@@\d+@@|\\\\[()\[\]])"
)
ENDS = {"$": "$", "$$": "$$", r"\\(": r"\\)", r"\\[": r"\\]"}
PLACE = re.compile(r"@@(\d+)@@")
BEGINS = re.compile(r"\\(?:[$(\[\\]|begin\{(\w+\*?)\})|\$\$?")
CLOSED = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}
NO_TEXT = ["code", "pre", "script", "style", "textarea", "math"]  # where MathJax does not look


def hidden(text):
    """A Markdown text with @@0@@, @@1@@ ... in place of its formulas, and [the formulas]."""
    pieces, found = PIECES.split(without_code_dollars(text)), []
    for first, last in groups(pieces):
        found.append("".join(pieces[first : last + 1]).replace(DOLLAR, "$"))
        pieces[first : last + 1] = [f"@@{len(found) - 1}@@"] + [""] * (last - first)
    return "".join(pieces).replace(r"\$", DOLLAR).replace("$", DOLLAR), found


def without_code_dollars(text):
    for code in (FENCED, CODE):
        text = code.sub(lambda one: one[0].replace("$", DOLLAR), text)
    return text


def groups(pieces):
    """(first, last) of each formula: its braces match, and no empty line is in it."""
    start = end = last = None
    i, level = 1, 0
    while i < len(pieces):
        piece = pieces[i]
        if start is None and PLACE.fullmatch(piece):  # was written so
            yield i, i
        elif start is None:
            end = ENDS.get(piece) or (piece.startswith(r"\b") and piece.replace("begin", "end", 1))
            start, last, level = (i if end else None), None, 0
        elif piece == end and not level:
            yield start, i
            start = None
        elif piece == end:
            last = i
        elif piece.count("\n") > 1:
            if last:
                yield start, last
            i, start = last or i, None
        level += {"{": 1, "}": -(level > 0)}.get(piece, 0)
        i += 2
    if start and last:
        yield start, last


def put_back(html, found):
    """The page of a hidden text with its formulas, as text between their signs."""
    html = PLACE.sub(lambda place: escape(bare(found[int(place[1])])), html)
    return html.replace(DOLLAR, "$")


def bare(formula):
    r"""With \( for the \\( of Markdown."""
    return re.sub(r"^\\(\\[(\[])|\\(\\[)\]])$", r"\1\2", formula)


def parts(text):
    """[(LaTeX, its display)] for each formula in a line of a page, and [a text] between them."""
    done = position = 0
    while begin := BEGINS.search(text, position):
        position = begin.end()
        end = rf"\end{{{begin[1]}}}" if begin[1] else CLOSED.get(begin[0])
        stop = end and closing(text, position, end)
        if stop:
            yield [text[done : begin.start()]]
            tex = text[position:stop] if not begin[1] else text[begin.start() : stop + len(end)]
            yield tex, "inline" if begin[0] in ("$", r"\(") else "block"
            done = position = stop + len(end)
    yield [text[done:]]


def closing(text, position, end):
    """Where this end begins, outside of braces; None if nowhere."""
    level = 0
    for found in re.compile(rf"{re.escape(end)}|\\.|[{{}}]", re.DOTALL).finditer(text, position):
        if found[0] == end and not level:
            return found.start()
        level += {"{": 1, "}": -(level > 0)}.get(found[0], 0)
    return None


def drawn(html):
    """A page with its formulas as MathML; what cannot be converted stays LaTeX, to be seen."""
    return str(with_mathml(html)) if "$" in html or "\\" in html else html


def with_mathml(html):
    from bs4 import BeautifulSoup  # takes its time; nbconvert brings it

    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=True):
        if type(text).__name__ == "NavigableString" and not text.find_parent(NO_TEXT):
            made = "".join(map(shown, parts(text)))
            if made != escape(text):
                text.replace_with(BeautifulSoup(made, "html.parser"))
    return soup


def shown(part):
    if len(part) == 1:
        return escape(part[0])
    tag = "code" if part[1] == "inline" else "pre"
    return mathml(*part) or f'<{tag} class="latex">{escape(part[0])}</{tag}>'


def kept(text):
    """[LaTeX] of a Markdown text that stays LaTeX in its page."""
    each = (part for one in hidden(text)[1] for part in parts(bare(one)))
    return [part[0] for part in each if len(part) > 1 and mathml(*part) is None]


def kept_in_page(html):
    """[LaTeX] that `drawn` leaves as it is."""
    found = with_mathml(html).select(".latex") if "$" in html or "\\" in html else []
    return [one.get_text() for one in found]
