"""Whether people on a list may be on record already: by paper for certain, by name only as a hint a person looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from panoh.names.keys import TWO_PARTS, keys
from panoh.registry import vault
from panoh.registry.models import Case, KeyKind, Officer, PersonKey
from panoh.registry.queries import cases_for, recognised

MOST_BY_NAME = 3


@dataclass(frozen=True)
class CasesOnRecord:
    """Cases of the viewer's by the same paper, and by a name that is alike: the same name is not the same person."""

    by_paper: tuple[Case, ...] = ()
    by_name: tuple[Case, ...] = ()


def cases_on_record(said: Sequence[dict[str, Any]], viewer: Officer) -> tuple[CasesOnRecord, ...]:
    """For each person said to be on a list, in their order, where the viewer may read what it is found by. Two queries
    for all."""
    name_keys = [_blind_keys(each.get("name", "")) for each in said]
    people = _people_of(frozenset().union(*name_keys))
    papers = {UUID(each["person"]) for each in said if each.get("person")}
    cases: dict[UUID, list[Case]] = {}
    told = recognised(viewer, by_name=set().union(*people.values()), by_paper=papers)
    for case in cases_for(viewer).filter(told).order_by("-opened_at"):
        cases.setdefault(case.person_id, []).append(case)
    return tuple(_on_record(each, digests, people, cases) for each, digests in zip(said, name_keys, strict=True))


def _on_record(
    said: dict[str, Any], digests: frozenset[str], people: dict[str, set[UUID]], cases: dict[UUID, list[Case]]
) -> CasesOnRecord:
    carrier = UUID(said["person"]) if said.get("person") else None
    alike = set().union(*(people.get(digest, set()) for digest in digests)) - {carrier}
    by_name = [case for person in sorted(alike) for case in cases.get(person, ())]
    return CasesOnRecord(tuple(cases.get(carrier, ())) if carrier else (), tuple(by_name[:MOST_BY_NAME]))


def _blind_keys(name: str) -> frozenset[str]:
    """Keys of two whole parts only: a single common name is shared by thousands."""
    return frozenset(vault.blind("name", key) for key in keys(name, TWO_PARTS))


def _people_of(digests: frozenset[str]) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = {}
    rows = PersonKey.objects.filter(kind=KeyKind.NAME, digest__in=digests).values_list("digest", "person_id")
    for digest, person in rows:
        found.setdefault(digest, set()).add(person)
    return found
