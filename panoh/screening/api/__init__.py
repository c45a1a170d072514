"""API of screening: the same acts as its pages. Interviews, how a talk is held, what is said in it."""

from panoh.screening.api import said as said  # both join the router of the interview
from panoh.screening.api import talk as talk
from panoh.screening.api.interviews import router

__all__ = ["router"]
