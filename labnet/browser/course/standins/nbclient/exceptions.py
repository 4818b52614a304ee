"""What nbconvert catches."""


class CellExecutionError(Exception):
    """A cell failed, in a notebook that was run."""
