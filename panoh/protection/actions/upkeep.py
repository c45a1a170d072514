"""What a house says of itself each year: who works there, in numbers, and its money. What stood before is kept."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import ServiceGiven, Shelter, StaffCount, YearBudget
from panoh.protection.rules.upkeep import budget_can_be, staff_can_be
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.overtaken import unless_newer
from panoh.registry.refusals import NotPermitted, Refused


@act
def record_staff(
    *,
    shelter: Shelter,
    work: str,
    women: int,
    men: int,
    trained: int,
    on: date,
    after: int | None = None,
    by: Officer,
    at: datetime,
) -> StaffCount:
    """`trained`: how many of them were taught about trafficking. No name is asked for, and none is kept. `after`: the newest
    count the caller saw; another of the same work and day that came later is not written over unseen."""
    _held(shelter, by)
    today = timezone.localdate(at)
    if work not in StaffCount.Work.values or not staff_can_be(
        women=women, men=men, trained=trained, on=on, today=today
    ):
        raise Refused(
            _("These numbers cannot be: nobody is trained who does not work there, and the day has come."),
            _("Choose the work, count women and men, and of them those trained; take today or a day before."),
            subject=f"shelter:{shelter.pk}",
        )
    standing = shelter.staff.filter(work=work, on=on, replaced_at=None)
    unless_newer(after, standing.values_list("pk", flat=True).first(), subject=f"shelter:{shelter.pk}")
    standing.update(replaced_at=at)
    kept = StaffCount.objects.create(
        shelter=shelter, work=work, women=women, men=men, trained=trained, on=on, recorded_by=by, recorded_at=at
    )
    ledger.write(act="record_staff", by=by, at=at, subject=f"shelter:{shelter.pk}", work=work, on=on.isoformat())
    return kept


@act
def record_budget(
    *,
    shelter: Shelter,
    year: int,
    payer: str,
    currency: str,
    allocated: Decimal,
    spent: Decimal | None = None,
    after: int | None = None,
    by: Officer,
    at: datetime,
) -> YearBudget:
    """One line a year, a payer and a currency. What was spent of it is added when it is known; more than was
    allocated is recorded as it is. `after`: the newest line the caller saw; what a colleague added later is not written over."""
    _held(shelter, by)
    subject = f"shelter:{shelter.pk}"
    if payer not in set(ServiceGiven.Payer.values) - {ServiceGiven.Payer.VICTIM}:
        raise Refused(
            _(
                "A house is paid for by the State, an NGO or an international organisation, never by those who stay there."
            ),
            _("Choose who pays; that a person was made to pay is a complaint of a charge."),
            subject=subject,
        )
    if not budget_can_be(year=year, allocated=allocated, spent=spent, currency=currency, today=timezone.localdate(at)):
        raise Refused(
            _("The year, the sums or the currency cannot be: spending comes in a year that has begun."),
            _("Give the year and the sums without a minus; leave what was spent empty while it is not known."),
            subject=subject,
        )
    line = shelter.budgets.filter(year=year, payer=payer, currency=currency, replaced_at=None)
    unless_newer(after, line.values_list("pk", flat=True).first(), subject=subject)
    line.update(replaced_at=at)
    kept = YearBudget.objects.create(
        shelter=shelter,
        year=year,
        payer=payer,
        currency=currency,
        allocated=allocated,
        spent=spent,
        recorded_by=by,
        recorded_at=at,
    )
    ledger.write(act="record_budget", by=by, at=at, subject=subject, year=year, payer=payer, currency=currency)
    return kept


def _held(shelter: Shelter, by: Officer) -> None:
    """The house's row locked, so that of two who write at once one line stands."""
    access.require(by, access.Act.GIVE_PLACE)
    if Shelter.objects.select_for_update(no_key=True).get(pk=shelter.pk).desk_id != by.desk.pk:
        raise NotPermitted(
            _("Numbers about a house are kept by the desk that runs it."), _("Ask an officer of that desk.")
        )
