"""The course as a whole: its notebooks, and the student's copies of them.

It may import from support only: handling files needs no network.
"""
