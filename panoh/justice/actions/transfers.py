"""A criminal case goes from one agency to another: the giver answers for it until the other has received it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.justice.actions.held import held, subject
from panoh.justice.models import CriminalCase, Transfer
from panoh.justice.queries.cases import keeping_desks
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def transfer_criminal_case(
    *, criminal_case: CriminalCase, to_desk: Desk, because: str, by: Officer, at: datetime
) -> Transfer:
    case = held(criminal_case, by)
    if because not in Transfer.Because.values or not keeping_desks(case.desk).filter(pk=to_desk.pk).exists():
        raise Refused(
            _("A criminal case goes to another desk that keeps such cases, for a reason of the list."),
            _("Choose both."),
            subject=subject(case),
        )
    if case.transfers.filter(received_at=None).exists():
        raise Conflict(
            _("This criminal case is on its way already."),
            _("Wait until the other desk has received it."),
            subject=subject(case),
        )
    made = Transfer.objects.create(
        criminal_case=case, from_desk=case.desk, to_desk=to_desk, because=because, offered_at=at, offered_by=by
    )
    ledger.write(act="transfer_criminal_case", by=by, at=at, subject=subject(case), to=to_desk.code, because=because)
    return made


@act
def receive_criminal_case(*, transfer: Transfer, by: Officer, at: datetime) -> Transfer:
    """From now on the receiving desk holds it, and the giver does not see it any more."""
    access.require(by, access.Act.KEEP_CRIMINAL_CASE)
    about = subject(transfer.criminal_case)
    if transfer.to_desk_id != by.desk.pk:
        raise NotPermitted(_("This was sent to another desk."), _("Ask the desk it was sent to."), subject=about)
    CriminalCase.objects.select_for_update(no_key=True).get(pk=transfer.criminal_case_id)
    if not Transfer.objects.filter(pk=transfer.pk, received_at=None).update(received_at=at, received_by=by):
        raise Conflict(_("Your desk has received it already."), _("Open it in the list."), subject=about)
    CriminalCase.objects.filter(pk=transfer.criminal_case_id).update(desk=transfer.to_desk)
    transfer.refresh_from_db()
    ledger.write(act="receive_criminal_case", by=by, at=at, subject=about, giver=transfer.from_desk.code)
    return transfer
