"""Notebook 02: its exercises, the mistakes they know, and its questions.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
