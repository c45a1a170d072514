"""What reaches the hotline of people nobody has met: two calls about one house, a message about a child, somebody found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.identification.actions import join_signals, meet_signal, record_signal
from panoh.identification.models import Signal
from panoh.registry import access
from panoh.registry.models import Case, Officer


def tips(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    """One whose person was met weeks ago, and three of the last days that nobody has followed to the end."""
    yield _met(officers, start=until - timedelta(days=40))
    yield _of_today(officers, start=until - timedelta(hours=30))


def _met(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    hotline = officers["hotline"]
    words = "Invented: a woman asks how her sister gets her passport back."
    told = record_signal(source=Signal.Source.HOTLINE, words=words, by=hotline, at=at)
    while True:
        at = yield at + timedelta(days=3)
        found = (
            Case.objects.filter(state="presumed", desk=hotline.desk, opened_at__gt=start).order_by("opened_at").first()
        )
        if found is not None and access.may(hotline, access.Act.SCREEN, found):
            meet_signal(signal=told, case=found, by=hotline, at=at)
            return


def _of_today(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    by = officers["hotline"]
    words = "Invented: men sleep in a building site in Vahdat and are not let out."
    first = record_signal(source=Signal.Source.HOTLINE, words=words, region="TJ-RA", by=by, at=at)
    at = yield at + timedelta(hours=3)
    words = "Invented: a neighbour heard shouting at night on the site in Vahdat."
    again = record_signal(source=Signal.Source.TIP, words=words, region="TJ-RA", in_danger=True, by=by, at=at)
    at = yield at + timedelta(hours=1)
    join_signals(signal=again, same_as=first, by=by, at=at)
    at = yield at + timedelta(hours=20)
    words = "Invented: a girl of twelve sells tea at the bus station until midnight."
    record_signal(
        source=Signal.Source.MESSAGE,
        words=words,
        region="TJ-SU",
        child_possible=True,
        by=officers["police-sughd"],
        at=at,
    )
