"""Notebook 07: its exercises, the mistakes they know, its questions, and the claims to judge.

From exercises/ it imports the engine, and the folders of notebooks that it needs.
"""
