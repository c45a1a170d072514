"""API of lists sent to operations, of the people on them who may be on record, and of files and figures that leave the house."""

from panoh.exchange.api.answers import router as answers
from panoh.exchange.api.figures import router as figures
from panoh.exchange.api.lists import router
from panoh.exchange.api.matches import router as matches
from panoh.exchange.api.publications import router as publications

__all__ = ["answers", "figures", "matches", "publications", "router"]
