"""The demonstration's places of refuge: the one state shelter in the capital, and an NGO's crisis centre."""

from __future__ import annotations

from datetime import datetime

from panoh.protection.actions import PlaceGiven, open_shelter
from panoh.protection.models import Place, Shelter
from panoh.registry.models import Officer

Kind = Place.Kind
ROOMS = {
    "shelter": (
        ("1", Kind.WOMEN, 4),
        ("2", Kind.WOMEN, 4),
        ("3", Kind.GIRLS, 3),
        ("4", Kind.FAMILY, 4),
        ("5", Kind.MEN, 3),
    ),
    "ngo-shelter": (("A", Kind.WOMEN, 3), ("B", Kind.FAMILY, 3), ("C", Kind.BOYS, 2)),
}
STEP_FREE = frozenset({"1", "4", "B"})
LONG_TERM = frozenset({"3", "4", "C"})
"""Rooms reached without a step, and rooms to stay in for long."""


def open_shelters(officers: dict[str, Officer], *, at: datetime) -> dict[str, Shelter]:
    """Both shelters with their beds. The addresses are invented too."""
    return {
        username: open_shelter(
            desk=officers[username].desk,
            code=f"demo-{username}",
            address="Invented street 1, in no city",
            places=tuple(
                PlaceGiven(room, bed, kind, room in STEP_FREE, room in LONG_TERM)
                for room, kind, beds in rooms
                for bed in range(1, beds + 1)
            ),
            by=officers[username],
            at=at,
        )
        for username, rooms in ROOMS.items()
    }
