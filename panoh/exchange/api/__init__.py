"""API of what comes in and leaves: lists and who on them may be on record, lists of penalties, figures, answers, publications."""

from panoh.exchange.api.answers import router as answers
from panoh.exchange.api.figures import router as figures
from panoh.exchange.api.lists import router as lists
from panoh.exchange.api.matches import router as matches
from panoh.exchange.api.penalties import router as penalties
from panoh.exchange.api.publications import router as publications

routers = (lists, matches, penalties, figures, answers, publications)

__all__ = ["routers"]
