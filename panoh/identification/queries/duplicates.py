"""Whether the person may be in the mechanism already: looked for under blind keys, opening nobody's name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.queries.same_person import kept_among, may_compare
from panoh.registry.models import Case, Officer, Person, not_shut
from panoh.registry.queries.finding import born_alike, sharing_with
from panoh.registry.queries.people import MOST_YEARS

SHOWN = 20
SEVERAL = 5
"""Entries that two parts of a name make: each alone, both together, each with the first letter of the other. One part of several
spellings and the same initials make as many, so nothing more is said of it than that several spellings are shared."""
NAME_AND_BIRTH = _("a part of the name, and the birth")
SEVERAL_SPELLINGS = _("several spellings of the name")
ONE_NAME = _("one part of the name, perhaps with the first letter of another")
BORN_APART = _("born in other years")


@dataclass(frozen=True)
class Candidate:
    """Another case whose person shares a paper or a spelling. The same name is not the same person: what they share says how far
    to trust it."""

    case: Case
    own: bool
    """Of the same record: an earlier case of this person’s."""
    documents: int
    names: int
    born: bool
    """A part of the name and the day of birth are the same, or two parts and the year."""
    several_spellings: bool
    born_apart: bool
    comparable: bool
    """Of another record, which may be this person’s, and the viewer may compare the two; the person’s own earlier cases are of
    the same."""

    @property
    def shared(self) -> tuple[Promise, ...]:
        """What they share, in words, the surest first."""
        return tuple(self._shared())

    @property
    def against(self) -> str | Promise:
        """What speaks against it; empty where nothing is known to."""
        return BORN_APART if self.born_apart else ""

    @property
    def rank(self) -> tuple[int, ...]:
        """The most alike first."""
        return (-self.own, -self.documents, -self.born, -self.several_spellings, self.born_apart, -self.names)

    def _shared(self) -> Iterator[Promise]:
        if self.own:
            yield _("the same record")
            return
        if self.documents:
            yield _("the same paper number")
        if self.born:
            yield NAME_AND_BIRTH
        if self.several_spellings:
            yield SEVERAL_SPELLINGS
        elif self.names and not self.born:
            yield ONE_NAME


def to_compare(case: Case, viewer: Officer) -> tuple[Candidate, ...]:
    """Those with which the viewer may compare the case."""
    return tuple(each for each in possible_duplicates(case, viewer) if each.comparable)


def possible_duplicates(case: Case, viewer: Officer) -> tuple[Candidate, ...]:
    """Other cases that may be this person's, the most alike first: by the paper, then by name and birth, then by several
    spellings of the name, then by how many of it are shared."""
    born = born_alike(case.person_id, SHOWN)
    found = {each: {"documents": 0, "names": 0} for each in born}
    for row in sharing_with(case.person_id)[: SHOWN + 1]:
        found[row["person"]] = {"documents": row["documents"], "names": row["names"]}
    cases = Case.objects.filter(not_shut(viewer, "pk"), person__in=list(found)).exclude(pk=case.pk)
    apart = {case.person_id, *kept_among(viewer, found)} if may_compare(viewer, case) else set(found)
    candidates = [
        _candidate(case.person, each, apart, shares_birth=each.person_id in born, **found[each.person_id])
        for each in cases.select_related("person").order_by("opened_at")
    ]
    return tuple(sorted(candidates, key=lambda each: each.rank)[:SHOWN])


def _candidate(
    person: Person, other: Case, apart: Collection[UUID], *, shares_birth: bool, documents: int, names: int
) -> Candidate:
    years = _years(person), _years(other.person)
    return Candidate(
        other,
        person.pk == other.person_id,
        documents,
        names,
        born=shares_birth and all(years),
        several_spellings=_several_spellings(*years, shares_birth=shares_birth, names=names),
        born_apart=all(years) and not set(years[0]) & set(years[1]),
        comparable=other.person_id not in apart,
    )


def _several_spellings(mine: Any, theirs: Any, *, shares_birth: bool, names: int) -> bool:
    """No entry says of itself how much of a name it holds. Two parts in a year both may be born in are an entry of their own;
    where the years tell nothing, as many entries are shared as two parts make."""
    if not mine and not theirs:
        return shares_birth
    return names >= SEVERAL and (shares_birth or not set(mine) & set(theirs))


def _years(person: Person) -> range:
    """In which the person may be born; none where they say too little, as in the index."""
    if person.born_from is None or person.born_to is None or person.born_to - person.born_from >= MOST_YEARS:
        return range(0)
    return range(person.born_from, person.born_to + 1)
