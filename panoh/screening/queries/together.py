"""A colleague's open interview with the same person, as whoever would begin a second one may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.registry.models import Officer
from panoh.screening.models import Screening
from panoh.screening.queries.screenings import screenings_for


@dataclass(frozen=True)
class Together:
    """Who talks since when. `open_to_me`: the viewer may go on with it together; the person is not named."""

    screening: Screening
    officer: str
    desk: str
    since: datetime
    open_to_me: bool


def together(viewer: Officer, there: Screening) -> Together:
    mine = screenings_for(viewer).filter(pk=there.pk).exists()
    return Together(there, there.started_by.name, str(there.desk), there.started_at, mine)
