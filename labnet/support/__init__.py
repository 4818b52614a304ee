"""What every part of labnet may use: checks, errors, bars, interrupts, widgets, archives.

It imports nothing else of labnet.
"""
