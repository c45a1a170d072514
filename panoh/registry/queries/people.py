"""Who a person is: opened only here, only for a purpose, and never without a ledger line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from panoh.names.document import number_key
from panoh.names.keys import keys as name_keys
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, KeyKind, Officer, Person, PersonKey

FIELDS = ("names", "birth_date", "documents", "contact")


@dataclass(frozen=True)
class Identity:
    """What the person's papers and the person say: names as written, birth date as given, documents, safe contact."""

    names: tuple[dict[str, str], ...]
    birth_date: str
    documents: tuple[dict[str, str], ...]
    contact: str

    @classmethod
    def of(cls, payload: dict[str, Any]) -> Identity:
        return cls(
            tuple(payload.get("names", ())),
            payload.get("birth_date", ""),
            tuple(payload.get("documents", ())),
            payload.get("contact", ""),
        )

    @property
    def name(self) -> str:
        """The first name as written, for showing; empty when none was given."""
        return self.names[0]["text"] if self.names else ""


def read_identity(*, case: Case, viewer: Officer, purpose: str, at: datetime) -> Identity:
    """Open the identity of a case's person for a viewer who may, and write the read into the ledger.

    A desk that sees the case by disclosure gets the fields named in it and no others.
    """
    access.require(viewer, access.Act.READ_IDENTITY, case)
    fields = _fields_for(viewer, case)
    with transaction.atomic():
        ledger.write(act="read_identity", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields, purpose=purpose)
        opened = vault.unseal(case.person)
        return Identity.of({field: opened[field] for field in fields if field in opened})


def _fields_for(viewer: Officer, case: Case) -> tuple[str, ...]:
    reach = access.scope(viewer, access.Act.READ_IDENTITY)
    ours = case.desk_id == viewer.desk.pk or case.manager_id == viewer.pk
    if reach is access.Scope.ALL or (reach is access.Scope.DESK and ours):
        return FIELDS
    shown = case.disclosures.filter(to_desk=viewer.desk, ended_at=None, to_answer=False)
    named = {field for fields in shown.values_list("fields", flat=True) for field in fields}
    return tuple(field for field in FIELDS if field in named)


def find_people(*, names: tuple[str, ...] = (), documents: tuple[str, ...] = ()) -> dict[Person, frozenset[str]]:
    """People who share a document number or a name key, each with the kinds of key that matched.

    Candidates only: the same name is not the same person. No personal data is opened.
    """
    wanted = digests(names=names, documents=documents)
    found: dict[Person, set[str]] = {}
    for key in PersonKey.objects.filter(digest__in=[digest for _, digest in wanted]).select_related("person"):
        if (key.kind, key.digest) in wanted:
            found.setdefault(key.person, set()).add(key.kind)
    return {person: frozenset(kinds) for person, kinds in found.items()}


def find_by_documents(numbers: Collection[str]) -> dict[str, UUID]:
    """Who carries exactly one of these document numbers, for whole lists: number as given → person. Opens nothing.

    A number that several people carry is left out: a person must look at the papers.
    """
    wanted = {vault.blind("document", key): number for number in numbers if (key := number_key(number))}
    found: dict[str, set[UUID]] = {}
    keys = PersonKey.objects.filter(kind=KeyKind.DOCUMENT, digest__in=wanted).values_list("digest", "person_id")
    for digest, person in keys:
        found.setdefault(wanted[digest], set()).add(person)
    return {number: people.pop() for number, people in found.items() if len(people) == 1}


def digests(*, names: tuple[str, ...], documents: tuple[str, ...]) -> set[tuple[str, str]]:
    """Blind index entries for names (every key a spelling gives) and document numbers."""
    by_name = {(KeyKind.NAME.value, vault.blind("name", key)) for name in names for key in name_keys(name)}
    numbers = filter(None, (number_key(number) for number in documents))
    return by_name | {(KeyKind.DOCUMENT.value, vault.blind("document", number)) for number in numbers}
