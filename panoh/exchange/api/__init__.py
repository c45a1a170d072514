"""API of operations, the lists sent to them, the people on these who may be on record, and lists of penalties."""

from panoh.exchange.api.lists import router
from panoh.exchange.api.matches import router as matches
from panoh.exchange.api.penalties import router as penalties

__all__ = ["matches", "penalties", "router"]
