"""Answers that are right, though unusual: each must pass its check.

A module for each notebook, and in it `ANSWERS`: {exercise: [functions]}.
"""
