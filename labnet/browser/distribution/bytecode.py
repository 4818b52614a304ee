"""Compiles folders of modules. Pyodide runs it, so that the bytecode is that of its Python.

A page looks at no source: the bytecode is marked as never to be compared with one.
"""

import sys
import sysconfig
import warnings
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import PycInvalidationMode, PyCompileError
from py_compile import compile as compile_file

warnings.simplefilter("ignore")  # others' sources are others' business
INSTALLED = sysconfig.get_path("purelib")
LIBRARY = next((path for path in sys.path if path.endswith(".zip")), "")
# Their docstrings are large, and Matplotlib works for a second on its own at each start.
WITHOUT_DOCSTRINGS = f"{LIBRARY}/", f"{INSTALLED}/matplotlib/"


def compile_beside(folder):
    """Keep each source, and put its bytecode where Python looks for it."""
    for path, name in modules(folder):
        compiled(path, name, cache_from_source(path))


def compile_instead(folder, place=INSTALLED):
    """Put the bytecode where the source was; `place` is where the modules will be found."""
    for path, name in modules(folder, place):
        if compiled(path, name, path.with_suffix(".pyc")):
            path.unlink()


def modules(folder, place=INSTALLED):
    """Each module below the folder, and what its tracebacks will call it."""
    for path in sorted(Path(folder).rglob("*.py")):
        yield path, f"{place}/{path.relative_to(folder)}"


def compiled(path, name, target):
    """Whether this is Python, and the bytecode was written."""
    try:
        compile_file(
            path,
            target,
            name,
            doraise=True,
            optimize=2 if name.startswith(WITHOUT_DOCSTRINGS) else 0,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )
    except PyCompileError:
        return False
    return True
