"""Everybody on a roster is accounted for: where each stands, in exactly one place, so that the sum is the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NOW = "now"
"""An officer is with the person at this moment: a line still waiting, and claimed."""
JOINED = "joined"
"""A line that was found to be somebody else's second line: no person of its own."""
DONE = ("screened", "declined", "moved_on", "not_met")
"""Whoever stands here needs no interview today. Every other status waits for one."""


@dataclass(frozen=True)
class Coverage:
    """People by place. `later`: of those to be seen again, how many on a day that was set."""

    places: Mapping[str, int]
    later: int = 0

    @classmethod
    def of(cls, by_status: Mapping[str, int], claimed: Mapping[str, int], *, later: int = 0) -> Coverage:
        """`claimed`: of each waiting status, with how many an officer is now. They stand under `now` and nowhere else."""
        places = {status: number for status, number in by_status.items() if status != JOINED}
        for status, number in claimed.items():
            if status in places and status not in DONE:
                places[status] -= number
                places[NOW] = places.get(NOW, 0) + number
        return cls(places, min(later, places.get("again", 0)))

    def number(self, place: str) -> int:
        return self.places.get(place, 0)

    @property
    def total(self) -> int:
        return sum(self.places.values())

    @property
    def open(self) -> int:
        """Waiting, or with an officer now."""
        return sum(number for place, number in self.places.items() if place not in DONE)

    @property
    def unaccounted(self) -> int:
        """Open, and no day set to see them again."""
        return self.open - self.later

    @property
    def reached(self) -> int:
        """Asked, whatever they said."""
        return self.number("screened") + self.number("declined")

    def missing(self, expected: int | None) -> int:
        """How many of those announced never came onto the roster; none where nobody was announced."""
        return max(0, (expected or 0) - self.total)


def together(all_of: tuple[Coverage, ...]) -> Coverage:
    """Several rosters as one."""
    places: dict[str, int] = {}
    for each in all_of:
        for place, number in each.places.items():
            places[place] = places.get(place, 0) + number
    return Coverage(places, sum(each.later for each in all_of))
