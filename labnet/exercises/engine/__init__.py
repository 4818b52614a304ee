"""The engine: judges a function, and names the mistake. It knows no network and no notebook.

It imports from itself and from support only, so a course on something else could use it.
"""
