"""What the pages, the API and the command read: own figures, published series, the yearly sheet."""

from panoh.statistics.queries.sheet import published_for, sheet, sheet_for

__all__ = ["published_for", "sheet", "sheet_for"]
