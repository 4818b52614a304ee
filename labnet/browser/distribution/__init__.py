"""Python for a web page: Pyodide's own files, labnet, and the wheels that they need."""

from .assembly import assemble

__all__ = ["assemble"]
