"""People and cases found under blind keys, whoever is most alike first. Nobody's particulars are opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.names.keys import AN_INITIAL, ONE_PART, TWO_PARTS, keys
from panoh.registry import access, vault
from panoh.registry.key_ring import ring
from panoh.registry.models import Case, KeyKind, Officer, Person, PersonKey
from panoh.registry.queries.people import digests

MOST_FOUND = 50
SPELLINGS_TOGETHER = 2
LOOKED_THROUGH = (80, 2_000, None)
"""So many of the people most alike are looked through for cases the viewer sees; where that gives too few, more, and then all."""


class Likeness(models.TextChoices):
    """By what a case was found, the surest first."""

    REFERENCE = "reference", _("the reference")
    PAPER = "paper", _("the number of a paper")
    NAMES = "names", _("two names or more")
    INITIAL = "initial", _("one name, and the first letter of another")
    ONE_NAME = "one_name", _("one name alone")


@dataclass(frozen=True)
class FoundCase:
    """The same name is not the same person: what it was found by says how far to trust it."""

    case: Case
    by: Likeness


def find_people(*, names: tuple[str, ...] = (), documents: tuple[str, ...] = ()) -> QuerySet[Person]:
    """Everybody who shares a document number or any part of a name. Candidates only."""
    by: dict[str, set[str]] = {}
    for kind, digest in digests(names=names, documents=documents):
        by.setdefault(kind, set()).add(digest)
    shared = Q(*(Q(kind=kind, digest__in=some) for kind, some in by.items()), _connector=Q.OR)
    return Person.objects.filter(
        pk__in=(PersonKey.objects.filter(shared) if by else PersonKey.objects.none()).values("person")
    )


def cases_alike(viewer: Officer, text: str) -> tuple[FoundCase, ...]:
    """Cases of people who carry a paper of this number or a name written like this, no more than are shown, the most alike first.

    Only where the viewer may read what they are found by: whoever may not read a name learns from no search whose it is.
    """
    found: dict[UUID, FoundCase] = {}
    for alike in (_by_paper, _by_name, _by_one_name):
        for each in alike(viewer, text):
            found.setdefault(each.case.pk, each)
        if len(found) >= MOST_FOUND:
            break
    return tuple(found.values())[:MOST_FOUND]


def recognised(viewer: Officer, *, by_name: Collection[Any], by_paper: Collection[Any]) -> Q:
    """The cases of these people in which the viewer may read what they were found by."""
    cases, reads = Case.objects.all(), access.Act.READ_IDENTITY
    named, with_papers = (access.within(cases, viewer, reads, showing=field) for field in ("names", "documents"))
    return Q(person__in=by_name, pk__in=named.values("pk")) | Q(person__in=by_paper, pk__in=with_papers.values("pk"))


def _by_paper(viewer: Officer, text: str) -> Iterator[FoundCase]:
    """The newest case first."""
    if carriers := list(find_people(documents=(text,)).values_list("pk", flat=True)):
        for case in _listed(_told(viewer, "documents").filter(person__in=carriers))[:MOST_FOUND]:
            yield FoundCase(case, Likeness.PAPER)


def _by_name(viewer: Officer, text: str) -> Iterator[FoundCase]:
    """Who shares most pairs of parts, then most parts with an initial: a name written in full leaves its namesakes behind."""
    two, initial = _blind(text, TWO_PARTS), _blind(text, AN_INITIAL)
    pairs = Count("digest", filter=Q(digest__in=two))
    ranked = (
        _sharing(two | initial).annotate(pairs=pairs, shared=Count("digest")).order_by("-pairs", "-shared", "person")
    )
    for case, row in in_order(ranked, lambda rows: _told(viewer, "names").filter(person__in=list(rows)), MOST_FOUND):
        yield FoundCase(case, Likeness.NAMES if row["pairs"] else Likeness.INITIAL)


def _by_one_name(viewer: Officer, text: str) -> Iterator[FoundCase]:
    """Thousands share a part: last, and only where little else was found."""
    ranked = _sharing(_blind(text, ONE_PART)).annotate(shared=Count("digest")).order_by("-shared", "person")
    for case, _row in in_order(ranked, lambda rows: _told(viewer, "names").filter(person__in=list(rows)), MOST_FOUND):
        yield FoundCase(case, Likeness.ONE_NAME)


def sharing_with(person: UUID) -> QuerySet[PersonKey, Any]:
    """Who carries the same paper or shares spellings with somebody on record, themselves too: how many, the most first. One part
    of a name is shared by thousands; a part with the initial or with another part is worth a look."""
    own = PersonKey.objects.filter(person=person, under=ring().found_by).values("digest")
    documents, names = (Count("digest", filter=Q(kind=kind)) for kind in (KeyKind.DOCUMENT, KeyKind.NAME))
    return (
        PersonKey.objects.filter(kind__in=(KeyKind.DOCUMENT, KeyKind.NAME), digest__in=own)
        .values("person")
        .annotate(documents=documents, names=names)
        .filter(Q(documents__gte=1) | Q(names__gte=SPELLINGS_TOGETHER))
        .order_by("-documents", "-names", "person")
    )


def in_order(
    ranked: QuerySet[PersonKey, Any], cases_of: Callable[[dict[UUID, Any]], QuerySet[Case]], most: int
) -> list[tuple[Case, dict[str, Any]]]:
    """Cases of people in the order they are ranked, each with its person's row; of one person the newest first. `cases_of`: those
    the viewer is told of, of these people."""
    seen: list[tuple[Case, dict[str, Any]]] = []
    begin = 0
    for end in LOOKED_THROUGH:
        rows = {row["person"]: row for row in ranked[begin:end]}
        place = {person: number for number, person in enumerate(rows)}
        cases = _listed(cases_of(rows)) if rows else ()
        seen += [(case, rows[case.person_id]) for case in sorted(cases, key=lambda case: place[case.person_id])]
        if end is None or len(rows) < end - begin or len(seen) >= most:
            break
        begin = end
    return seen[:most]


def _listed(cases: QuerySet[Case]) -> QuerySet[Case]:
    """What a list of cases shows, the newest first; nothing sealed is read."""
    return cases.select_related("person").only("reference", "track", "person__sex").order_by("-opened_at")


def _sharing(wanted: Collection[str]) -> QuerySet[PersonKey, Any]:
    return PersonKey.objects.filter(kind=KeyKind.NAME, digest__in=wanted).values("person")


def _blind(text: str, holding: str) -> frozenset[str]:
    return frozenset(vault.blind("name", key) for key in keys(text, holding))


def _told(viewer: Officer, field: str) -> QuerySet[Case]:
    """Cases in which the viewer may read what the search goes by; no post reads a name where it sees no case."""
    return access.within(Case.objects.all(), viewer, access.Act.READ_IDENTITY, showing=field)
