"""How a network class of one's own is judged, wherever its objects keep their numbers."""
