"""Compiles folders of modules. Pyodide runs it, so that the bytecode is that of its Python.

A page looks at no source: the bytecode is marked as never to be compared with one.
"""

import sysconfig
import warnings
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import PycInvalidationMode, PyCompileError
from py_compile import compile as compile_file

warnings.simplefilter("ignore")  # others' sources are others' business


def compile_beside(folder):
    """Keep each source, and put its bytecode where Python looks for it."""
    for path, name in modules(folder):
        compiled(path, name, cache_from_source(path))


def compile_instead(folder):
    """Put the bytecode where the source was."""
    for path, name in modules(folder):
        if compiled(path, name, path.with_suffix(".pyc")):
            path.unlink()


def modules(folder):
    """Each module below the folder, and where it will be installed."""
    for path in sorted(Path(folder).rglob("*.py")):
        yield path, f"{sysconfig.get_path('purelib')}/{path.relative_to(folder)}"


def compiled(path, name, target):
    """Whether this is Python, and the bytecode was written."""
    try:
        compile_file(
            path, target, name, doraise=True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
        )
    except PyCompileError:
        return False
    return True
