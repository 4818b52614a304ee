r"""Formulas as MathML, which browsers draw by themselves, so that a report needs no network.

Browsers have drawn MathML since 2023 (Chromium 109), as text: sharp on paper, and read aloud.
Matplotlib's own mathematics knows no matrices and no lines one below the other.
"""

import re

from latex2mathml.converter import convert

# What the converter (3.81) takes over as it is, without an error: a name that it does not know, a
# new line outside of a table, which browsers draw as none, the dollars of a formula inside of text.
UNKNOWN = re.compile(r'<m[io][^>]*>\\|linebreak="newline"|<mtext>[^<]*\$')
ALIKE = {  # as latex2mathml says
    "aligned": "split",
    "equation*": "split",
    "equation": "split",
    "align": "align*",  # 3.81 begins at (1) in each formula; JupyterLab numbers none
}
NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'  # understood in HTML


def mathml(tex, display="inline"):
    r"""<math>...</math> for LaTeX such as \frac1n; None for what is not understood."""
    for name, known in ALIKE.items():
        tex = tex.replace(f"{{{name}}}", f"{{{known}}}")
    try:
        found = convert(tex, display=display)
    except Exception:  # whatever the converter stumbles over: the reader gets the LaTeX
        return None
    return None if UNKNOWN.search(found) else found.replace(NAMESPACE, "")
