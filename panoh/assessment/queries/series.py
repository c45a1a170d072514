"""The published series: accepted facts with where each comes from, who accepted it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from panoh.assessment.models import Fact, FactVerdict
from panoh.assessment.queries.facts import InWords, as_read, printed, said_by, standing_after
from panoh.assessment.queries.narratives import country_name_of
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.readers import State
from panoh.assessment.rules.series import Accepted, Row, rows
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer


@dataclass(frozen=True)
class Provenance:
    """One value with everything that is known of where it comes from. `corrected`: it says something else than was read, or
    than was marked by hand. `added`: a person marked it and no reader found it.
    `printed`: its number stands in the sentence; where it does not, two people accepted it."""

    accepted: Accepted
    narrative: int
    says: InWords
    verdicts: tuple[FactVerdict, ...]
    corrected: bool
    added: bool
    printed: bool


@dataclass(frozen=True)
class SeriesRow:
    row: Row
    country: Words
    says: InWords
    values: tuple[Provenance, ...]


@dataclass(frozen=True)
class Series:
    """`facts` by their number, for whoever needs more than a row shows."""

    rows: tuple[SeriesRow, ...]
    countries: tuple[tuple[str, Words], ...]
    measures: tuple[tuple[str, Words], ...]
    country: str = ""
    measure: str = ""
    conflicts: int = field(default=0)


def series_for(viewer: Officer, *, country: str = "", measure: str = "") -> Series:
    access.require(viewer, access.Act.SEE_FIGURES)
    everything = tuple(provenances())
    asked = [
        each
        for each in everything
        if country in {"", each.accepted.country} and measure in {"", each.accepted.values.measure}
    ]
    shown = _rows(asked)
    return Series(
        rows=shown,
        countries=tuple(
            (code, country_name_of(code)) for code in sorted({each.accepted.country for each in everything})
        ),
        measures=tuple({each.says.values.measure: each.says.measure for each in everything}.items()),
        country=country,
        measure=measure,
        conflicts=sum(row.row.cell.shown == "conflict" for row in shown),
    )


def provenances(countries: Iterable[str] | None = None, measure: str = "") -> Iterator[Provenance]:
    """Every fact that stands accepted, or those of one measure. One that readers differ about is in no series until it is
    settled."""
    verdicts = FactVerdict.objects.select_related("by__post__desk__agency").order_by("pk")
    facts = Fact.objects.filter(verdicts__isnull=False).distinct().select_related("narrative").defer("narrative__text")
    if countries is not None:
        facts = facts.filter(narrative__country__in=tuple(countries))
    if measure:  # as it was read or as a verdict corrected it
        facts = facts.filter(Q(measure=measure) | Q(verdicts__values__measure=measure))
    for fact in facts.order_by("pk").prefetch_related(Prefetch("verdicts", verdicts)):
        said = list(fact.verdicts.all())
        stands = standing_after(said)
        if stands.state is State.ACCEPTED and stands.values is not None:
            values = Values.of(stands.values)
            if measure in {"", values.measure}:
                yield _provenance(fact, values, said)


def accepted(countries: Iterable[str] | None = None, measure: str = "") -> tuple[Accepted, ...]:
    return tuple(each.accepted for each in provenances(countries, measure))


def _provenance(fact: Fact, values: Values, said: list[FactVerdict]) -> Provenance:
    newest = {each.by_id: each for each in said}
    told = fact.narrative
    return Provenance(
        accepted=Accepted(fact.pk, told.country, told.report, told.publisher, fact.quote, values),
        narrative=told.pk,
        says=InWords.of(values),
        verdicts=tuple(each for each in newest.values() if said_by(each) == values.as_json()),
        corrected=values != as_read(fact),
        added=fact.added_by_id is not None,
        printed=printed(fact, values),
    )


def _rows(found: list[Provenance]) -> tuple[SeriesRow, ...]:
    known = {each.accepted.fact: each for each in found}
    return tuple(
        SeriesRow(
            row=row,
            country=country_name_of(row.country),
            says=known[row.cell.facts[0].fact].says,
            values=tuple(known[each.fact] for each in row.cell.facts),
        )
        for row in rows(each.accepted for each in found)
    )
