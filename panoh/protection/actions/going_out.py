"""Going out and coming back: nobody asks for leave. It is written down so that the bed is kept and nobody is sought."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.stays import check_own
from panoh.protection.models import Absence, Stay
from panoh.registry import access, ledger
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict


@act
def goes_out(*, stay: Stay, by: Officer, at: datetime) -> Absence:
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    subject = f"case:{stay.case_id}"
    if not Stay.objects.filter(pk=stay.pk, until_at=None).exists():
        raise Conflict(_("This stay has ended already."), _("Open the shelter's page again."), subject=subject)
    try:
        with transaction.atomic():
            absence = Absence.objects.create(stay=stay, out_at=at, recorded_by=by)
    except IntegrityError:
        raise Conflict(
            _("It is on record already that the person is out."), _("Record it when they come back."), subject=subject
        ) from None
    ledger.write(act="goes_out", by=by, at=at, subject=subject, place=stay.place_id)
    return absence


@act
def comes_back(*, stay: Stay, by: Officer, at: datetime) -> None:
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    subject = f"case:{stay.case_id}"
    if not Absence.objects.filter(stay=stay, back_at=None).update(back_at=at):
        raise Conflict(_("The person is in already."), _("Open the list of residents again."), subject=subject)
    ledger.write(act="comes_back", by=by, at=at, subject=subject, place=stay.place_id)
