r"""From LaTeX to MathML: by math-core, and in a page by latex2mathml.

math-core is compiled, and there is none for WebAssembly. latex2mathml is pure Python, and draws the
course's formulas like it. What differs in a page: capital Greek letters are in italics; the limits
of a `lim` or of a `\textstyle` sum may stand below it or beside it; and a few commands stay LaTeX,
such as `\arg` and some arrows and brackets.
"""

import re
from functools import cache
from xml.etree.ElementTree import fromstring

from ..support.page import in_page

LEFT_OVER = re.compile(r"[\\&$]")  # LaTeX that was taken over as it is, without an error


def converted(tex, is_block):
    """<math>...</math>, or None for what cannot be converted."""
    return (by_latex2mathml if in_page() else by_math_core)(tex, is_block)


def by_math_core(tex, is_block):
    from math_core import LatexError

    try:
        return math_core().convert_with_local_state(tex, displaystyle=is_block)
    except LatexError:
        return None


@cache
def math_core():
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False, unicode_substitution="never")


def by_latex2mathml(tex, is_block):
    from latex2mathml.converter import convert

    alike = tex.replace("{aligned}", "{align*}")  # which alone it knows
    try:
        found = convert(alike, display="block" if is_block else "inline")
        shown = "".join(fromstring(found).itertext())
    except Exception:  # its own, those of lists and strings, and of marks that it left open
        return None
    return None if LEFT_OVER.search(shown) else found
