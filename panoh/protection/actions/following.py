"""Contact after a stay: only with somebody who agreed to it, only when it is due, once a period."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Departure, FollowUp
from panoh.protection.queries.following import AHEAD, agreed_to_contact, departure_to_follow, follow_up_due
from panoh.protection.rules.following import CLOCKS
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused


@act
def record_follow_up(
    *, departure: Departure, months: int, came: str, words: str = "", by: Officer, at: datetime
) -> FollowUp:
    """What came of it. Who does not wish to be contacted any more withdraws that consent, which ends all of it."""
    case = departure.stay.case
    access.require(by, access.Act.KEEP_PLAN, case)
    keep_still(case.pk)
    _check(departure_to_follow(by, departure.pk), months, came, at)
    kept = FollowUp(departure=departure, months=months, came=came, by=by, at=at)
    vault.seal(kept, {"words": words.strip()})
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("This contact is on record already."),
            _("Go back to your work to see what is yours."),
            subject=f"case:{case.pk}",
        ) from None
    ledger.write(act="record_follow_up", by=by, at=at, subject=f"case:{case.pk}", months=months, came=came)
    return kept


def _check(departure: Departure, months: int, came: str, at: datetime) -> None:
    subject = f"case:{departure.stay.case_id}"
    if not agreed_to_contact().filter(pk=departure.pk).exists():
        raise OutOfOrder(
            _("This person did not agree to be contacted, or does not stand by it any more."),
            _("Do not contact them. If they come to you, help does not depend on it."),
            subject=subject,
        )
    if months not in CLOCKS or came not in FollowUp.Came.values:
        raise Refused(
            _("The contacts are after 3, 6 and 12 months, with an outcome from the list."),
            _("Choose which one it was and how it went."),
            subject=subject,
        )
    if follow_up_due(departure, months) > at + AHEAD:
        raise OutOfOrder(
            _("It is too early for this contact."), _("It comes to your work a week ahead."), subject=subject
        )
