"""What nbconvert imports from here."""


class KernelManager:
    """Names the kind of a setting."""
