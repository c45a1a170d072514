"""An adult declines the referral: an anonymous record stays, and nothing else (promise 4; nrm-procedure T05)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.identification.models import Refusal
from panoh.registry import access, ledger, vault
from panoh.registry.actions import forget_words, take_step, withdraw_consent
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, DeclineReason, Disclosure, Officer, Person, PersonKey, Purpose
from panoh.registry.references import new_reference
from panoh.registry.refusals import Refused
from panoh.screening.models import RosterEntry, RosterMatch, Screening, SecondLook
from panoh.screening.queries.lines import with_joined


@act
def record_refusal(*, case: Case, reason: str, hotline_given: bool = True, by: Officer, at: datetime) -> Case:
    """Take the step, then forget who it was. Sex, nationality and a reason from the list stay.

    `hotline_given` is the officer's own statement. Services the person agreed to stay open: they rest on consents
    of their own. Taking part later needs a new record and a new consent.
    """
    access.require(by, access.Act.LODGE, case)
    hold(case)
    lines = _lines_held(case)
    if reason not in DeclineReason.values:
        raise Refused(_("This is not one of the reasons."), _("Choose one from the list."), subject=f"case:{case.pk}")
    met = frozenset({"refusal_recorded"}) if hotline_given else frozenset()
    take_step(case=case, step="record_refusal", met=met, by=by, at=at)
    Refusal.objects.create(case=case, reason=reason, recorded_by=by, recorded_at=at)
    end_what_rested_on_consent(case, because="person_declined", by=by, at=at)
    _forget(case, at=at)
    _forget_interviews(case, lines, by=by, at=at)
    ledger.write(act="record_refusal", by=by, at=at, subject=f"case:{case.pk}", reason=reason)
    return case


def end_what_rested_on_consent(case: Case, *, because: str, by: Officer, at: datetime) -> None:
    """All consents but those to services are withdrawn, and what was shown because of them is closed."""
    for consent in Consent.objects.filter(case=case, given=True, withdrawn_at=None).exclude(purpose=Purpose.SERVICE):
        withdraw_consent(consent=consent, by=by, at=at)
    others = Disclosure.objects.filter(case=case, ended_at=None).exclude(purpose=Purpose.SERVICE)
    others.update(ended_at=at, ended_because=because)


def _forget(case: Case, *, at: datetime) -> None:
    """Names, birth date, documents and contact cannot be read again, and no key finds the person. Where the same
    person is in another case as well, this one moves to a nameless record instead."""
    person = case.person
    if Case.objects.filter(person=person).exclude(pk=case.pk).exists():
        case.person = _nameless(person, at=at)
        case.save(update_fields=["person"])
        return
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


def _lines_held(case: Case) -> list[UUID]:
    """Its lines on lists, with its consents locked before the first line of the ledger, as every act does."""
    list(Consent.objects.select_for_update(no_key=True).filter(case=case).order_by("pk"))
    ids = RosterEntry.objects.filter(Q(case=case) | Q(screenings__case=case)).values("pk")
    locked = RosterEntry.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    return list(locked.values_list("pk", flat=True))


def _forget_interviews(case: Case, ids: list[UUID], *, by: Officer, at: datetime) -> None:
    """What was written about the person goes, at every stage; what was answered stays without it. A line on a
    passenger list, with those joined to it, is emptied and no longer leads to the case; its digest stays, so that
    importing the list again brings no name back. Nobody is sent after the person by a second look planned before."""
    forget_words(case)
    Screening.objects.filter(case=case).update(roster_entry=None)
    ended = {"ended_at": at, "ended_by": by, "ended_because": SecondLook.Ended.NOT_WISHED}
    case.second_looks.filter(ended_at=None).update(**ended)
    every = with_joined(ids)
    RosterMatch.objects.filter(entry__in=every).delete()
    RosterEntry.objects.filter(pk__in=every).update(
        sealed=None,
        sealed_key=None,
        case=None,
        born_from=None,
        born_to=None,
        answers={},
        because=[],
        again_on=None,
        removal_on=None,
        claimed_by=None,
        claimed_until=None,
    )
    RosterEntry.objects.filter(pk__in=ids).update(status=RosterEntry.Status.DECLINED)
