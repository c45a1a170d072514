"""Counting persons from the case records by the rule of a definition, each once, grouped by the database, without names.

What a rule says stands in `rules/counting.py`; here is where each kind of dated record lies, and how the database counts it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, DateField, F, Min, Q, QuerySet, When, Window
from django.db.models.functions import Coalesce, Greatest, Least, RowNumber, Substr, TruncDate

from panoh.identification.models import Decision
from panoh.identification.queries.counted_as import counted_as, told_of
from panoh.justice.models import Penalty
from panoh.protection.models import ConsularFile, Custody, Return, ServiceGiven, Stay
from panoh.registry import models as registry
from panoh.registry.models import CaseStep
from panoh.screening.models import Screening
from panoh.statistics.rules.counting import RULES, Among, Rule
from panoh.statistics.rules.figures import Cell
from panoh.statistics.rules.periods import Period

LOOKS = ("sex", "born_from", "born_to", "age_in_doubt", "nationality")
LINE = "roster_entry__"
_REGION_LETTERS = 5  # ISO 3166-2, such as TJ-SU: the region without its district


@dataclass(frozen=True)
class Span:
    """A period as the records are dated: by day, and by moments of the country's clock. `today` ends an open stay."""

    period: Period
    zone: ZoneInfo
    today: date

    @property
    def start(self) -> datetime:
        return datetime.combine(self.period.first, time.min, tzinfo=self.zone)

    @property
    def end(self) -> datetime:
        """The first moment after the period."""
        return datetime.combine(self.period.last + timedelta(days=1), time.min, tzinfo=self.zone)


@dataclass(frozen=True)
class Dated:
    """Records of one kind, dated by the annotation `on_record`: a moment, or a day where `by_day`. `form`: where they have
    one of their own, which goes before that of the case. `of_lines`: some were recorded on a line of a list before there
    was a case, and are about whose case the line has since."""

    rows: QuerySet[Any]
    case: str = "case__"
    form: str = ""
    by_day: bool = False
    until: str = ""
    """The moment it ended, or the day where `by_day`, of what lasts."""
    of_lines: bool = False

    def of_case(self, told: Callable[[str], Any]) -> Any:
        """What is told of the case a row is about, by the way to it."""
        own = told(self.case)
        return Case(When(case=None, then=told(f"{LINE}{self.case}")), default=own) if self.of_lines else own

    @property
    def whole(self) -> Any:
        return self.of_case(lambda case: counted_as(f"{case}person"))

    @property
    def looks(self) -> tuple[Any, ...]:
        """What a figure sees of the person and the case, in the order of a `Cell`."""
        form = F(self.form) if self.form else self.of_case(lambda case: F(f"{case}form"))
        region = self.of_case(lambda case: Substr(f"{case}region", 1, _REGION_LETTERS))
        return form, *map(self._look, LOOKS), region

    def _look(self, each: str) -> Any:
        return self.of_case(lambda case: told_of(f"{case}person", each))


@dataclass(frozen=True)
class Records:
    """`dated.rows` compete for each person; those that also meet `within` are counted."""

    dated: Dated
    within: Q


def cells(rule: str, span: Span) -> tuple[Cell, ...]:
    """Persons counted by the definition's rule, as groups that look the same to a figure. One query."""
    records = records_of(RULES[rule], span)
    groups = _counted(records).values_list(*records.dated.looks).annotate(persons=Count("pk")).order_by()
    return tuple(Cell(persons, *group) for *group, persons in groups)


def cases_counted(rule: str, span: Span) -> QuerySet[registry.Case]:
    """The cases behind a figure: that of the record each person was counted by."""
    records = records_of(RULES[rule], span)
    of_case = records.dated.of_case(lambda case: F(f"{case}pk"))
    return registry.Case.objects.filter(pk__in=_counted(records).values(of_case=of_case))


def _counted(records: Records) -> QuerySet[Any]:
    """The record each person is counted by: the earliest of those that compete, where it lies in the period."""
    dated, rows = records.dated, records.dated.rows
    nth = Window(RowNumber(), partition_by=dated.whole, order_by=(F("on_record").asc(), F("pk").asc()))
    first = rows.annotate(nth=nth).filter(nth=1)
    every: QuerySet[Any] = rows.model._default_manager.all()
    return every.filter(pk__in=first.values("pk")).filter(pk__in=rows.filter(records.within).values("pk"))


def records_of(rule: Rule, span: Span) -> Records:
    """The rule as the database reads it."""
    dated = DATED[rule.record]()
    start, end = _edges(dated, span)
    rows = dated.rows.filter(on_record__lt=end)
    if rule.after:
        before = DATED[rule.after]()
        known = before.rows.filter(on_record__lt=_edges(before, span)[1]).annotate(whole=before.whole)
        rows = rows.alias(whole=dated.whole).filter(whole__in=known.values("whole"))
    match rule.among:
        case Among.EVER:
            return Records(replace(dated, rows=rows), Q(on_record__gte=start))
        case Among.PERIOD:
            return Records(replace(dated, rows=rows.filter(on_record__gte=start)), Q())
        case Among.NIGHTS:
            came = TruncDate("on_record", tzinfo=span.zone)
            left = Coalesce(TruncDate(dated.until, tzinfo=span.zone), span.today, output_field=DateField())
            rows = rows.annotate(came=came, left=left).filter(left__gt=Greatest("came", span.period.first))
            return Records(replace(dated, rows=rows), Q())
        case Among.AT_END:
            last = min(span.period.last, span.today)
            lasts = Q(**{dated.until: None}) | Q(**{f"{dated.until}__gt": last})
            return Records(replace(dated, rows=rows.filter(lasts, on_record__lte=last)), Q())


def _edges(dated: Dated, span: Span) -> tuple[date, date]:
    """The first day or moment of the period, and the first after it."""
    if dated.by_day:
        return span.period.first, span.period.last + timedelta(days=1)
    return span.start, span.end


def _screened() -> Dated:
    rows = Screening.objects.filter(outcome=Screening.Outcome.FINISHED, case__isnull=False, finished_at__isnull=False)
    return Dated(rows.annotate(on_record=F("finished_at")))


def _presumed() -> Dated:
    return Dated(CaseStep.objects.filter(to_state="presumed").annotate(on_record=F("at")))


def _identified() -> Dated:
    """A positive decision is dated by its second signature where it has one, else by the day it was taken."""
    rows = Decision.objects.filter(
        stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL, outcome=Decision.Outcome.POSITIVE
    )
    return Dated(rows.annotate(on_record=Coalesce("signed_at", "proposed_at")), form="form")


def _referred() -> Dated:
    """The moment both are true: the person is presumed, and a referral reached intake or a service accepted one."""
    step, answer = F("steps__at"), "needs__referrals__response"
    rows = registry.Case.objects.annotate(
        presumed=Min(step, filter=Q(steps__to_state="presumed")),
        intake=Min(step, filter=Q(steps__to_state="referred")),
        service=Min(f"{answer}__at", filter=Q(**{f"{answer}__accepted": True})),
    )
    # With a moment missing, least and greatest give nothing on SQLite and the other moment on PostgreSQL.
    rows = rows.filter(Q(intake__isnull=False) | Q(service__isnull=False), presumed__isnull=False)
    reached = Least(Coalesce("intake", "service"), Coalesce("service", "intake"))
    return Dated(rows.annotate(on_record=Greatest(reached, F("presumed"))), case="")


def _assisted() -> Dated:
    return Dated(ServiceGiven.objects.annotate(on_record=F("on")), by_day=True)


def _sheltered() -> Dated:
    return Dated(Stay.objects.annotate(on_record=F("from_at")), until="until_at")


def _penalised() -> Dated:
    return Dated(_with_case(Penalty.objects.annotate(on_record=F("imposed_on"))), by_day=True, of_lines=True)


def _returned() -> Dated:
    """Departed is not yet returned: the receiver said that the person came."""
    return Dated(Return.objects.filter(received_at__isnull=False).annotate(on_record=F("received_at")))


def _held() -> Dated:
    rows = _with_case(Custody.objects.annotate(on_record=F("since")))
    return Dated(rows, by_day=True, until="ended_on", of_lines=True)


def _with_case(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(Q(case__isnull=False) | Q(**{f"{LINE}case__isnull": False}))


def _consular() -> Dated:
    return Dated(ConsularFile.objects.annotate(on_record=F("opened_at")))


DATED: dict[str, Callable[[], Dated]] = {
    "screened": _screened,
    "presumed": _presumed,
    "identified": _identified,
    "referred": _referred,
    "assisted": _assisted,
    "sheltered": _sheltered,
    "penalised": _penalised,
    "returned": _returned,
    "held": _held,
    "consular": _consular,
}
"""Every kind of dated record that makes a person count."""
