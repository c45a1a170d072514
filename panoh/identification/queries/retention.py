"""Closed cases whose names are kept beyond their time, and those somebody asked to erase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from panoh.identification.models import Retention
from panoh.identification.models.retention import WAITS_FOR_SECOND
from panoh.instruments import countries
from panoh.instruments.kinds.country import Retention as Period
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry import access
from panoh.registry.models import Case, Officer, not_shut
from panoh.registry.queries.procedures import in_use

SHOWN = 100


@dataclass(frozen=True)
class RetentionPage:
    """`over`: closed so long that somebody decides. `asked`: erasing waits for a second officer. `period`: from the country."""

    over: tuple[Case, ...]
    asked: tuple[Retention, ...]
    period: Period


def retention_page(viewer: Officer, *, now: datetime) -> RetentionPage:
    access.require(viewer, access.Act.KEEP_OR_ERASE)
    over = beyond_their_time(on=timezone.localdate(now)).filter(not_shut(viewer, "pk"))
    return RetentionPage(tuple(over[:SHOWN]), tuple(asked_of(viewer)[:SHOWN]), period())


def period() -> Period:
    return countries.country(settings.COUNTRY).retention


def beyond_their_time(*, on: date, closed_by: date | None = None) -> QuerySet[Case]:
    """Closed longer than names are kept; nobody decided to keep them, nobody asked to erase them. The oldest first.
    `closed_by`: the last day that is long enough ago, where it was reckoned already."""
    last = closed_by or years_before(on, period().years_after_closing)
    decided = Retention.objects.filter(Q(keep_until__gt=on) | Q(keep_until=None, refused_at=None))
    closed = closed_cases().filter(state_since__date__lte=last)
    return closed.exclude(pk__in=decided.values("case")).select_related("desk__agency").order_by("state_since", "pk")


def closed_cases() -> QuerySet[Case]:
    """Cases in a state in which nothing goes on, by the version each of them keeps: where another version calls a state of the
    same name an end, the person may still be waited for."""
    texts = in_use()
    kept, house = [text.version for text in texts], texts[0]
    closed = ~Q(procedure_version__in=kept) & Q(state__in=_ends(house))  # of before texts were kept
    for text in texts:
        closed |= Q(procedure_version=text.version, state__in=_ends(text))
    return Case.objects.filter(closed)


def closed_for(viewer: Officer) -> QuerySet[Case]:
    return access.within(closed_cases(), viewer, access.Act.KEEP_OR_ERASE)


def _ends(text: Procedure) -> tuple[str, ...]:
    return tuple(state.key for state in text.states if state.kind == "end")


def asked_of(viewer: Officer) -> QuerySet[Retention]:
    """Erasing that waits for the second officer."""
    waiting = asked_of_anybody().filter(not_shut(viewer))
    return waiting.select_related("case__desk__agency", "by__post__desk__agency").order_by("at", "pk")


def asked_of_anybody() -> QuerySet[Retention]:
    return Retention.objects.filter(WAITS_FOR_SECOND)


def was_erased(case: Case) -> bool:
    return Case.objects.filter(pk=case.pk, erased_at__isnull=False).exists()


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February stands for the 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
