"""A mirror for chain collaboration in Dutch municipalities."""

__version__ = "0.1.0"
