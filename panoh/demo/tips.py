"""What reaches the hotline of people nobody has met: two calls about one house, a message about a child, somebody found, and
what leads nowhere and is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.identification.actions import (
    agree_to_close_signal,
    close_signal,
    join_signals,
    meet_signal,
    record_signal,
)
from panoh.identification.models import Signal, SignalClosing
from panoh.registry import access
from panoh.registry.models import Agency, Case, Officer


def tips(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    """One whose person was met weeks ago, three that led nowhere, and three of the last days that nobody has followed up."""
    yield _met(officers, start=until - timedelta(days=40))
    yield _nowhere(officers, start=until - timedelta(days=20))
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


def _nowhere(officers: dict[str, Officer], *, start: datetime) -> Life:
    """One is no matter of trafficking, one of danger was looked into and is closed by two, and one waits for the second."""
    at = yield start
    by, intake = officers["hotline"], officers["intake"]
    words = "Invented: a caller wants to know who pays for a visit to the dentist."
    other = record_signal(source=Signal.Source.HOTLINE, words=words, by=by, at=at)
    at = yield at + timedelta(hours=2)
    health = Agency.objects.get(code="ministry_health")
    close_signal(signal=other, because=SignalClosing.Because.ELSEWHERE, handed_to=health, by=by, at=at)
    words = "Invented: somebody cried behind the closed shop in Panjakent; a patrol found it empty."
    empty = record_signal(source=Signal.Source.TIP, words=words, region="TJ-SU", in_danger=True, by=by, at=at)
    at = yield at + timedelta(days=2)
    asked = close_signal(signal=empty, because=SignalClosing.Because.NOBODY, by=by, at=at)
    at = yield at + timedelta(hours=5)
    agree_to_close_signal(closing=asked, by=intake, at=at)
    at = yield start + timedelta(days=19)
    words = "Invented: a child was seen begging at the market, and nobody remembers where."
    child = record_signal(source=Signal.Source.TIP, words=words, child_possible=True, by=by, at=at)
    at = yield at + timedelta(hours=20)
    close_signal(signal=child, because=SignalClosing.Because.TOO_LITTLE, by=by, at=at)


def _of_today(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    by = officers["hotline"]
    words = "Invented: men sleep in a building site in Vahdat and are not let out."
    first = record_signal(source=Signal.Source.HOTLINE, words=words, region="TJ-RA", by=by, at=at)
    at = yield at + timedelta(hours=3)
    words = "Invented: a neighbour heard shouting at night on the site in Vahdat."
    again = record_signal(source=Signal.Source.TIP, words=words, region="TJ-RA", in_danger=True, by=by, at=at)
    at = yield at + timedelta(hours=1)
    join_signals(signal=first, same_as=again, by=by, at=at)
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
