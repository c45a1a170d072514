"""Whoever counts persons counts here: records that are one person's count as one of them (models CountedAs, decision 53).

Paths lead from the rows that are read to a record of a person.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, F, QuerySet, When
from django.db.models.functions import Coalesce


def counted_as(person: str) -> Coalesce:
    """The record a person is counted by: of several that are one person's always the same."""
    return Coalesce(F(f"{person}__counted_as__whole"), F(person))


def told_of(person: str, what: str) -> Case:
    """What a figure sees of a person, such as the sex: as it stands in the record they are counted by."""
    alone = When(**{f"{person}__counted_as": None}, then=F(f"{person}__{what}"))
    return Case(alone, default=F(f"{person}__counted_as__whole__{what}"))


def how_many(rows: QuerySet[Any], person: str = "case__person") -> int:
    """Persons the rows are about, each once."""
    found: int = rows.order_by().aggregate(persons=Count(counted_as(person), distinct=True))["persons"]
    return found


def also_among(rows: QuerySet[Any], others: QuerySet[Any], person: str = "case__person") -> QuerySet[Any]:
    """Of the rows those about a person whom the others are about as well, under whichever of their records."""
    known = others.order_by().annotate(whole=counted_as(person)).values("whole")
    found: QuerySet[Any] = rows.alias(whole=counted_as(person)).filter(whole__in=known)
    return found
