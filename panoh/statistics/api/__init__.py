"""API of this stage: the same acts and reads as its pages."""

from panoh.statistics.api import editions as editions  # joins the router of the house
from panoh.statistics.api import figures as figures  # likewise
from panoh.statistics.api import reconciling as reconciling
from panoh.statistics.api.router import router

__all__ = ["router"]
