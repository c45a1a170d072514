"""What can stand in the way of a copy, in words for whoever runs the server."""

from __future__ import annotations


class CannotKeep(Exception):
    """A copy cannot be made, opened or put back, or what goes with it is missing. Its text says why, what to do, and what
    was done all the same."""
