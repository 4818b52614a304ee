"""Source: the code of a file or cell, as a tree."""

import ast
import linecache


def tree_of(file):
    """The tree of a file or cell; an empty one where its text is not known, or not all Python."""
    try:
        return ast.parse("".join(linecache.getlines(file)))
    except (SyntaxError, ValueError):
        return ast.parse("")
