"""What nbconvert imports from here."""

from traitlets.config import LoggingConfigurable

NONE = "A web page has no second kernel that could run a notebook: run its cells in the page."


class NotebookClient(LoggingConfigurable):
    """Can be named as a base class, and not be used."""

    def __init__(self, *_, **__):
        raise NotImplementedError(NONE)


def execute(*_, **__):
    raise NotImplementedError(NONE)
