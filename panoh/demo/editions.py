"""Frozen figures in the demonstration: last year, prepared by the analyst and signed by the commission; a service of that year
was written down late, so that a correction stands beside it. Both are public: the analyst proposed, the commission agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from panoh.demo.clockwork import Life
from panoh.exchange.public.actions import answer_publication, propose_publication
from panoh.identification.queries.counted_as import counted_as
from panoh.protection.actions import record_service
from panoh.protection.models import ServiceGiven
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Refused
from panoh.statistics.actions import correct_edition, prepare_edition, sign_edition
from panoh.statistics.models import Edition
from panoh.statistics.rules.periods import Period, PeriodKind

LATE = ("case-manager", "iom", "border-guard", "police-sughd", "shelter")
"""Whoever of them gave help that nobody had written down; the first who has such a case."""


def editions(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _frozen(officers, year=until.year - 1, start=datetime(until.year, 1, 20, 5, tzinfo=until.tzinfo))


def _frozen(officers: dict[str, Officer], *, year: int, start: datetime) -> Life:
    at = yield start
    analyst, commission = officers["analyst"], officers["commission"]
    first = prepare_edition(period=Period(PeriodKind.CALENDAR_YEAR, year), by=analyst, at=at)
    at = yield at + timedelta(days=1, hours=3)
    sign_edition(edition=first, approved=True, by=commission, at=at)
    yield from _published(first, analyst, commission, start=at + timedelta(days=4))
    at = yield at + timedelta(days=16)
    if _written_down_late(officers, year, at):
        at = yield at + timedelta(days=2)
        because = "Invented: help given in December was written down in February."
        second = correct_edition(edition=first, because=because, by=analyst, at=at)
        at = yield at + timedelta(days=1)
        sign_edition(edition=second, approved=True, by=commission, at=at)
        yield from _published(second, analyst, commission, start=at + timedelta(days=4))


def _published(edition: Edition, analyst: Officer, commission: Officer, *, start: datetime) -> Life:
    """Nothing is published that would need an attack which this installation cannot make: the demonstration then has one
    publication less, as a real office would."""
    at = yield start
    try:
        proposed = propose_publication(edition=edition, by=analyst, at=at)
    except Refused:
        return
    at = yield at + timedelta(days=1)
    answer_publication(publication=proposed, agreed=True, by=commission, at=at)


def _written_down_late(officers: dict[str, Officer], year: int, at: datetime) -> bool:
    """Help of last year to somebody who stood in no count of it so far; nothing where there is nobody such."""
    day = timezone.localdate(at).replace(year=year, month=12, day=29)
    helped = ServiceGiven.objects.filter(on__year=year).annotate(whole=counted_as("case__person")).values("whole")
    presumed = Case.objects.filter(steps__to_state="presumed", steps__at__date__lt=day)
    presumed = presumed.alias(whole=counted_as("person")).exclude(whole__in=helped)
    for by in (officers[name] for name in LATE if name in officers):
        case = access.within(presumed, by, access.Act.RECORD_SERVICE).order_by("-opened_at", "pk").first()
        if case is not None:
            told = {"service": "medical_care", "on": day, "payer": "state", "cost": Decimal(900), "currency": "TJS"}
            record_service(case=case, **told, by=by, at=at)  # type: ignore[arg-type]  # as the act names them
            return True
    return False
