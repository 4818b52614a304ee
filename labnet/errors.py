"""The errors of labnet: each says what was wrong, what was expected, and how to mend it."""


class LabnetError(ValueError):
    """Input that labnet cannot use."""


class MissingError(LabnetError, AttributeError):
    """An attribute that does not exist yet (so that `hasattr` still answers False)."""
