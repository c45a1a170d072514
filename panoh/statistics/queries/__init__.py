"""What the pages, the API and the command read: own figures, published series, the yearly sheet."""

from panoh.statistics.queries.clocks import ClocksPage, clocks_kept
from panoh.statistics.queries.sheet import published_for, sheet, sheet_for

__all__ = ["ClocksPage", "clocks_kept", "published_for", "sheet", "sheet_for"]
