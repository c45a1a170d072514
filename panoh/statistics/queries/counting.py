"""Counting persons from the case records by the rule of a definition, each once, grouped by the database, without names.

A rule says which dated records compete for a person and which of them fall in the period. The earliest one counts, and
gives the person's row in every breakdown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, DateField, F, Min, Q, QuerySet, Window
from django.db.models.functions import Coalesce, Greatest, Least, RowNumber, Substr, TruncDate

from panoh.identification.models import Decision
from panoh.justice.models import Penalty
from panoh.protection.models import ConsularFile, Custody, Return, ServiceGiven, Stay
from panoh.registry.models import Case, CaseStep
from panoh.screening.models import Screening
from panoh.statistics.rules.figures import Cell
from panoh.statistics.rules.periods import Period

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
class Records:
    """`rows`, dated by the annotation `on_record`, compete for each person; those that also meet `within` are counted."""

    rows: QuerySet[Any]
    within: Q
    case: str = "case__"
    form: str = "case__form"


def cells(rule: str, span: Span) -> tuple[Cell, ...]:
    """Persons counted by the definition's rule, as groups that look the same to a figure. One query."""
    records = RULES[rule](span)
    person = f"{records.case}person"
    nth = Window(RowNumber(), partition_by=F(f"{person}_id"), order_by=(F("on_record").asc(), F("pk").asc()))
    first = records.rows.annotate(nth=nth).filter(nth=1)
    groups = (
        records.rows.model._default_manager.filter(pk__in=first.values("pk"))
        .filter(pk__in=records.rows.filter(records.within).values("pk"))
        .values_list(
            F(records.form),
            F(f"{person}__sex"),
            F(f"{person}__born_from"),
            F(f"{person}__born_to"),
            F(f"{person}__age_in_doubt"),
            F(f"{person}__nationality"),
            Substr(f"{records.case}region", 1, _REGION_LETTERS),
        )
        .annotate(persons=Count("pk"))
        .order_by()
    )
    return tuple(Cell(persons, *group) for *group, persons in groups)


def _screened(span: Span) -> Records:
    rows = Screening.objects.filter(outcome=Screening.Outcome.FINISHED, case__isnull=False)
    rows = rows.filter(finished_at__gte=span.start, finished_at__lt=span.end)
    return Records(rows.annotate(on_record=F("finished_at")), Q())


def _first_presumed(span: Span) -> Records:
    rows = CaseStep.objects.filter(to_state="presumed", at__lt=span.end).annotate(on_record=F("at"))
    return Records(rows, Q(at__gte=span.start))


def _first_identified(span: Span) -> Records:
    """A positive decision is dated by its second signature where it has one, else by the day it was taken."""
    rows = Decision.objects.filter(
        stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL, outcome=Decision.Outcome.POSITIVE
    )
    rows = rows.annotate(on_record=Coalesce("signed_at", "proposed_at")).filter(on_record__lt=span.end)
    return Records(rows, Q(on_record__gte=span.start), form="form")


def _first_referred(span: Span) -> Records:
    """The moment both are true: the person is presumed, and a referral reached intake or a service accepted one."""
    step, answer = F("steps__at"), "needs__referrals__response"
    rows = Case.objects.annotate(
        presumed=Min(step, filter=Q(steps__to_state="presumed")),
        intake=Min(step, filter=Q(steps__to_state="referred")),
        service=Min(f"{answer}__at", filter=Q(**{f"{answer}__accepted": True})),
    )
    # With a moment missing, least and greatest give nothing on SQLite and the other moment on PostgreSQL.
    rows = rows.filter(Q(intake__isnull=False) | Q(service__isnull=False), presumed__isnull=False)
    reached = Least(Coalesce("intake", "service"), Coalesce("service", "intake"))
    rows = rows.annotate(on_record=Greatest(reached, F("presumed"))).filter(on_record__lt=span.end)
    return Records(rows, Q(on_record__gte=span.start), case="", form="form")


def _assisted(span: Span) -> Records:
    presumed = CaseStep.objects.filter(to_state="presumed", at__lt=span.end).values("case__person")
    rows = ServiceGiven.objects.filter(on__gte=span.period.first, on__lte=span.period.last)
    return Records(rows.filter(case__person__in=presumed).annotate(on_record=F("on")), Q())


def _sheltered(span: Span) -> Records:
    """A night belongs to the day it begins on; a stay that ended on the day it began had none."""
    came = TruncDate("from_at", tzinfo=span.zone)
    left = Coalesce(TruncDate("until_at", tzinfo=span.zone), span.today, output_field=DateField())
    rows = Stay.objects.filter(from_at__lt=span.end).annotate(on_record=F("from_at"), came=came, left=left)
    return Records(rows.filter(left__gt=Greatest("came", span.period.first)), Q())


def _penalised(span: Span) -> Records:
    rows = Penalty.objects.filter(case__isnull=False, imposed_on__range=(span.period.first, span.period.last))
    return Records(rows.annotate(on_record=F("imposed_on")), Q())


def _returned(span: Span) -> Records:
    """Departed is not yet returned: the receiver said that the person came."""
    rows = Return.objects.filter(received_at__gte=span.start, received_at__lt=span.end)
    return Records(rows.annotate(on_record=F("received_at")), Q())


def _held_at_the_end(span: Span) -> Records:
    """A state on one day: the last of the period, or today where it is not over."""
    last = min(span.period.last, span.today)
    rows = Custody.objects.filter(Q(ended_on=None) | Q(ended_on__gt=last), case__isnull=False, since__lte=last)
    return Records(rows.annotate(on_record=F("since")), Q())


def _consular(span: Span) -> Records:
    rows = ConsularFile.objects.filter(opened_at__gte=span.start, opened_at__lt=span.end)
    return Records(rows.annotate(on_record=F("opened_at")), Q())


RULES: dict[str, Callable[[Span], Records]] = {
    "screened_in_period": _screened,
    "first_presumed_in_period": _first_presumed,
    "first_identified_in_period": _first_identified,
    "first_referred_in_period": _first_referred,
    "assisted_in_period": _assisted,
    "sheltered_in_period": _sheltered,
    "penalised_in_period": _penalised,
    "returned_in_period": _returned,
    "held_at_the_end": _held_at_the_end,
    "consular_files_in_period": _consular,
}
