"""The refusal of a table, on its own so that whoever catches it need not start Arrow."""

from __future__ import annotations


class TableUnusable(ValueError):
    """The table cannot be scored, and why and what to do. Nothing was written."""
