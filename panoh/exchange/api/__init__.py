"""API of the lists sent to operations, the people on these who may be on record, and figures for everybody."""

from panoh.exchange.api.figures import router as figures
from panoh.exchange.api.lists import router
from panoh.exchange.api.matches import router as matches
from panoh.exchange.api.publications import router as publications

__all__ = ["figures", "matches", "publications", "router"]
