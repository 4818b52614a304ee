"""Notebook 01: its exercises, the mistakes they know, its questions, and how a numerical gradient
is watched.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
