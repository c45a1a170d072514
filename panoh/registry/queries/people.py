"""Who a person is: opened only here, only for a purpose, and never without a ledger line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from panoh.names.document import number_key
from panoh.names.keys import birth_keys
from panoh.names.keys import keys as name_keys
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Disclosure, KeyKind, Officer, shown_now
from panoh.registry.queries.purposes import of_reading
from panoh.registry.standing import standing

FIELDS = ("names", "birth_date", "documents", "contact")
IN_EMERGENCY = ("names", "birth_date", "documents")
"""Of a case opened in an emergency: enough to know that this is the person. How to reach them stays shut."""


@dataclass(frozen=True)
class Identity:
    """What the person's papers and the person say: names as written, birth date as given, documents, safe contact.
    `shown`: which of them the viewer was let see; another is empty here whether it is on record or not."""

    names: tuple[dict[str, str], ...]
    birth_date: str
    documents: tuple[dict[str, str], ...]
    contact: str
    shown: tuple[str, ...] = FIELDS

    @classmethod
    def of(cls, payload: dict[str, Any], *, shown: tuple[str, ...] = FIELDS) -> Identity:
        return cls(
            tuple(payload.get("names", ())),
            payload.get("birth_date", ""),
            tuple(payload.get("documents", ())),
            payload.get("contact", ""),
            shown,
        )

    @property
    def name(self) -> str:
        """The first name as written, for showing; empty when none was given."""
        return self.names[0]["text"] if self.names else ""


def read_identity(*, case: Case, viewer: Officer, purpose: str, at: datetime) -> Identity:
    """Open the identity of a case's person for a viewer who may, and write the read into the ledger.

    A desk that sees the case by disclosure gets the fields named in it and no others. Raises PurposeAsked where the law asks
    what for (`registry.purposes`). Of whom the names were erased, or who declined, nothing is opened, and no line says that
    something was.
    """
    access.require(viewer, access.Act.READ_IDENTITY, case)
    if case.has_no_name:
        return Identity.of({})
    fields = _fields_for(viewer, case)
    own = "emergency" if fields is IN_EMERGENCY else purpose
    kept = of_reading(viewer, access.Act.READ_IDENTITY, case, own=own)
    with ledger.reading():
        ledger.write(act="read_identity", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields, **kept)
        opened = vault.unseal(case.person)
        return Identity.of({field: opened[field] for field in fields if field in opened}, shown=fields)


def sees_contact(viewer: Officer, case: Case) -> bool:
    """Whether the person lets the viewer's desk know how they are reached: without that no rule for it is opened either."""
    return access.may(viewer, access.Act.READ_IDENTITY, case) and "contact" in _fields_for(viewer, case)


def _fields_for(viewer: Officer, case: Case) -> tuple[str, ...]:
    if access.works_on(viewer, access.Act.READ_IDENTITY, case):
        return FIELDS
    if standing(viewer, case).opened:
        return IN_EMERGENCY
    named = {field for shown in _SHOWN.of(case, viewer=viewer) for field in shown.fields}
    return tuple(field for field in FIELDS if field in named)


_SHOWN = Beside(
    lambda of, viewer: Disclosure.objects.filter(shown_now(), case=of, to_desk=viewer.desk, to_answer=False)
)


def digests(*, names: tuple[str, ...], documents: tuple[str, ...], under: str | None = None) -> set[tuple[str, str]]:
    """Blind index entries for names (every key a spelling gives) and document numbers."""
    by_name = {(KeyKind.NAME.value, vault.blind("name", key, under=under)) for name in names for key in name_keys(name)}
    numbers = filter(None, (number_key(number) for number in documents))
    return by_name | {(KeyKind.DOCUMENT.value, vault.blind("document", number, under=under)) for number in numbers}


MOST_YEARS = 12
"""A range of birth years wider than this says too little to look for."""


def birth_digests(
    *,
    names: tuple[str, ...],
    birth_date: str,
    born_from: int | None,
    born_to: int | None,
    under: str | None = None,
) -> set[tuple[str, str]]:
    """Blind index entries by which a list finds the person from name and birth (`screening.queries.candidates`)."""
    years: tuple[object, ...] = (UNKNOWN_YEAR,)
    if born_from is not None and born_to is not None and born_to - born_from < MOST_YEARS:
        years = tuple(range(born_from, born_to + 1))
    dates = (birth_date,) if is_day(birth_date) else ()
    keys = {key for name in names for key in birth_keys(name, dates=dates, years=years)}
    return {(KeyKind.BORN.value, vault.blind("born", key, under=under)) for key in keys}


UNKNOWN_YEAR = "?"
"""Stands where a person's birth year is not known."""


def is_day(text: str) -> bool:
    """Whether a birth date is known to the day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
