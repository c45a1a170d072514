"""Measures of the national action plan: put down with an owner and a day, and what the owner says of them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import MeasureProgress, PlanMeasure
from panoh.protection.rules.money import is_currency
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused

ENDS = frozenset({PlanMeasure.State.DONE.value, PlanMeasure.State.DROPPED.value})


@act
def put_down_measure(
    *,
    plan: str,
    number: str,
    words: str,
    owner: Desk,
    due_on: date,
    budget: Decimal | None = None,
    currency: str = "",
    by: Officer,
    at: datetime,
) -> PlanMeasure:
    """By those who keep the plan. What is set aside may be nothing; not known stays empty."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    if not plan.strip() or not number.strip() or not words.strip():
        raise Refused(
            _("A measure stands in a plan, under a number, and says what is to be done."), _("Write all three.")
        )
    money = (budget is None and not currency) or (budget is not None and budget >= 0 and is_currency(currency))
    if not money:
        raise Refused(
            _("A sum has a currency and is no less than nothing."), _("Give both, or neither while it is not known.")
        )
    if PlanMeasure.objects.filter(plan=plan.strip(), number=number.strip()).exists():
        raise Conflict(
            _("The plan has a measure %(n)s already.") % {"n": number.strip()},
            _("Open that one, or give this one another number."),
        )
    made = PlanMeasure.objects.create(
        plan=plan.strip(),
        number=number.strip(),
        words=words.strip(),
        owner=owner,
        due_on=due_on,
        budget=budget,
        currency=currency,
        recorded_by=by,
        recorded_at=at,
    )
    ledger.write(act="put_down_measure", by=by, at=at, subject=subject(made), number=made.number)
    return made


@act
def report_progress(
    *, measure: PlanMeasure, state: str, words: str, due_on: date | None = None, by: Officer, at: datetime
) -> MeasureProgress:
    """By the desk whose measure it is. `due_on`: another day, said with its reason; the earlier day stays on record."""
    if measure.owner_id != by.desk.pk:
        raise NotPermitted(
            _("How far a measure came is said by the desk whose it is."),
            _("Ask an officer of that desk."),
            subject=subject(measure),
        )
    held = PlanMeasure.objects.select_for_update(no_key=True).get(pk=measure.pk)
    if state not in PlanMeasure.State.values or not words.strip():
        raise Refused(
            _("It is not said how far the measure came, or why."),
            _("Choose one of the list, and write what was done, or why not."),
            subject=subject(held),
        )
    if due_on is not None and due_on < timezone.localdate(at) and state not in ENDS:
        raise Refused(_("The new day lies in the past."), _("Take a day that is still to come."), subject=subject(held))
    said = MeasureProgress.objects.create(
        measure=held, state=state, words=words.strip(), due_on=held.due_on, by=by, at=at
    )
    held.state, held.due_on = state, due_on or held.due_on
    held.save(update_fields=["state", "due_on"])
    ledger.write(act="report_progress", by=by, at=at, subject=subject(held), state=state)
    return said


def subject(measure: PlanMeasure) -> str:
    """How the ledger names a measure."""
    return f"measure_of_plan:{measure.pk}"
