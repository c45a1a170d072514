"""One fact: what was read, where it stands after its readers, and everything in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.shortcuts import get_object_or_404

from panoh.assessment.models import Fact, FactVerdict
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.printed import stands_in
from panoh.assessment.rules.readers import Said, Standing, State, standing
from panoh.instruments.assessment import tier_history, vocabulary
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.vocabulary import Vocabulary
from panoh.registry import access
from panoh.registry.models import Officer


@dataclass(frozen=True)
class InWords:
    """What a fact says, in words; `values` for its numbers. `qualifier`: before a number that is not exact, else empty;
    `run`: for how many years in a row, where the text says so."""

    values: Values
    measure: Words
    unit: Words
    actor: Words
    parts: tuple[Words, ...]
    qualifier: Words | None
    run: Words | None

    @classmethod
    def of(cls, values: Values) -> InWords:
        book = vocabulary()
        known = book.measures.get(values.measure)
        return cls(
            values=values,
            measure=known.name if known else Words(values.measure),
            unit=book.unit(values.unit, values.value),
            actor=book.actors.get(values.actor, Words(values.actor)),
            parts=tuple(nationals_of(value) or book.part(key, value) for key, value in values.breakdown),
            qualifier=book.qualifiers.get(values.qualifier),
            run=_run(values, book),
        )


def _run(values: Values, book: Vocabulary) -> Words | None:
    """None where no run is told, or where the number itself is one."""
    years = values.consecutive_years
    if years is None or values.unit == _RUN:
        return None
    return _IN_A_ROW.fill(number=years, years=book.unit(_RUN, Decimal(years)))


def nationals_of(value: str) -> Words | None:
    """A nationality by the name of its country and not by its code; None for every other part of a breakdown."""
    country = next((each.name for each in tier_history().countries if each.code == value), None)
    return _NATIONALS.fill(country=country) if country else None


@dataclass(frozen=True)
class VerdictLine:
    verdict: FactVerdict
    says: InWords | None
    counts: bool


@dataclass(frozen=True)
class FactCard:
    """A fact on its page: as it was read, what each reader said, and whether this viewer may settle it."""

    fact: Fact
    read: InWords
    standing: Standing
    lines: tuple[VerdictLine, ...]
    may_judge: bool
    may_accept: bool
    may_settle: bool

    @property
    def proposed(self) -> Values:
        """What a form begins with: what waits for a second person, else as it was read."""
        waits = self.standing.counts[0].values if self.standing.state is State.SECOND else None
        return Values.of(waits) if waits else self.read.values

    @property
    def says(self) -> InWords | None:
        """As it was accepted, where it was."""
        return InWords.of(Values.of(self.standing.values)) if self.standing.values else None


def as_read(fact: Fact) -> Values:
    return Values(
        measure=fact.measure,
        status=fact.status,
        value=fact.value,
        unit=fact.unit,
        year=fact.year,
        breakdown=tuple(sorted(fact.breakdown.items())),
        actor=fact.actor,
        usd=fact.usd,
        qualifier=fact.qualifier,
        consecutive_years=fact.consecutive_years,
    )


def said_by(verdict: FactVerdict) -> dict[str, Any] | None:
    """What the fact is to say by a verdict; None where it rejects. One kept before a verdict could say how exact a number is
    leaves that as it was read, as long as the number is the one that was read."""
    kept = verdict.values
    if kept is None:
        return None
    read = as_read(verdict.fact).as_json()
    beside = {"qualifier": read["qualifier"] if kept["value"] == read["value"] else ""}
    return Values.of({**beside, "consecutive_years": read["consecutive_years"], **kept}).as_json()


def standing_of(fact: Fact) -> Standing:
    return standing_after(fact.verdicts.order_by("pk"))


def standing_after(verdicts: Iterable[FactVerdict]) -> Standing:
    """From verdicts at hand, the oldest first."""
    return standing([_said(each, said_by(each)) for each in verdicts])


def _said(verdict: FactVerdict, values: dict[str, Any] | None) -> Said:
    alone = values is None or printed(verdict.fact, Values.of(values))
    return Said(verdict.by_id, values, verdict.settles, alone)


def printed(fact: Fact, given: Values) -> bool:
    """Whether every number that was given by hand stands in the words of the fact."""
    read = as_read(fact)
    by_hand = [
        number
        for number, was_read in ((given.value, read.value), (given.usd, read.usd))
        if number and (fact.added_by_id is not None or number != was_read)
    ]
    return all(stands_in(fact.quote, each) for each in by_hand)


def fact_for(viewer: Officer, fact_id: int) -> Fact:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(Fact.objects.select_related("narrative", "added_by__post"), pk=fact_id)


def card(viewer: Officer, fact: Fact, verdicts: Iterable[FactVerdict]) -> FactCard:
    said = list(verdicts)
    stands = standing_after(said)
    counting = set({each.by_id: each.pk for each in said}.values())
    may = access.may(viewer, access.Act.KEEP_ASSESSMENT)
    return FactCard(
        fact=fact,
        read=InWords.of(as_read(fact)),
        standing=stands,
        lines=tuple(
            VerdictLine(each, InWords.of(Values.of(values)) if values else None, each.pk in counting)
            for each in said
            for values in (said_by(each),)
        ),
        may_judge=may,
        may_accept=may and _acceptable(fact, stands, viewer),
        may_settle=may and stands.may_settle(viewer.pk),
    )


def _acceptable(fact: Fact, stands: Standing, viewer: Officer) -> bool:
    """With one press, as it was read or marked. A correction that waits for a second person is looked at closely."""
    waits = stands.state is State.SECOND and fact.added_by_id is not None and viewer.pk not in stands.readers
    return waits or stands.state is State.UNREAD


def card_for(viewer: Officer, fact_id: int) -> FactCard:
    fact = fact_for(viewer, fact_id)
    return card(viewer, fact, fact.verdicts.select_related("by__post").order_by("pk"))


_RUN = "consecutive_years"
_IN_A_ROW = Words("{number} {years}")
_NATIONALS = Words("nationals of {country}", "граждане: {country}", "шаҳрвандон: {country}")
