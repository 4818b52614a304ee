"""The engine: judges a function, and names the mistake.

It imports from itself and from support only. It computes nothing of the course's networks, though
some of its sentences mention the course's functions.
"""
