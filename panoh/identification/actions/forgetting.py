"""Forgetting who a case is about: the name, the keys that find it, and every word at every stage. Part of another act.

What figures need stays: sex, nationality, what was answered, which steps were taken when.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from panoh.identification.actions.same_person import hold_record, part_from_others
from panoh.registry import vault
from panoh.registry.actions import forget_words
from panoh.registry.models import Case, Consent, Officer, Person, PersonKey
from panoh.registry.references import new_reference
from panoh.screening.actions.forgetting import forget_what_leads_back
from panoh.screening.models import RosterEntry, RosterMatch, Screening, SecondLook
from panoh.screening.queries.lines import with_joined

AT_ONCE = 5_000


def forget_person(case: Case, lines: list[UUID], *, by: Officer, at: datetime) -> None:
    """Destroy what says who it was. `lines`: as `lines_held` locked them at the beginning of the act."""
    _forget_name(case, at=at)
    _forget_words(case, lines, by=by, at=at)


def lines_held(case: Case) -> list[UUID]:
    """Its lines on lists, with its consents and the person's record locked before the first line of the ledger, as every act
    does. Lines joined to them are locked too: whoever decides on what leads to one waits, or has done so."""
    list(Consent.objects.select_for_update(no_key=True).filter(case=case).order_by("pk"))
    ids = RosterEntry.objects.filter(Q(case=case) | Q(screenings__case=case)).values("pk")
    own = list(ids.order_by("pk").distinct().values_list("pk", flat=True))
    locked = RosterEntry.objects.select_for_update(no_key=True).filter(pk__in=with_joined(own)).order_by("pk")
    list(locked.values_list("pk", flat=True))
    hold_record(case.person_id)
    return own


def _forget_name(case: Case, *, at: datetime) -> None:
    """Names, birth date, documents and contact cannot be read again, and no key finds the person. Where the same
    person is in another case as well, this one moves to a nameless record instead."""
    person = case.person
    if Case.objects.filter(person=person).exclude(pk=case.pk).exists():
        case.person = _nameless(person, at=at)
        case.save(update_fields=["person"])
        return
    part_from_others(person)
    vault.destroy(person)
    person.born_from = person.born_to = None
    person.age_in_doubt = False
    person.save(update_fields=["sealed_key", "sealed", "born_from", "born_to", "age_in_doubt"])
    PersonKey.objects.filter(person=person).delete()
    RosterMatch.objects.filter(person=person).delete()  # a line with a name would say whose record this was


def _nameless(person: Person, *, at: datetime) -> Person:
    return Person.objects.create(
        reference=new_reference(),
        sex=person.sex,
        nationality=person.nationality,
        invented=person.invented,
        registered_at=at,
    )


def _forget_words(case: Case, ids: list[UUID], *, by: Officer, at: datetime) -> None:
    """What was written about the person goes, at every stage; what was answered stays without it. A line on a
    passenger list, with those joined to it, is emptied and no longer leads to the case; its digest stays, so that
    importing the list again brings no name back. Nobody is sent after the person by a second look planned before."""
    forget_words(case, by=by, at=at)
    Screening.objects.filter(case=case).update(roster_entry=None)
    ended = {"ended_at": at, "ended_by": by, "ended_because": SecondLook.Ended.NOT_WISHED}
    case.second_looks.filter(ended_at=None).update(**ended)
    forget_lines(with_joined(ids), by=by, at=at)


def forget_lines(lines: Collection[UUID], *, by: Officer | None, at: datetime) -> int:
    """Lines on lists are emptied and lead to nobody, and nothing that leads to them names anybody; what coverage counts stays.
    `by`: None where a copy is put back. Gives how many there were."""
    every = list(lines)
    for some in (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)):
        RosterMatch.objects.filter(entry__in=some).delete()
        RosterEntry.objects.filter(pk__in=some).update(
            sealed=None, sealed_key=None, case=None, **RosterEntry.FORGOTTEN_WITH
        )
        forget_what_leads_back(some, by=by, at=at)
    return len(every)
