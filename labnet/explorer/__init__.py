"""The live explorer: a network that trains before your eyes, with a control for everything.

run/ trains it, face/ says what is shown, js/ draws; live and widget tie them to the browser.
"""

from .widget import Explorer, explore

__all__ = ["Explorer", "explore"]
