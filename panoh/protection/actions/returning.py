"""The person departs, and whoever receives them says that they came. The procedure's own step is taken with the departure,
on the day on which its conditions are looked at."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.returns import held_return, stop_risk_clock
from panoh.protection.models import Return
from panoh.protection.queries.returns import abroad, lacking_now
from panoh.protection.rules.returns import PRECONDITIONS
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose, take_step
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import spoken

STEP = "return_safely"
SEEN_TO_FOLLOW_UP = ("names", "contact")


@act
def depart(*, of_return: Return, by: Officer, at: datetime) -> Return:
    """Only once nothing lacks today. To another country the case takes the procedure's step; who goes home within the
    country stays where they are in the mechanism, and help goes on there."""
    held = held_return(of_return, by)
    case = held.case
    lacking = lacking_now(held, at=at)
    if lacking:
        raise OutOfOrder(spoken(lacking[0].reason), spoken(lacking[0].way_forward), subject=f"case:{case.pk}")
    moves = abroad(held.to_country) and _procedure_waits(case)
    if moves:
        take_step(case=case, step=STEP, met=PRECONDITIONS, by=by, at=at)
    stop_risk_clock(case, at=at)
    held.departed_at, held.departed_by = at, by
    held.save(update_fields=["departed_at", "departed_by"])
    _let_follow_up(held, by=by, at=at)
    ledger.write(act="depart", by=by, at=at, subject=f"case:{case.pk}", to=held.to_country, moves=moves)
    return held


@act
def receive_return(*, of_return: Return, arrived_on: date, words: str, by: Officer, at: datetime) -> Return:
    """By the desk that received the person; or by whoever prepared it, on what the receiver wrote or said."""
    _may_say_so(of_return, by)
    keep_still(of_return.case_id)
    held = Return.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=of_return.pk)
    subject = f"case:{held.case_id}"
    if held.received_at is not None:
        raise Conflict(_("That the person came is on record already."), _("Open the case to see it."), subject=subject)
    if held.departed_at is None:
        raise OutOfOrder(_("The person has not departed."), _("Record the departure first."), subject=subject)
    if not timezone.localdate(held.departed_at) <= arrived_on <= timezone.localdate(at) or not words.strip():
        raise Refused(
            _("It says on which day since the departure the person came, and who received them how."),
            _("Choose a day between the departure and today, and write who says so."),
            subject=subject,
        )
    held.received_at, held.received_by, held.arrived_on = at, by, arrived_on
    vault.seal(held, {**vault.unseal(held), "received": words.strip()})
    held.save(update_fields=["received_at", "received_by", "arrived_on", "sealed", "sealed_key"])
    ledger.write(act="receive_return", by=by, at=at, subject=subject, arrived_on=arrived_on.isoformat())
    return held


def _may_say_so(of_return: Return, by: Officer) -> None:
    """The receiving desk, as long as it sees the case; or whoever prepares returns in it."""
    if of_return.receiver_desk_id == by.desk.pk:
        access.require(by, access.Act.RECEIVE_RETURN, of_return.case)
    else:
        access.require(by, access.Act.PREPARE_RETURN, of_return.case)


def _procedure_waits(case: Case) -> bool:
    """Whether the procedure has this step from where the case stands. A person who is not decided on yet returns as well:
    nobody is kept for a decision."""
    procedure = procedure_of(case)
    return procedure.state(case.state).code in procedure.step(STEP).from_states


def _let_follow_up(held: Return, *, by: Officer, at: datetime) -> None:
    """The receiving desk asks after the person later, if they agreed to that; it sees how to reach them for nothing else."""
    desk, agreed = held.receiver_desk, consent_to(held.case, Purpose.FOLLOW_UP)
    if desk is not None and agreed is not None and desk.pk != held.case.desk_id:
        disclose(
            case=held.case,
            to_desk=desk,
            purpose=Purpose.FOLLOW_UP,
            fields=SEEN_TO_FOLLOW_UP,
            consent=agreed,
            by=by,
            at=at,
        )
