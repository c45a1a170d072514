"""API of the desk: one case on one page, and its attachments."""

from panoh.desk.api.attachments import router as attachments
from panoh.desk.api.case import router
from panoh.desk.api.emergencies import router as emergencies
from panoh.desk.api.readings import router as readings

__all__ = ["attachments", "emergencies", "readings", "router"]
