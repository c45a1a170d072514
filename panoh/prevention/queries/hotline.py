"""Contacts of the hotline as their own desk sees them, and a number to call back, whose opening is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import CallBack, HotlineContact
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted, OutOfOrder

SHOWN = 50


@dataclass(frozen=True)
class Number:
    """What is sealed of a call to make."""

    call_back: CallBack
    number: str
    safe_time: str


def contacts_for(viewer: Officer) -> QuerySet[HotlineContact]:
    """Those of the viewer's own desk."""
    access.require(viewer, access.Act.RECORD_CONTACT)
    rows = HotlineContact.objects.filter(desk=viewer.desk).select_related("signal", "call_back")
    return rows.order_by("-at", "-pk")


def contact_for(viewer: Officer, contact_id: int) -> HotlineContact:
    found = contacts_for(viewer).filter(pk=contact_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such contact, or another desk answered it."), _("Choose one of your desk’s list.")
        )
    return found


def call_back_for(viewer: Officer, contact_id: int) -> CallBack:
    contact = contact_for(viewer, contact_id)
    found = CallBack.objects.filter(contact=contact).select_related("contact").first()
    if found is None:
        raise OutOfOrder(_("Nobody asked to be called back here."), _("Go back to the contact."))
    return found


def calls_to_make(viewer: Officer, today: date) -> QuerySet[CallBack]:
    rows = CallBack.objects.filter(contact__desk=viewer.desk, sealed__isnull=False, until__gte=today)
    return rows.order_by("until", "pk") if access.may(viewer, access.Act.RECORD_CONTACT) else rows.none()


def read_number(viewer: Officer, contact_id: int, *, at: datetime) -> Number:
    """Until its last day; after that nobody opens it, and it is destroyed."""
    found = call_back_for(viewer, contact_id)
    if not found.sealed or found.until < timezone.localdate(at):
        raise OutOfOrder(
            _("The number is gone: the call was made, or its last day is over."),
            _("If they call again, record another contact."),
            subject=f"contact:{contact_id}",
        )
    with ledger.reading():
        ledger.write(act="read_number", by=viewer, at=at, subject=f"contact:{contact_id}", fields=("number",))
        kept = vault.unseal(found)
    return Number(found, kept.get("number", ""), kept.get("safe_time", ""))
