"""How fast an officer may ask the API, open pages and look people up: a count in the database for all processes and machines.

Look-ups are counted one by one. Calls and pages are told to the database in twenties, so that reading stays fast: with four
processes somebody may get sixty beyond the limit, and no more.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import CallCount, Officer
from panoh.registry.refusals import Refused

CALL, PAGE, LOOK_UP = "call", "page", "look_up"
TOLD_AT = 20
KEPT = timedelta(hours=1)


class TooFast(Refused):
    """More than the post's rule allows within a minute. `retry_after`: seconds until it goes on."""

    code = "too_fast"
    status = 429

    def __init__(self, *, retry_after: int) -> None:
        super().__init__(
            _("You asked more often within a minute than your post may."),
            _("Nothing was lost. Wait %(seconds)s seconds and send it again.") % {"seconds": retry_after},
        )
        self.retry_after = retry_after


@dataclass
class _Counting:
    minute: datetime
    told: int = 0
    untold: int = 0


_of_this_process: dict[tuple[int, str], _Counting] = {}
_counting = threading.Lock()


def count(officer: Officer, kind: str, *, limit: int, at: datetime) -> None:
    """Count one more. Raises TooFast beyond the limit."""
    minute = at.replace(second=0, microsecond=0)
    with _counting:
        mine = _of_this_process.get((officer.pk, kind))
        if mine is None or mine.minute != minute:
            mine = _of_this_process[officer.pk, kind] = _Counting(minute)
        mine.untold += 1
        due, sending = mine.untold >= (1 if kind == LOOK_UP else TOLD_AT), mine.untold
        mine.untold = 0 if due else mine.untold
    if due:
        mine.told = _tell(officer, kind, minute, sending)
    if mine.told + mine.untold > limit:
        raise TooFast(retry_after=60 - at.second)


_ADDED = """
INSERT INTO panoh_callcount (officer_id, kind, minute, calls) VALUES (%s, %s, %s, %s)
ON CONFLICT (officer_id, kind, minute) DO UPDATE SET calls = panoh_callcount.calls + excluded.calls RETURNING calls
"""


def _tell(officer: Officer, kind: str, minute: datetime, calls: int) -> int:
    """Add to the count all share, and read it, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ADDED, [officer.pk, kind, connection.ops.adapt_datetimefield_value(minute), calls])
        [shared] = cursor.fetchone()
    if shared == calls:  # the first of its minute
        CallCount.objects.filter(minute__lt=minute - KEPT).delete()
    return int(shared)


def forget() -> None:
    """What this process counted; databases of tests come and go."""
    _of_this_process.clear()
