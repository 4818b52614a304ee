"""A run of the explorer: what is trained, how, and how far it has come.

It works without a browser and imports nothing from face/.
"""
