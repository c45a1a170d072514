"""Recording a service that reached the person: who gave it, when, and who paid."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.actions.charges import require_money
from panoh.protection.models import ServiceGiven
from panoh.referral.actions.needs import close_needs
from panoh.referral.models import Need
from panoh.registry import access, ledger
from panoh.registry.actions import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, Refused

EARLIER = timedelta(days=5 * 366)
"""How long before its case was opened a service may have been given: what a desk gave before anybody knew of it counts, and
the year 1900 is a slip of the hand. Panoh's own, provisional."""


@act
def record_service(
    *,
    case: Case,
    service: str,
    on: date,
    payer: str,
    cost: Decimal | None = None,
    currency: str = "",
    by: Officer,
    at: datetime,
) -> ServiceGiven:
    """A service the victim was made to pay for is recorded like any other, and shown with a warning: it should be free.

    `cost` is what the payer paid; where it is not known it stays empty, which is not nothing."""
    access.require(by, access.Act.RECORD_SERVICE, case)
    keep_still(case.pk)
    _check(case, service, on, payer, at)
    require_money(case, cost, currency)
    try:
        with transaction.atomic():
            given = ServiceGiven.objects.create(
                case=case,
                service=service,
                desk=by.desk,
                on=on,
                payer=payer,
                cost=cost,
                currency=currency,
                recorded_by=by,
                recorded_at=at,
            )
    except IntegrityError:
        raise Conflict(
            _("Your desk has recorded this service for this day already."),
            _("Nothing is lost: it counts once. Another service, or another day, is a line of its own."),
            subject=f"case:{case.pk}",
        ) from None
    close_needs(Need.objects.filter(case=case, service=service), at=at)
    charged = payer == ServiceGiven.Payer.VICTIM
    ledger.write(act="record_service", by=by, at=at, subject=f"case:{case.pk}", service=given.pk, charged=charged)
    return given


def _check(case: Case, service: str, on: date, payer: str, at: datetime) -> None:
    known = service in {each.key for each in services()} and payer in ServiceGiven.Payer.values
    if known and on <= timezone.localdate(at):
        if on < timezone.localdate(case.opened_at) - EARLIER:
            raise Refused(
                _("This day lies years before the case was opened."),
                _("Look at the day, and the year, once more."),
                subject=f"case:{case.pk}",
            )
        return
    raise Refused(
        _("The service or payer is not in the list, or the day lies ahead."),
        _("Choose from the lists; record a service once it was given."),
        subject=f"case:{case.pk}",
    )
