"""The code of a cell as a tree."""

import ast
import re
import warnings

MAGIC = re.compile(r"(?m)^\s*%%?\w+ ?|^\s*!.*")  # what only IPython understands, as in %time f(x)


def parsed(cell):
    """An ast.Module; an empty one if the cell cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it is the notebook's code, and was run there
            return ast.parse(MAGIC.sub("", cell.source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # the last two: nested too deep
        return ast.Module(body=[], type_ignores=[])
