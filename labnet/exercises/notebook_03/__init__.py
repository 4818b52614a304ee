"""Notebook 03: its exercises, the mistakes they know, its questions, the slips of both passes, and
the bug hunt.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
