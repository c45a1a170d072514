"""API of screening: the same acts as its pages, in the same order, by the same actions and refusals."""

from panoh.screening.api import instruments as instruments  # the sets of questions join the router of the interview
from panoh.screening.api.interviews import router

__all__ = ["router"]
