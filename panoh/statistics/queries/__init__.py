"""What the pages, the API and the command read: own figures, published series, the yearly sheet."""

from panoh.statistics.queries.clocks import ClocksPage, clocks_kept
from panoh.statistics.queries.nights import NightsPage, nights_page
from panoh.statistics.queries.sheet import published_for, sheet, sheet_for

__all__ = ["ClocksPage", "NightsPage", "clocks_kept", "nights_page", "published_for", "sheet", "sheet_for"]
