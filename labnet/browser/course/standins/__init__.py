"""Stand-ins for what no page can run, each as small as its users allow; own_wheels packs them."""

from .packing import own_wheels

__all__ = ["own_wheels"]
