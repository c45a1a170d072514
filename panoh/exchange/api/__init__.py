"""API of operations, the lists sent to them, and the people on these who may be on record."""

from panoh.exchange.api.figures import router as figures
from panoh.exchange.api.lists import router
from panoh.exchange.api.matches import router as matches

__all__ = ["figures", "matches", "router"]
