"""Source texts: the list with what is still to read, and one text with its facts marked where they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from panoh.assessment.models import FactVerdict, Narrative
from panoh.assessment.queries.facts import FactCard, card, standing_after
from panoh.assessment.rules.marked import Stretch, marked
from panoh.assessment.rules.readers import State
from panoh.instruments.assessment import tier_history
from panoh.instruments.kinds.source import Words
from panoh.narratives.sources import named_in_header
from panoh.narratives.wholeness import headers_in
from panoh.registry import access
from panoh.registry.models import Officer


@dataclass(frozen=True)
class NarrativeLine:
    """A text in the list, with how many of its facts stand where."""

    narrative: Narrative
    country: Words
    facts: int
    unread: int
    differing: int
    accepted: int


@dataclass(frozen=True)
class NarrativePage:
    """`heading`: what the text calls its country, where the reports write about none of that name; else empty. `others`: further
    texts of the same report."""

    narrative: Narrative
    country: Words
    heading: str
    paragraphs: tuple[tuple[Stretch, ...], ...]
    cards: tuple[FactCard, ...]
    others: tuple[Narrative, ...]
    may_judge: bool

    @property
    def left(self) -> int:
        return len(self._waiting)

    @property
    def first_left(self) -> int | None:
        return next((each.fact.pk for each in self._waiting), None)

    @property
    def _waiting(self) -> tuple[FactCard, ...]:
        waits = {State.UNREAD, State.SECOND, State.DIFFERING}
        return tuple(each for each in self.cards if each.standing.state in waits)


def narratives_for(viewer: Officer) -> tuple[NarrativeLine, ...]:
    """Newest report first."""
    access.require(viewer, access.Act.SEE_FIGURES)
    found = _with_facts().defer("text").order_by("-report", "country", "pk")
    return tuple(_line(each) for each in found)


def narrative_for(viewer: Officer, narrative_id: int) -> Narrative:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(Narrative, pk=narrative_id)


def narrative_page(viewer: Officer, narrative_id: int) -> NarrativePage:
    """In the order of the text. Facts of one sentence stand together."""
    access.require(viewer, access.Act.SEE_FIGURES)
    narrative = get_object_or_404(_with_facts(), pk=narrative_id)
    facts = sorted(narrative.facts.all(), key=lambda each: (each.start, each.pk))
    spans = ((each.pk, each.start, each.end) for each in facts)
    return NarrativePage(
        narrative=narrative,
        country=country_name_of(narrative.country),
        heading=unknown_heading(narrative.text, country_name_of(narrative.country)),
        paragraphs=marked(narrative.text, spans),
        cards=tuple(card(viewer, each, each.verdicts.all()) for each in facts),
        others=tuple(_of_the_same_report(narrative)),
        may_judge=access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


def _of_the_same_report(narrative: Narrative) -> QuerySet[Narrative]:
    same = Narrative.objects.filter(country=narrative.country, report=narrative.report).exclude(pk=narrative.pk)
    return same.defer("text").order_by("pk")


def unknown_heading(text: str, country: Words) -> str:
    """The heading line of a text that names no country there is: what was read may be of another place, or of none."""
    heading = next(iter(headers_in(text)), "")
    known = named_in_header(text) or country.en.casefold() in heading.casefold()
    return "" if known else heading


def country_name_of(code: str) -> Words:
    return next((each.name for each in tier_history().countries if each.code == code), Words(code))


def _with_facts() -> QuerySet[Narrative]:
    verdicts = FactVerdict.objects.select_related("by__post").order_by("pk")
    return Narrative.objects.select_related("brought_by__post").prefetch_related(
        "facts", Prefetch("facts__verdicts", verdicts)
    )


def _line(narrative: Narrative) -> NarrativeLine:
    states = Counter(standing_after(each.verdicts.all()).state for each in narrative.facts.all())
    return NarrativeLine(
        narrative=narrative,
        country=country_name_of(narrative.country),
        facts=states.total(),
        unread=states[State.UNREAD] + states[State.SECOND],
        differing=states[State.DIFFERING],
        accepted=states[State.ACCEPTED],
    )
