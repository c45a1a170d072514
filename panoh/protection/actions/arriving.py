"""Arriving: what the person was told, and what the house keeps for them until they want it back."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.stays import check_own
from panoh.protection.models import Intake, Stay
from panoh.protection.rules.house_rules import PROMISES
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused


@act
def record_intake(
    *, stay: Stay, language: str, told: tuple[str, ...], things: str = "", by: Officer, at: datetime
) -> Intake:
    """Once a stay, when the person has come to rest; the bed never waited for it. `things`: what the house keeps."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    subject = f"case:{stay.case_id}"
    if not language.strip() or set(told) - set(PROMISES):
        raise Refused(
            _("Say in which language the person was told, and which of the promises of the house."),
            _("Tick what was told; the rest can be told when the person is ready to hear it."),
            subject=subject,
        )
    if not Stay.objects.filter(pk=stay.pk, until_at=None).exists():
        raise Conflict(_("This stay has ended already."), _("Open the list of residents again."), subject=subject)
    intake = Intake(
        stay=stay, language=language.strip(), told=sorted(told), keeps_things=bool(things.strip()), by=by, at=at
    )
    vault.seal(intake, {"things": things.strip()})
    try:
        with transaction.atomic():
            intake.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("This person's arrival is on record already."), _("Open the list of residents again."), subject=subject
        ) from None
    ledger.write(act="record_intake", by=by, at=at, subject=subject, told=intake.told, keeps=intake.keeps_things)
    return intake


@act
def tell_more(*, stay: Stay, told: tuple[str, ...], by: Officer, at: datetime) -> Intake:
    """What was not told on the first day is told later, and added."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    intake = _intake(stay)
    if not told or set(told) - set(PROMISES):
        raise Refused(_("Nothing new was told."), _("Tick what was told."), subject=f"case:{stay.case_id}")
    intake.told = sorted({*intake.told, *told})
    intake.save(update_fields=["told"])
    ledger.write(act="tell_more", by=by, at=at, subject=f"case:{stay.case_id}", told=sorted(told))
    return intake


@act
def return_things(*, stay: Stay, by: Officer, at: datetime) -> None:
    """Everything the house kept is back with the person: at any time they ask, and at the latest when they leave."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    kept = Intake.objects.filter(stay=stay, keeps_things=True, returned_at=None)
    if not kept.update(returned_at=at, returned_by=by):
        raise Conflict(
            _("The house keeps nothing of this person."),
            _("Open the list of residents again."),
            subject=f"case:{stay.case_id}",
        )
    ledger.write(act="return_things", by=by, at=at, subject=f"case:{stay.case_id}")


def _intake(stay: Stay) -> Intake:
    intake = Intake.objects.select_for_update(no_key=True).filter(stay=stay).first()
    if intake is None:
        raise Refused(
            _("The arrival is not on record yet."), _("Record the arrival first."), subject=f"case:{stay.case_id}"
        )
    return intake
