"""A contact with the hotline: kept without a name; passed on as a signal if the caller agrees; called back if they ask."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import record_signal
from panoh.identification.models import Signal
from panoh.instruments import countries
from panoh.prevention.models import CallBack, HotlineContact
from panoh.prevention.rules.campaigns import CALL_BACK_WITHIN, call_back_until_can_be
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def record_contact(
    *,
    topic: str,
    language: str,
    division: str = "",
    abroad: bool = False,
    in_danger: bool = False,
    child_possible: bool = False,
    by: Officer,
    at: datetime,
) -> HotlineContact:
    """No name and no number: there is no place for either. Numbers whose last day is over are destroyed on this occasion."""
    access.require(by, access.Act.RECORD_CONTACT)
    divisions = {each.code for each in countries.divisions(settings.COUNTRY)}
    languages = {each.code for each in countries.country(settings.COUNTRY).languages}
    fits = topic in HotlineContact.Topic.values and language in languages and (not division or division in divisions)
    if not fits or (abroad and division):
        raise Refused(
            _("What it was about, the language or the place is not in the lists."),
            _("Choose from each; where the caller is abroad, choose no region."),
        )
    forget_old_numbers(at=at)
    made = HotlineContact.objects.create(
        topic=topic,
        language=language,
        division=division,
        abroad=abroad,
        in_danger=in_danger,
        child_possible=child_possible,
        desk=by.desk,
        at=at,
        by=by,
    )
    ledger.write(act="record_contact", by=by, at=at, subject=subject(made), topic=topic)
    return made


@act
def pass_on(*, contact: HotlineContact, words: str, agreed: bool, by: Officer, at: datetime) -> Signal:
    """What was told becomes a signal, by the same act as any other, because the caller agreed that it goes on."""
    held = held_contact(contact, by)
    if not agreed:
        raise Refused(
            _("What somebody told the hotline goes on only if they agree."),
            _("Ask them. If they do not agree, the contact stays as it is; tell them whom they can call in danger."),
            subject=subject(held),
        )
    if held.signal_id is not None:
        raise Conflict(
            _("This contact was passed on already."), _("Open its signal to go on there."), subject=subject(held)
        )
    made = record_signal(
        source=Signal.Source.HOTLINE,
        words=words,
        region=held.division,
        child_possible=held.child_possible,
        in_danger=held.in_danger,
        by=by,
        at=at,
    )
    held.signal = made
    held.save(update_fields=["signal"])
    ledger.write(act="pass_on", by=by, at=at, subject=subject(held), signal=str(made.pk))
    return made


@act
def ask_to_call_back(
    *, contact: HotlineContact, number: str, safe_time: str, until: date, by: Officer, at: datetime
) -> CallBack:
    """Only because the caller asked for it. The number is sealed, and destroyed after the call or after its last day."""
    held, today = held_contact(contact, by), timezone.localdate(at)
    if sum(each.isdigit() for each in number) < 3 or not call_back_until_can_be(until=until, today=today):
        raise Refused(
            _("A number to call back has digits, and is kept for %(n)s days at most.") % {"n": CALL_BACK_WITHIN.days},
            _("Write the number, and a last day from today to %(day)s.")
            % {"day": (today + CALL_BACK_WITHIN).isoformat()},
            subject=subject(held),
        )
    if CallBack.objects.filter(contact=held).exists():
        raise Conflict(
            _("Somebody is to call back already."),
            _("Record another contact for another number."),
            subject=subject(held),
        )
    made = CallBack(contact=held, until=until)
    vault.seal(made, {"number": number.strip(), "safe_time": safe_time.strip()})
    made.save(force_insert=True)
    ledger.write(act="ask_to_call_back", by=by, at=at, subject=subject(held), until=until.isoformat())
    return made


@act
def called_back(*, call_back: CallBack, by: Officer, at: datetime) -> CallBack:
    """The call was made, or tried for the last time: the number is destroyed."""
    contact = held_contact(HotlineContact.objects.get(pk=call_back.contact_id), by)
    held = CallBack.objects.select_for_update(no_key=True).get(pk=call_back.pk)
    if held.called_at is not None or not held.sealed:
        raise OutOfOrder(
            _("There is no number any more."),
            _("If they call again, record another contact."),
            subject=subject(contact),
        )
    vault.destroy(held)
    held.called_at, held.called_by = at, by
    held.save()
    ledger.write(act="called_back", by=by, at=at, subject=subject(contact))
    return held


def forget_old_numbers(*, at: datetime) -> int:
    """Destroy what is kept of numbers whose last day is over. Part of other acts; gives how many."""
    over = CallBack.objects.filter(until__lt=timezone.localdate(at), sealed__isnull=False)
    return over.update(sealed=None, sealed_key=None)


def held_contact(contact: HotlineContact, by: Officer) -> HotlineContact:
    """Locked, and of the officer's own desk."""
    access.require(by, access.Act.RECORD_CONTACT)
    held = HotlineContact.objects.select_for_update(no_key=True, of=("self",)).get(pk=contact.pk)
    if held.desk_id != by.desk.pk:
        raise NotPermitted(
            _("A contact stays with the desk that answered it."),
            _("Ask an officer of that desk."),
            subject=subject(held),
        )
    return held


def subject(contact: HotlineContact) -> str:
    """How the ledger names a contact."""
    return f"contact:{contact.pk}"
