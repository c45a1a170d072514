"""How long people waited, what waits at the end of a period, and how much is known of those who are counted. Without names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision, Signal, SignalClosing
from panoh.identification.queries.counted_as import counted_as
from panoh.instruments.kinds.source import Words
from panoh.instruments.statistics import definition
from panoh.referral.models import Referral
from panoh.registry import access
from panoh.registry.models import Case, CaseStep, Officer
from panoh.registry.queries.procedures import in_force
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.figures import figure, records_from, today, zone
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.times import WAITS, Known, TimeFigure, coverage, time_figure
from panoh.statistics.rules.values import NotAvailable, Reason, Value, counted
from panoh.statistics.rules.wording import Shown, shown

COVERED = ("victims_presumed", "victims_identified", "persons_screened")
WAITING = ("preliminary_pending", "formal_pending", "reconsideration")
"""States of the procedure in which somebody's decision is waited for."""


@dataclass(frozen=True)
class Waiting:
    """What waited at the end of the period."""

    key: str
    name: object
    value: Value

    @property
    def shown(self) -> tuple[Shown, ...]:
        return (shown(self.value),)


@dataclass(frozen=True)
class TimesPage:
    """`at`: the moment at which what waits was counted; the end of the period, or now."""

    period: Period
    times: tuple[tuple[TimeFigure, TimeFigure], ...]
    waiting: tuple[Waiting, ...]
    coverage: tuple[tuple[Words, tuple[Known, ...]], ...]
    at: datetime
    years: tuple[int, ...]


def times_page(viewer: Officer, *, period: Period, now: datetime) -> TimesPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    span, before = Span(period, zone(), today(now)), Span(period.before, zone(), today(now))
    since, on = records_from(), today(now)
    covered = (definition(each) for each in COVERED)
    first = since.year if since else on.year
    end = min(span.end, now)
    return TimesPage(
        period=period,
        times=tuple(zip(time_figures(before), time_figures(span), strict=True)),
        waiting=tuple(waiting(end, since=since)),
        coverage=tuple((each.name, coverage(figure(each, period, since=since, on=on))) for each in covered),
        at=end,
        years=tuple(range(on.year, min(first, period.year) - 1, -1)),
    )


def time_figures(span: Span) -> tuple[TimeFigure, ...]:
    """In days, of those whose wait ended in the period."""
    return tuple(time_figure(each, _ended(ENDS[each.key], span)) for each in WAITS)


def _ended(end: Callable[[], QuerySet[Any]], span: Span) -> Iterator[tuple[Any, datetime, datetime]]:
    signal = Signal.objects.filter(case=OuterRef("pk")).order_by("received_at").values("received_at")[:1]
    cases: QuerySet[Any] = end().filter(ended__gte=span.start, ended__lt=span.end).annotate(signal=Subquery(signal))
    began = Least("opened_at", Coalesce("signal", "opened_at"))
    waits = cases.annotate(began=began, whole=counted_as("person")).order_by()
    yield from waits.values_list("whole", "began", "ended").iterator(chunk_size=5_000)


def _screened() -> QuerySet[Case]:
    finished = Q(screenings__outcome="finished")
    return Case.objects.annotate(ended=Min("screenings__finished_at", filter=finished))


def _decided() -> QuerySet[Case]:
    rows = Decision.objects.filter(case=OuterRef("pk"), stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL)
    taken = rows.annotate(taken=Coalesce("signed_at", "proposed_at")).order_by("taken").values("taken")[:1]
    return Case.objects.annotate(ended=Subquery(taken))


def _lodged() -> QuerySet[Case]:
    return Case.objects.annotate(ended=Min("stays__from_at"))


ENDS: dict[str, Callable[[], QuerySet[Any]]] = {
    "to_screening": _screened,
    "to_decision": _decided,
    "to_shelter": _lodged,
}


def waiting(at: datetime, *, since: date | None) -> Iterator[Waiting]:
    """What waited at this moment, as the dated records say."""
    if since is None or timezone.localdate(at) < since:
        names = [_("signals of people nobody has met"), _("referrals without an answer")]
        yield from (Waiting("", name, NotAvailable(Reason.BEFORE_RECORDS)) for name in names)
        return
    yield Waiting("signals", _("signals of people nobody has met"), counted(unmet_at(at).count()))
    known = {each.key: each.name for each in in_force().states}
    for state in WAITING:
        yield Waiting(state, known.get(state, Words(state)), counted(_in_state(state, at)))
    unanswered = Referral.objects.filter(sent_at__lt=at).exclude(response__at__lt=at)
    for ended in ("disclosure__until_at", "disclosure__ended_at"):
        unanswered = unanswered.filter(Q(**{ended: None}) | Q(**{f"{ended}__gte": at}))
    yield Waiting("referrals", _("referrals without an answer"), counted(unanswered.count()))


def unmet_at(at: datetime) -> QuerySet[Signal]:
    """Signals of people nobody had met by this moment. One that was closed later waited then, a double too; of those joined
    without closing, which has no day in the records, one counts from the beginning."""
    closed = SignalClosing.objects.filter(Q(taken_up_at=None) | Q(taken_up_at__gte=at), closed_at__lt=at)
    later = SignalClosing.objects.filter(because=SignalClosing.Because.TWIN, closed_at__gte=at)
    alone = Q(same_as=None) | Q(pk__in=later.values("signal"))
    unmet = Signal.objects.filter(alone, received_at__lt=at).exclude(met_at__lt=at)
    return unmet.exclude(pk__in=closed.values("signal"))


def _in_state(state: str, at: datetime) -> int:
    """Cases whose last step before this moment led here."""
    last = CaseStep.objects.filter(case=OuterRef("case"), at__lt=at).order_by("-at", "-pk").values("pk")[:1]
    came = CaseStep.objects.filter(to_state=state, at__lt=at)
    return came.annotate(last=Subquery(last)).filter(pk=F("last")).count()
