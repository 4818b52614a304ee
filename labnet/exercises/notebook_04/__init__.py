"""Notebook 04: its exercises, the mistakes they know, its questions, and how random draws and
steps are judged.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
