"""The code of a cell as a tree."""

import ast

from IPython.core.inputtransformer2 import TransformerManager


def parsed(cell):
    """An ast.Module; an empty one if it cannot be read. Lines such as %time are IPython's."""
    try:
        return ast.parse(TransformerManager().transform_cell(cell.source))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
