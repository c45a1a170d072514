"""API of screening: the interview, its finding, and second looks; the same acts and reads as the pages."""

from panoh.screening.api import finding, second_look
from panoh.screening.api.interviews import router

__all__ = ["finding", "router", "second_look"]
