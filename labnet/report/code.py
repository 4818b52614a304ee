"""The code of a cell as a tree."""

import ast
import re

MAGIC = re.compile(r"(?m)^\s*%%?\w+ ?|^\s*!.*")  # what only IPython understands, as in %time f(x)


def parsed(cell):
    """An ast.Module; an empty one if the cell cannot be read."""
    try:
        return ast.parse(MAGIC.sub("", cell.source))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
