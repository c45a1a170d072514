"""One fact: what was read, where it stands after its readers, and everything in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from panoh.assessment.models import Fact, FactVerdict
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.readers import Said, Standing, standing
from panoh.instruments.assessment import tier_history, vocabulary
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer


@dataclass(frozen=True)
class InWords:
    """What a fact says, in words; `values` for its numbers."""

    values: Values
    measure: Words
    unit: Words
    actor: Words
    parts: tuple[Words, ...]

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
        )


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
    may_settle: bool

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
    )


def standing_of(fact: Fact) -> Standing:
    return standing_after(fact.verdicts.order_by("pk"))


def standing_after(verdicts: Iterable[FactVerdict]) -> Standing:
    """From verdicts at hand, the oldest first."""
    return standing([Said(each.by_id, each.values, each.settles) for each in verdicts])


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
            VerdictLine(each, InWords.of(Values.of(each.values)) if each.values else None, each.pk in counting)
            for each in said
        ),
        may_judge=may,
        may_settle=may and stands.may_settle(viewer.pk),
    )


def card_for(viewer: Officer, fact_id: int) -> FactCard:
    fact = fact_for(viewer, fact_id)
    return card(viewer, fact, fact.verdicts.select_related("by__post").order_by("pk"))


_NATIONALS = Words("nationals of {country}", "граждане: {country}", "шаҳрвандон: {country}")
