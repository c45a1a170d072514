"""Acts of protection: opening a shelter, giving a place, ending a stay, recording a service."""

from panoh.protection.actions.services import record_service
from panoh.protection.actions.shelters import PlaceGiven, open_shelter
from panoh.protection.actions.stays import PlaceTaken, end_stay, give_place

__all__ = ["PlaceGiven", "PlaceTaken", "end_stay", "give_place", "open_shelter", "record_service"]
