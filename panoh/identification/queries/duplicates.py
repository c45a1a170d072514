"""Whether the person may be in the mechanism already: looked for under blind keys, opening nobody's name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from panoh.identification.queries.same_person import kept_among, may_compare
from panoh.registry.models import Case, Officer, not_shut
from panoh.registry.queries.finding import sharing_with

SHOWN = 20


@dataclass(frozen=True)
class Candidate:
    """Another case whose person shares a paper or a spelling. The same name is not the same person."""

    case: Case
    documents: int
    names: int
    comparable: bool
    """Of another record, which may be this person’s, and the viewer may compare the two; the person’s own earlier cases are of
    the same."""


def to_compare(case: Case, viewer: Officer) -> tuple[Candidate, ...]:
    """Those with which the viewer may compare the case."""
    return tuple(each for each in possible_duplicates(case, viewer) if each.comparable)


def possible_duplicates(case: Case, viewer: Officer) -> tuple[Candidate, ...]:
    """Other cases that may be this person's: the person's own earlier ones, then those with the same paper, then those
    sharing most spellings."""
    shared = sharing_with(case.person_id)[: SHOWN + 1]
    found = {row["person"]: row for row in shared}
    cases = (
        Case.objects.filter(not_shut(viewer, "pk"), person__in=list(found)).exclude(pk=case.pk).order_by("opened_at")
    )
    apart = {case.person_id, *kept_among(viewer, found)} if may_compare(viewer, case) else set(found)
    candidates = [_candidate(each, apart, **found[each.person_id]) for each in cases]
    return tuple(sorted(candidates, key=lambda each: (-each.documents, -each.names))[:SHOWN])


def _candidate(each: Case, apart: Collection[UUID], *, documents: int, names: int, person: UUID) -> Candidate:
    return Candidate(each, documents, names, comparable=person not in apart)
