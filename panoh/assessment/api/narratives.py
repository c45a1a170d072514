"""API of the review desk: the same texts, facts, verdicts and series as its pages."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, File, Schema, Status
from ninja.files import UploadedFile

from panoh.assessment import actions
from panoh.assessment.api.router import router
from panoh.assessment.models import Fact, FactVerdict, Narrative
from panoh.assessment.queries.facts import FactCard, card_for, fact_for
from panoh.assessment.queries.narratives import NarrativeLine, narrative_for, narrative_page, narratives_for
from panoh.assessment.queries.series import Provenance, series_for
from panoh.assessment.rules.given import Values
from panoh.registry.pages import officer_of


class ValuesData(Schema):
    """`status`: reported, zero or not_reported. `value` is null where nothing was reported, and 0 where there was none.
    `qualifier`: at_least, more_than, approximately or up_to; empty for an exact number."""

    measure: str
    status: str
    value: Decimal | None = Field(None, max_digits=18, decimal_places=3)
    unit: str
    year: int | None = None
    breakdown: dict[str, str] = {}
    actor: str = "government"
    usd: Decimal | None = Field(None, max_digits=18, decimal_places=3)
    qualifier: str = ""
    consecutive_years: int | None = None

    @staticmethod
    def told(values: Values) -> ValuesData:
        return ValuesData(**{**values.as_json(), "value": values.value, "usd": values.usd})

    def values(self) -> Values:
        return Values(**{**self.dict(), "breakdown": tuple(sorted(self.breakdown.items()))})


class NarrativeIn(Schema):
    """`year_sure`: the year is right although the dates in the text are those of another year's report."""

    country: str
    report: int
    publisher: str
    text: str
    year_sure: bool = False


class NarrativeLineOut(Schema):
    id: int
    country: str
    report: int
    publisher: str
    partial: bool
    facts: int
    unread: int
    differing: int
    accepted: int

    @staticmethod
    def of(line: NarrativeLine) -> NarrativeLineOut:
        told = line.narrative
        return NarrativeLineOut(
            id=told.pk,
            country=told.country,
            report=told.report,
            publisher=told.publisher,
            partial=told.partial,
            facts=line.facts,
            unread=line.unread,
            differing=line.differing,
            accepted=line.accepted,
        )


class VerdictOut(Schema):
    kind: str
    values: ValuesData | None
    because: str
    settles: bool
    by: str
    at: datetime
    counts: bool


class FactOut(Schema):
    """`read`: as the reader read it. `state`: unread, accepted, rejected, differing, or second: a number given by hand does not
    stand in the words, and a second person has to say the same. `accepted`: as it is published, null while it is not."""

    id: int
    quote: str
    start: int
    end: int
    added_by_person: bool
    read: ValuesData
    state: str
    accepted: ValuesData | None
    verdicts: list[VerdictOut]

    @staticmethod
    def of(card: FactCard) -> FactOut:
        fact = card.fact
        return FactOut(
            id=fact.pk,
            quote=fact.quote,
            start=fact.start,
            end=fact.end,
            added_by_person=fact.added_by_id is not None,
            read=ValuesData.told(card.read.values),
            state=card.standing.state.value,
            accepted=ValuesData.told(card.says.values) if card.says else None,
            verdicts=[_verdict(line.verdict, line.counts) for line in card.lines],
        )


class NarrativeOut(Schema):
    """`heading`: the heading of the text, where it names no country the reports write about; else empty."""

    id: int
    country: str
    report: int
    publisher: str
    partial: bool
    heading: str
    text: str
    facts: list[FactOut]


class VerdictIn(Schema):
    """`values` as read accepts, others correct, null rejects. A correction and a rejection say why."""

    values: ValuesData | None = None
    because: str = Field("", max_length=500)


class FactIn(Schema):
    """`quote` word for word; `start` where it stands, needed if it stands there more than once."""

    quote: str
    start: int | None = None
    values: ValuesData


class NarrativeMade(Schema):
    id: int


class PublishedFactOut(Schema):
    """An accepted fact. `side_by_side`: what its row is: number, zero, not_reported, several, or conflict.
    `number_in_quote`: false where a number given by hand does not stand in the sentence; two people accepted it."""

    fact: int
    narrative: int
    country: str
    values: ValuesData
    side_by_side: str
    publisher: str
    report: int
    quote: str
    added_by_person: bool
    corrected: bool
    number_in_quote: bool
    accepted_by: list[str]

    @staticmethod
    def of(told: Provenance, shown: str) -> PublishedFactOut:
        accepted = told.accepted
        return PublishedFactOut(
            fact=accepted.fact,
            narrative=told.narrative,
            country=accepted.country,
            values=ValuesData.told(accepted.values),
            side_by_side=shown,
            publisher=accepted.publisher,
            report=accepted.report,
            quote=accepted.quote,
            added_by_person=told.added,
            corrected=told.corrected,
            number_in_quote=told.printed,
            accepted_by=[f"{each.by.name}, {each.at:%Y-%m-%d}" for each in told.verdicts],
        )


@router.get("/narratives", response=list[NarrativeLineOut])
def narratives(request: HttpRequest) -> list[NarrativeLineOut]:
    """Every source text, with how many of its facts stand where."""
    return [NarrativeLineOut.of(line) for line in narratives_for(officer_of(request))]


@router.post("/narratives", response={201: NarrativeMade})
def bring_narrative(request: HttpRequest, given: NarrativeIn) -> Status[Narrative]:
    """Bring in a text, pasted."""
    asked = given.dict(exclude={"text"})
    officer, content = officer_of(request), given.text.encode()
    return Status(201, actions.bring_narrative(content=content, **asked, by=officer, at=timezone.now()))


@router.post("/narratives/file", response={201: NarrativeMade})
def bring_narrative_file(
    request: HttpRequest,
    file: File[UploadedFile],
    country: str = "",
    report: int = 0,
    publisher: str = "",
    year_sure: bool = False,
) -> Status[Narrative]:
    """Bring in a text as a file: plain text, or a PDF set in letters."""
    made = actions.bring_narrative(
        content=file.read(),
        country=country,
        report=report,
        publisher=publisher,
        year_sure=year_sure,
        by=officer_of(request),
        at=timezone.now(),
    )
    return Status(201, made)


@router.get("/narratives/{narrative_id}", response=NarrativeOut)
def narrative(request: HttpRequest, narrative_id: int) -> NarrativeOut:
    """One text with its facts and what every reader said."""
    page = narrative_page(officer_of(request), narrative_id)
    told = page.narrative
    return NarrativeOut(
        id=told.pk,
        country=told.country,
        report=told.report,
        publisher=told.publisher,
        partial=told.partial,
        heading=page.heading,
        text=told.text,
        facts=[FactOut.of(each) for each in page.cards],
    )


@router.post("/narratives/{narrative_id}/facts", response={201: NarrativeMade})
def add_fact(request: HttpRequest, narrative_id: int, given: FactIn) -> Status[Fact]:
    """Add a fact the reader did not find, by its words."""
    officer = officer_of(request)
    told, values = narrative_for(officer, narrative_id), given.values.values()
    made = actions.add_fact(
        narrative=told, quote=given.quote, start=given.start, values=values, by=officer, at=timezone.now()
    )
    return Status(201, made)


@router.get("/facts/{fact_id}", response=FactOut)
def fact(request: HttpRequest, fact_id: int) -> FactOut:
    return FactOut.of(card_for(officer_of(request), fact_id))


@router.post("/facts/{fact_id}/verdicts", response={201: NarrativeMade})
def judge_fact(request: HttpRequest, fact_id: int, given: VerdictIn) -> Status[FactVerdict]:
    """One reader's verdict, beside those of others."""
    officer, values = officer_of(request), given.values.values() if given.values else None
    told = fact_for(officer, fact_id)
    made = actions.judge_fact(fact=told, values=values, because=given.because, by=officer, at=timezone.now())
    return Status(201, made)


@router.post("/facts/{fact_id}/settlement", response={201: NarrativeMade})
def settle_fact(request: HttpRequest, fact_id: int, given: VerdictIn) -> Status[FactVerdict]:
    """A third person decides between readers who differ."""
    officer, values = officer_of(request), given.values.values() if given.values else None
    told = fact_for(officer, fact_id)
    made = actions.settle_fact(fact=told, values=values, because=given.because, by=officer, at=timezone.now())
    return Status(201, made)


@router.get("/series", response=list[PublishedFactOut])
def series(request: HttpRequest, country: str = "", measure: str = "") -> list[PublishedFactOut]:
    """Accepted facts with where each comes from. Sources that do not agree all stand here, marked as a conflict."""
    shown = series_for(officer_of(request), country=country, measure=measure)
    return [PublishedFactOut.of(each, row.row.cell.shown.value) for row in shown.rows for each in row.values]


def _verdict(verdict: FactVerdict, counts: bool) -> VerdictOut:
    return VerdictOut(
        kind=verdict.kind,
        values=ValuesData.told(Values.of(verdict.values)) if verdict.values else None,
        because=verdict.because,
        settles=verdict.settles,
        by=f"{verdict.by.name} ({verdict.by.post})",
        at=verdict.at,
        counts=counts,
    )
