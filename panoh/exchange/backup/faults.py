"""What can stand in the way of a copy, in words for whoever runs the server."""

from __future__ import annotations


class CannotKeep(Exception):
    """A copy cannot be made, opened or put back. Its text says why and what to do; nothing was changed."""
