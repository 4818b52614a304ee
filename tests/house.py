"""A House: the modules of a package and what they import from each other, read from its files.

Everything comes from the syntax tree, so an import inside a function counts like any other.
"""

import ast
from functools import cached_property
from os.path import commonprefix
from typing import NamedTuple

DEFINITIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef


class Arrow(NamedTuple):
    """An import, from module to module: ("report", "page"); a folder is ("report", "__init__").

    place : file and line. words : what stands there.
    """

    source: tuple
    target: tuple
    place: str
    words: str

    def __str__(self):
        return f"{self.place}: {self.words}"

    @property
    def folder(self):
        """The innermost folder that holds both ends."""
        return commonprefix([self.source[:-1], self.target[:-1]])

    @property
    def step(self):
        """From which child of this folder to which: a module, or a sub-folder as a whole."""
        depth = len(self.folder)
        return self.source[depth], self.target[depth]


class House:
    """A package as its files have it. trees : {module: syntax tree}; arrows : all its imports."""

    def __init__(self, root):
        self.name = root.name
        files = sorted(root.rglob("*.py"))
        modules = [path.relative_to(root).with_suffix("").parts for path in files]
        trees = [ast.parse(path.read_text("utf-8")) for path in files]
        self.trees = dict(zip(modules, trees, strict=True))

    @cached_property
    def arrows(self):
        return [arrow for module in self.trees for arrow in self.arrows_of(module)]

    def arrows_of(self, module):
        for node in ast.walk(self.trees[module]):
            for base, name, words in imports(node, module[:-1], self.name):
                target = self.found(base, name)
                if target:
                    yield Arrow(module, target, self.place(module, node), words)

    def found(self, base, name):
        """The module that an import gets, or takes a name from; None if there is none."""
        inside = name and self.module((*base, name))
        return inside if inside and name not in self.own_names(base) else self.module(base)

    def module(self, path):
        """The module of this path; the __init__, if it is a folder."""
        return next((one for one in (path, (*path, "__init__")) if one in self.trees), None)

    def own_names(self, folder):
        """What a folder's __init__ takes from elsewhere: it hides a module of the same name."""
        init = self.trees.get((*folder, "__init__"))
        body = init.body if init else []
        taken = [one for one in body if isinstance(one, ast.ImportFrom) and one.module]
        return {alias.asname or alias.name for one in taken for alias in one.names}

    def file(self, module):
        return f"{self.name}/{'/'.join(module)}.py"

    def place(self, module, node):
        return f"{self.file(module)}, line {node.lineno}"

    def definitions(self, *kinds):
        """(module, node) of every definition of these kinds, however deep it stands."""
        for module, tree in self.trees.items():
            yield from ((module, node) for node in ast.walk(tree) if isinstance(node, kinds))


def imports(node, package, root):
    """(path, name or None, words) of each thing that a statement imports from the package."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            first, *path = alias.name.split(".")
            if first == root:  # without `as`, Python binds the package itself
                yield tuple(path) if alias.asname else (), None, f"import {alias.name}"
    elif isinstance(node, ast.ImportFrom):
        base, start = origin(node, package, root), f"{'.' * node.level}{node.module or ''}"
        for alias in node.names if base is not None else ():
            yield base, alias.name, f"from {start} import {alias.name}"


def origin(node, package, root):
    """From where, as a path below the root; None if it is from another package."""
    path = tuple(node.module.split(".")) if node.module else ()
    if node.level:
        return package[: len(package) - node.level + 1] + path
    return path[1:] if path[0] == root else None
