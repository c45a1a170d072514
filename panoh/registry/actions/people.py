"""Registering a person: what figures need stands open and coarse, who they are is sealed and indexed blindly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.key_ring import ring
from panoh.registry.models import Case, Officer, Person, PersonKey, Sex
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.queries.people import birth_digests, digests
from panoh.registry.references import new_reference
from panoh.registry.refusals import Refused
from panoh.registry.rules.age import is_child
from panoh.registry.written import write_all


@dataclass(frozen=True)
class PersonGiven:
    """What is known of a person. Everything may be missing.

    `names` are (text, source) as written; `birth_date` as given (a date, a year, or words); `documents` are (kind, number).
    """

    names: tuple[tuple[str, str], ...] = ()
    sex: str = Sex.UNKNOWN
    birth_date: str = ""
    born_from: int | None = None
    born_to: int | None = None
    age_in_doubt: bool = False
    nationality: str = ""
    documents: tuple[tuple[str, str], ...] = ()
    contact: str = ""

    def track(self, on: date) -> str:
        """Which way the person goes: the child's way also when age is in doubt."""
        try:
            exact = date.fromisoformat(self.birth_date)
        except ValueError:
            exact = None
        child = is_child(
            on=on, born_from=self.born_from, born_to=self.born_to, birth_date=exact, in_doubt=self.age_in_doubt
        )
        return Case.Track.CHILD if child else Case.Track.ADULT


@act
def register_person(*, given: PersonGiven, by: Officer, at: datetime) -> Person:
    """Put a person on record. Called by the acts that open a case; access is theirs to check."""
    _require_years_in_order(given)
    person = Person(
        reference=new_reference(),
        sex=given.sex,
        born_from=given.born_from,
        born_to=given.born_to,
        age_in_doubt=given.age_in_doubt,
        nationality=given.nationality,
        invented=is_demonstration(),
        registered_at=at,
    )
    vault.seal(person, _payload(given))
    person.save(force_insert=True)
    _index(person, given)
    ledger.write(act="register_person", by=by, at=at, subject=f"person:{person.pk}")
    return person


@act
def correct_person(*, person: Person, given: PersonGiven, by: Officer, at: datetime) -> Person:
    """Write down what is known now. What stood there before is kept, sealed, with who replaced it and when."""
    _require_known(person)
    _require_years_in_order(given)
    earlier = vault.unseal(person)
    kept = earlier.pop("earlier", [])
    if earlier == _payload(given) and all(getattr(person, name) == getattr(given, name) for name in _OPEN):
        return person
    if any(earlier.values()):
        kept = [*kept, {**earlier, "replaced_at": at.isoformat(), "replaced_by": by.pk}]
    vault.seal(person, {**_payload(given), "earlier": kept})
    for name in _OPEN:
        setattr(person, name, getattr(given, name))
    person.save(update_fields=[*_OPEN, "sealed", "sealed_key"])
    person.keys.all().delete()
    _index(person, given)
    ledger.write(act="correct_person", by=by, at=at, subject=f"person:{person.pk}")
    return person


def _require_known(person: Person) -> None:
    """Read anew: of whoever was erased, or declined, there is no name to correct, and none is put in its place."""
    if Person.objects.filter(pk=person.pk, sealed_key=None).exists():
        raise vault.NothingIsKept


def _require_years_in_order(given: PersonGiven) -> None:
    if given.born_from is not None and given.born_to is not None and given.born_from > given.born_to:
        raise Refused(_("The first year of birth is after the last one."), _("Give the earlier year first."))


_OPEN = ("sex", "born_from", "born_to", "age_in_doubt", "nationality")


def _payload(given: PersonGiven) -> dict[str, Any]:
    return {
        "names": [{"text": text, "source": source} for text, source in given.names],
        "birth_date": given.birth_date,
        "documents": [{"kind": kind, "number": number} for kind, number in given.documents],
        "contact": given.contact,
    }


def _index(person: Person, given: PersonGiven) -> None:
    write_all(keys_of(person, _payload(given)))


def keys_of(person: Person, opened: dict[str, Any]) -> list[PersonKey]:
    """Every blind index entry by which this person is found, from what their sealed record says; while the index key is turned,
    under both."""
    names = tuple(each["text"] for each in opened.get("names", ()))
    numbers = tuple(each["number"] for each in opened.get("documents", ()))
    birth = {"birth_date": opened.get("birth_date", ""), "born_from": person.born_from, "born_to": person.born_to}
    return [
        PersonKey(person=person, kind=kind, digest=digest, under=under)
        for under in ring().index_keys
        for kind, digest in sorted(
            digests(names=names, documents=numbers, under=under) | birth_digests(names=names, **birth, under=under)
        )
    ]
