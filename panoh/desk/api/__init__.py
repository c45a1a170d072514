"""API of the desk: one case on one page, and its attachments."""

from panoh.desk.api.attachments import router as attachments
from panoh.desk.api.case import router
from panoh.desk.api.readings import router as readings

__all__ = ["attachments", "readings", "router"]
