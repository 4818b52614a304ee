r"""Stands in for math-core, which is compiled and not for pages: Temml, in JavaScript.

Both turn LaTeX into MathML; labnet.report.formulas asks either, and says what of it is drawn.
"""

from importlib.resources import files

from js import Object
from pyodide.code import run_js
from pyodide.ffi import JsException, to_js

TEMML = run_js(files(__name__).joinpath("temml.min.js").read_text("utf-8") + "; temml")
SIDES = {f'class="tml-{side}" style="': f'style="text-align:{side};' for side in ("left", "right")}


class LatexError(Exception):
    """Temml does not know what is in the LaTeX."""


class LatexToMathML:
    """The part of math-core's that labnet uses; its options are Temml's way in any case."""

    def __init__(self, **_):
        pass

    def convert_with_local_state(self, latex, *, displaystyle):
        options = {"displayMode": displaystyle, "throwOnError": True}
        options = to_js(options, dict_converter=Object.fromEntries)
        try:
            found = TEMML.renderToString(latex, options)
        except JsException as error:
            raise LatexError(str(error)) from None
        for name, style in SIDES.items():  # Temml leaves these to a style sheet of its own
            found = found.replace(name, style)
        return found
