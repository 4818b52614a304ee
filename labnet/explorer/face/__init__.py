"""The face of the explorer: what of a run is shown, as numbers, words and controls."""
