"""People and cases found under blind keys, whoever is most alike first. Nobody's particulars are opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.names.document import asked_numbers
from panoh.names.keys import AN_INITIAL, ONE_PART, TWO_PARTS, asked_keys, birth_keys
from panoh.names.sought import Sought, sought
from panoh.registry import access, vault
from panoh.registry.key_ring import ring
from panoh.registry.models import Case, KeyKind, Officer, Person, PersonKey, Sex
from panoh.registry.queries.people import digests
from panoh.registry.reached import ReachedBy

MOST_FOUND = 50
SPELLINGS_TOGETHER = 2
LOOKED_THROUGH = (80, 2_000, None)
"""So many of the people most alike are looked through for cases the viewer sees; where that gives too few, more, and then all."""


class FoundBy(models.TextChoices):
    """By what a case was found, the surest first."""

    REFERENCE = "reference", _("the reference")
    PAPER = "paper", _("the number of a paper")
    BORN = "born", _("a name and the birth date")
    NAMES = "names", _("two names or more")
    INITIAL = "initial", _("one name, and the first letter of another")
    ONE_NAME = "one_name", _("one name alone")


@dataclass(frozen=True)
class FoundCase:
    """The same name is not the same person: what it was found by says how far to trust it."""

    case: Case
    by: FoundBy

    @property
    def words(self) -> str:
        """For a line of a list."""
        return f"{self.sex.label}, {self.track.label}"

    @property
    def sex(self) -> Sex:
        return Sex(self.case.person.sex)

    @property
    def track(self) -> Case.Track:
        return Case.Track(self.case.track)


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
    """Cases of people who carry a paper of this number or a name written like this, and were born as is said beside it; no more
    than are shown, the most alike first.

    Only where the viewer may read what they are found by: whoever may not read a name learns from no search whose it is.
    """
    found = {each.case.pk: each for each in _by_paper(viewer, text)}
    for alike in (_by_birth, _by_name, _by_one_name):
        for each in alike(viewer, sought(text)) if len(found) < MOST_FOUND else ():
            found.setdefault(each.case.pk, each)
    return tuple(found.values())[:MOST_FOUND]


def recognised(viewer: Officer, *, by_name: Collection[Any], by_paper: Collection[Any]) -> Q:
    """The cases of these people in which the viewer may read what they were found by."""
    cases, reads = Case.objects.all(), access.Act.READ_IDENTITY
    named, with_papers = (access.within(cases, viewer, reads, showing=field) for field in ("names", "documents"))
    return Q(person__in=by_name, pk__in=named.values("pk")) | Q(person__in=by_paper, pk__in=with_papers.values("pk"))


def _by_paper(viewer: Officer, text: str) -> Iterator[FoundCase]:
    """The newest case first. Several words without a digit are the number of no paper."""
    may_be_one = len(text.split()) == 1 or any(sign.isdecimal() for sign in text)
    numbers = frozenset(vault.blind("document", each) for each in asked_numbers(text)) if may_be_one else frozenset()
    carried = PersonKey.objects.filter(kind=KeyKind.DOCUMENT, digest__in=numbers)
    if carriers := numbers and list(carried.values_list("person", flat=True).distinct()):
        for case in _newest_first(_TOLD.of_any(viewer, carriers, "documents")):
            yield FoundCase(case, FoundBy.PAPER)


def _by_birth(viewer: Officer, who: Sought) -> Iterator[FoundCase]:
    """Who shares a part of the name and the day, then who shares two and the year: of many namesakes the one."""
    on_day, in_year = _blind_born(who.name, dates=who.days), _blind_born(who.name, years=who.years)
    if on_day | in_year:
        for case, _row in _people(viewer, _ranked(KeyKind.BORN, on_day, in_year), "names", "birth_date"):
            yield FoundCase(case, FoundBy.BORN)


def _by_name(viewer: Officer, who: Sought) -> Iterator[FoundCase]:
    """Who shares most pairs of parts, then most parts with an initial: a name written in full leaves its namesakes behind."""
    two, initial = _blind(who.name, TWO_PARTS), _blind(who.name, AN_INITIAL)
    for case, row in _people(viewer, _ranked(KeyKind.NAME, two, initial), "names"):
        yield FoundCase(case, FoundBy.NAMES if row["best"] else FoundBy.INITIAL)


def _by_one_name(viewer: Officer, who: Sought) -> Iterator[FoundCase]:
    """Thousands share a part: last, and only where little else was found."""
    for case, _row in _people(viewer, _ranked(KeyKind.NAME, _blind(who.name, ONE_PART)), "names"):
        yield FoundCase(case, FoundBy.ONE_NAME)


def _people(viewer: Officer, ranked: QuerySet[PersonKey, Any], *fields: str) -> list[tuple[Case, dict[str, Any]]]:
    return in_order(ranked, lambda rows: _TOLD.of_any(viewer, list(rows), *fields), MOST_FOUND)


def _ranked(kind: KeyKind, best: Collection[str], more: Collection[str] = ()) -> QuerySet[PersonKey, Any]:
    """Who shares any of these entries: most of the best ones first, then most of all."""
    shared = PersonKey.objects.filter(kind=kind, digest__in={*best, *more}).values("person")
    counted = shared.annotate(best=Count("digest", filter=Q(digest__in=best)), shared=Count("digest"))
    return counted.order_by("-best", "-shared", "person")


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


def born_alike(person: UUID, most: int) -> dict[UUID, int]:
    """Who shares a part of the name and the day of birth with somebody on record, or two parts and the year; where neither’s is
    known, two parts. How many such entries, the most first."""
    own = PersonKey.objects.filter(person=person, kind=KeyKind.BORN, under=ring().found_by).values("digest")
    shared = PersonKey.objects.filter(kind=KeyKind.BORN, digest__in=own).exclude(person=person).values("person")
    return dict(
        shared.annotate(entries=Count("digest")).order_by("-entries", "person").values_list("person", "entries")[:most]
    )


def in_order(
    ranked: QuerySet[PersonKey, Any], cases_of: Callable[[dict[UUID, Any]], Iterable[Case]], most: int
) -> list[tuple[Case, dict[str, Any]]]:
    """Cases of people in the order they are ranked, each with its person's row; of one person the newest first. `cases_of`: those
    the viewer is told of, of these people."""
    seen: list[tuple[Case, dict[str, Any]]] = []
    begin = 0
    for end in LOOKED_THROUGH:
        rows = {row["person"]: row for row in ranked[begin:end]}
        place = {person: number for number, person in enumerate(rows)}
        cases = _newest_first(cases_of(rows)) if rows else ()
        seen += [(case, rows[case.person_id]) for case in sorted(cases, key=lambda case: place[case.person_id])]
        if end is None or len(rows) < end - begin or len(seen) >= most:
            break
        begin = end
    return seen[:most]


def _newest_first(cases: Iterable[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: case.opened_at, reverse=True)


def _blind(name: str, holding: str) -> frozenset[str]:
    return frozenset(vault.blind("name", key) for key in asked_keys(name, holding))


def _blind_born(name: str, **born: Iterable[Any]) -> frozenset[str]:
    return frozenset(vault.blind("born", key) for key in birth_keys(name, **born, of=asked_keys))


def _told(viewer: Officer, *fields: str) -> QuerySet[Case]:
    """Cases in which the viewer may read what the search goes by; no post reads a name where it sees no case. What a list of
    cases shows of them, and nothing sealed."""
    cases = Case.objects.select_related("person").only("reference", "track", "opened_at", "person__sex")
    for field in fields:
        cases = access.within(cases, viewer, access.Act.READ_IDENTITY, showing=field)
    return cases


_TOLD = ReachedBy(_told, "person")
