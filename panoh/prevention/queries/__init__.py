"""Reads of prevention. Sites are read by those who watch them; nobody's name stands in any."""

from panoh.prevention.queries.worklist import parts, worklist

__all__ = ["parts", "worklist"]
