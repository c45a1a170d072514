"""Counting criminal cases, crimes, suspects and victims, each in its own unit, with and without what is about migration only.

No name and no link is opened; whose victim somebody is stays inside justice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from django.db.models import Min, Q, QuerySet

from panoh.justice.models import CriminalCase, CriminalStage, Defendant, Sentence, StageArticle, VictimLink
from panoh.justice.queries.counts import migration_only, offences_now
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules.figures import UNKNOWN, Breakdown, Part
from panoh.statistics.rules.values import Value, counted

Unit = tuple[object, str]
"""One of what is counted: the criminal case it stands in, and whether it is an official where that is asked."""
PARTS = {
    "migration": ("without", "only"),
    "official": ("yes", "no", UNKNOWN),
    "stage": tuple(CriminalCase.Stage.values),
}


def of_criminal_cases(rule: str, dimensions: Iterable[str], span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    """The figure and its breakdowns; each unit stands in exactly one row of each."""
    units, asked = list(RULES[rule](span)), tuple(dimensions)
    stages = _stages(span) if "stage" in asked and units else {}
    offences = offences_now() if units else {}
    of_each = {
        "migration": [
            ("only" if migration_only(offences.get(case, set())) else "without") for case, _official in units
        ],
        "official": [official or UNKNOWN for _case, official in units],
        "stage": [stages.get(case, CriminalCase.Stage.OPENED) for case, _official in units],
    }
    made = []
    for dimension in asked:
        found = Counter(of_each[dimension])
        made.append(Breakdown(dimension, tuple(Part(key, counted(found[key])) for key in PARTS[dimension])))
    return counted(len(units)), tuple(made)


def _stages(span: Span) -> dict[object, str]:
    """How far each case came by the end of the period, so that a period that is over reads the same later."""
    rows = CriminalStage.objects.filter(taken_back_at=None, on__lte=span.period.last).order_by("on", "pk")
    return dict(rows.values_list("criminal_case", "kind"))


def _first(kind: str, span: Span) -> QuerySet[CriminalCase]:
    """Criminal cases that came to this stage in the period for the first time."""
    first = Min("stages__on", filter=Q(stages__kind=kind, stages__taken_back_at=None))
    rows = CriminalCase.objects.annotate(first=first)
    return rows.filter(first__range=(span.period.first, span.period.last)).order_by()


def _cases_opened(span: Span) -> Iterator[Unit]:
    for case in _first(CriminalCase.Stage.OPENED, span).values_list("pk", flat=True):
        yield case, ""


def _crimes(span: Span) -> Iterator[Unit]:
    opened = _first(CriminalCase.Stage.OPENED, span).values("pk")
    rows = StageArticle.objects.filter(stage__kind=CriminalCase.Stage.OPENED, stage__criminal_case__in=opened)
    for case, _offence in rows.values_list("stage__criminal_case", "offence").distinct():
        yield case, ""


def _charged(span: Span) -> Iterator[Unit]:
    charged = _first(CriminalCase.Stage.CHARGED, span).values("pk")
    yield from Defendant.objects.filter(criminal_case__in=charged).values_list("criminal_case", "official")


def _convicted(span: Span) -> Iterator[Unit]:
    rows = Sentence.objects.filter(convicted=True).values_list(
        "defendant", "defendant__criminal_case", "defendant__official"
    )
    first = rows.annotate(first=Min("on")).filter(first__range=(span.period.first, span.period.last)).order_by()
    for _who, case, official, _on in first:
        yield case, official


def _victims(span: Span) -> Iterator[Unit]:
    rows = VictimLink.objects.filter(ended_at=None, at__gte=span.start, at__lt=span.end)
    for case in rows.values_list("criminal_case", flat=True):
        yield case, ""


RULES: dict[str, Callable[[Span], Iterator[Unit]]] = {
    "criminal_cases_opened": _cases_opened,
    "crimes_in_cases_opened": _crimes,
    "suspects_charged": _charged,
    "suspects_convicted": _convicted,
    "victims_of_criminal_cases": _victims,
}
