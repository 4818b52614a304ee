"""The face of the explorer: what of a run is shown, as numbers, words and controls.

It imports from run/, never the other way round; live.py and widget.py bring both to the browser.
"""
