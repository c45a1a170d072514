"""API of the desk: one case on one page, and its attachments."""

from panoh.desk.api.attachments import router as attachments
from panoh.desk.api.case import router

__all__ = ["attachments", "router"]
