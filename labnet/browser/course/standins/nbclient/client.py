"""What nbconvert imports from here."""

from traitlets.config import LoggingConfigurable

NONE = "A web page has no second kernel that could run a notebook: run its cells in the page."


class NotebookClient(LoggingConfigurable):
    """nbconvert makes one for each page that it writes, and has it run nothing."""

    def __init__(self, nb=None, km=None, **settings):
        super().__init__(**settings)

    def execute(self, *_, **__):
        raise NotImplementedError(NONE)


def execute(*_, **__):
    raise NotImplementedError(NONE)
