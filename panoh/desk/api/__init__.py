"""API of the desk: one case on one page, and its attachments."""

from panoh.desk.api.attachments import router as attachments
from panoh.desk.api.case import router
from panoh.desk.api.compartments import router as compartments
from panoh.desk.api.devices import router as devices
from panoh.desk.api.emergencies import router as emergencies
from panoh.desk.api.factors import router as factors
from panoh.desk.api.officers import router as officers
from panoh.desk.api.readings import router as readings
from panoh.desk.api.search import router as search

__all__ = [
    "attachments",
    "compartments",
    "devices",
    "emergencies",
    "factors",
    "officers",
    "readings",
    "router",
    "search",
]
