"""The course in a web page, without a server of its own: how it is built.

distribution/ : Python for a page: Pyodide, labnet and what they need. play/ : the playground.
`python -m labnet.browser playground` builds; nothing here runs in the page or in a notebook.
"""
