"""Who on record might be somebody on a list: found by blind keys, held against the sealed particulars, and only proposed.

Papers first, then name with birth. The names read here are counted, for the ledger line of whoever asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from panoh.names.document import number_key
from panoh.names.keys import TWO_PARTS, birth_keys
from panoh.names.keys import keys as name_keys
from panoh.registry import vault
from panoh.registry.models import KeyKind, Person, PersonKey
from panoh.registry.queries.people import MOST_YEARS, UNKNOWN_YEAR
from panoh.screening.rules.matching import MOST_PROPOSED, Likeness, Particulars, likeness_of
from panoh.screening.rules.roster import RosterRow

AT_ONCE = 5_000
MOST_BY_NAME_ALONE = 40
"""Where a list gives no birth year, a name this many people share is no lead."""

_TWO = {"female", "male"}
_PAPER, _BORN, _NAME = KeyKind.DOCUMENT.value, KeyKind.BORN.value, KeyKind.NAME.value


@dataclass(frozen=True)
class Proposed:
    """One candidate for one row."""

    row: int
    person: UUID
    likeness: Likeness


@dataclass(frozen=True)
class Search:
    """What a search for a batch of rows found, and how many people's particulars were opened for it."""

    proposed: tuple[Proposed, ...]
    opened: int


def candidates(rows: Sequence[RosterRow]) -> Search:
    """For every row the few people on record it may be, the likeliest first. `Proposed.row` is the place in `rows`."""
    wanted = [_wanted(row) for row in rows]
    found = _carriers({key for keys in wanted for key in keys})
    leads = [_near(row, keys, found) for row, keys in zip(rows, wanted, strict=True)]
    near = _without_the_other_sex(rows, leads)
    known = _opened({person for people in near for person in people})
    proposed = [
        each
        for place, (row, people) in enumerate(zip(rows, near, strict=True))
        for each in _ranked(place, row, people, known)
    ]
    return Search(tuple(proposed), len(known))


def particulars(person: Person) -> Particulars:
    """A person's record as the rule compares it. A read of names: the caller writes the ledger line."""
    said = vault.unseal(person)
    names = tuple(name["text"] for name in said.get("names", ()) if name.get("text"))
    return Particulars(names, said.get("birth_date", ""), person.born_from, person.born_to, person.sex)


def listed(row: RosterRow) -> Particulars:
    return Particulars((row.name,) if row.name else (), row.birth_date, row.born_from, row.born_to, row.sex)


def _wanted(row: RosterRow) -> dict[tuple[str, str], str]:
    """Each blind entry to look for, and the kind of lead it is."""
    wanted = {}
    if number := number_key(row.document):
        wanted[_PAPER, vault.blind("document", number)] = _PAPER
    years = _years(row)
    if years:
        for key in birth_keys(row.name, dates=_days(row), years=(*years, UNKNOWN_YEAR)):
            wanted[_BORN, vault.blind("born", key)] = _BORN
    else:
        for key in name_keys(row.name, TWO_PARTS):
            wanted[_NAME, vault.blind("name", key)] = _NAME
    return wanted


def _years(row: RosterRow) -> tuple[int, ...]:
    """One year to either side: a day turned from another calendar may have moved over New Year."""
    if row.born_from is None or row.born_to is None or row.born_to - row.born_from >= MOST_YEARS:
        return ()
    return tuple(range(row.born_from - 1, row.born_to + 2))


def _days(row: RosterRow) -> Iterator[str]:
    """The day of birth, also with day and month changed."""
    if (day := row.born_on) is not None:
        yield day.isoformat()
        if day.day <= 12 and day.day != day.month:
            yield date(day.year, day.day, day.month).isoformat()


def _carriers(wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[UUID]]:
    found: dict[tuple[str, str], list[UUID]] = {}
    for kind in (_PAPER, _BORN, _NAME):
        digests = sorted(digest for each, digest in wanted if each == kind)
        for start in range(0, len(digests), AT_ONCE):
            part = digests[start : start + AT_ONCE]
            keys = PersonKey.objects.filter(kind=kind, digest__any_of=part)
            for digest, person in keys.values_list("digest", "person_id").iterator(chunk_size=5_000):
                found.setdefault((kind, digest), []).append(person)
    return found


def _near(
    row: RosterRow, wanted: dict[tuple[str, str], str], found: dict[tuple[str, str], list[UUID]]
) -> dict[UUID, bool]:
    """Everybody a lead of the row points to, and whether it is the paper."""
    by_paper: set[UUID] = set()
    by_name: dict[UUID, int] = {}
    for key, kind in wanted.items():
        for person in found.get(key, ()):
            if kind == _PAPER:
                by_paper.add(person)
            else:
                by_name[person] = by_name.get(person, 0) + 1
    if not _years(row) and len(by_name) > MOST_BY_NAME_ALONE:
        most = max(by_name.values())
        by_name = {person: shared for person, shared in by_name.items() if shared == most}
        by_name = by_name if len(by_name) <= MOST_BY_NAME_ALONE else {}
    return {person: person in by_paper for person in (*sorted(by_paper), *by_name)}


def _without_the_other_sex(rows: Sequence[RosterRow], leads: list[dict[UUID, bool]]) -> list[dict[UUID, bool]]:
    """Nobody is opened of whom what stands open says that it is someone else."""
    sexes: dict[UUID, str] = {}
    for ids in _parts({person for people in leads for person in people}):
        sexes.update(Person.objects.filter(pk__any_of=ids).values_list("pk", "sex"))
    return [
        {person: paper for person, paper in people.items() if paper or {row.sex, sexes.get(person)} != _TWO}
        for row, people in zip(rows, leads, strict=True)
    ]


def _parts(people: Collection[UUID]) -> Iterator[list[UUID]]:
    ids = sorted(people, key=lambda each: each.int)
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _opened(people: Collection[UUID]) -> dict[UUID, Particulars]:
    known = {}
    for ids in _parts(people):
        for person in Person.objects.filter(pk__any_of=ids).iterator(chunk_size=1_000):
            known[person.pk] = particulars(person)
    return known


def _ranked(
    place: int, row: RosterRow, people: dict[UUID, bool], known: dict[UUID, Particulars]
) -> tuple[Proposed, ...]:
    one, made = listed(row), []
    for person, same_paper in people.items():
        other = known.get(person)
        likeness = likeness_of(one, other, same_paper=same_paper) if other else None
        if likeness is not None:
            made.append(Proposed(place, person, likeness))
    return tuple(sorted(made, key=lambda each: (*each.likeness.rank, each.person))[:MOST_PROPOSED])
