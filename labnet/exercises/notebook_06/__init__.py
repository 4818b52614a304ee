"""Notebook 06: its questions.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
