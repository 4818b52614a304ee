r"""Formulas as MathML, which browsers draw by themselves, so that a report needs no network.

Browsers have drawn MathML since 2023 (Chromium 109), as text: sharp on paper, and read aloud.
Matplotlib's own mathematics knows no matrices and no lines one below the other. JupyterLab draws
with MathJax; trusted.py says in which LaTeX the usual converter, math-core, agrees with it.
"""

import re
from collections import Counter
from html import unescape
from unicodedata import normalize

from .converters import converted
from .trusted import is_trusted

OUTER = re.compile(r"(?s)\s*\\begin\{((equation|align|gather)\*?)\}(.*)\\end\{\1\}\s*")
GAP = r"\\\\\s*\[\s*\d*\.?\d+\s*(?:pt|em|ex|mm|cm)\s*\]"  # between two rows; the converter has one
LAST = r"\\\\\s*(?=\\end\{)"  # begins no row
NAMES = re.compile(r"\\(?:begin|end)\{\w+\*?\}(?:\{[lcr]+\})?|\\(?:[A-Za-z]+|.)", re.DOTALL)
ROWS, LARGE = r"\\\\|\\begin", r"\\[bB]igg?[lrm]?(?![A-Za-z])"
DRAWN = {0x20D7: "→", 0xFE00: None, 0xFE01: None}  # a vector's arrow; fonts lack these styles
PRIMED = re.compile(r"′</mo></m(?:under)?over>")  # beside the sign in JupyterLab


def mathml(tex, display="inline"):
    r"""<math>...</math> for LaTeX such as \frac1n; None for what is not drawn as in JupyterLab."""
    tex = re.sub(LAST, "", re.sub(GAP, r"\\\\", tex)).replace("{split}", "{aligned}")
    environment, inner = outer(tex)
    if not inner.strip() or not is_trusted(inner):
        return None
    tex = rf"\begin{{{environment}}}{inner}\end{{{environment}}}" if environment else inner
    found = converted(tex, display == "block")
    return found.translate(DRAWN) if found and says_all(found, tex) else None


def outer(tex):
    """("align*", what is inside of it): JupyterLab numbers none. ("", all of it) without one."""
    found = OUTER.fullmatch(tex)
    if not found or found[2] == "equation":
        return "", found[3] if found else tex
    return f"{found[2]}*", found[3]


def says_all(found, tex):
    """Whether each letter, digit, row and large bracket of the LaTeX has come out again."""
    lost = letters(NAMES.sub(" ", tex)) - letters(unescape(re.sub(r"<[^>]*>", "", found)))
    rows, large = len(re.findall(ROWS, tex)), len(re.findall(LARGE, tex))
    counts = found.count("<mtr>"), found.count(" minsize=")
    return not lost and counts == (rows, large) and not PRIMED.search(found)


def letters(text):
    return Counter(re.findall(r"[^\W_]", normalize("NFKC", text)))
