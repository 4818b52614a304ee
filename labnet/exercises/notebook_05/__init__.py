"""Notebook 05: its exercises, the mistakes they know, its questions, and how a loop and a class
are judged.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
