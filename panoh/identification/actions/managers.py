"""Naming the case manager: one officer who answers for the whole way, whatever the decision will be."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.registry import access, ledger
from panoh.registry.actions.keeping import let_go
from panoh.registry.actions.managing import put_under
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.queries.officers import case_managers
from panoh.registry.refusals import Refused


@act
def name_manager(*, case: Case, manager: Officer, by: Officer, at: datetime) -> Case:
    """The manager sees the case from now on, and whoever managed it before does not any more.

    At another desk than the case's own that is a disclosure: an adult agreed to it with the referral, or it is not done.
    """
    access.require(by, access.Act.NAME_MANAGER, case)
    hold(case)
    if not case_managers().filter(pk=manager.pk).exists():
        raise Refused(
            _("This officer does not hold the post of a case manager."),
            _("Choose somebody from the list; the administrator gives posts."),
            subject=f"case:{case.pk}",
        )
    _agreed(case, manager)
    put_under(case, manager)
    let_go(case, at=at)
    ledger.write(act="name_manager", by=by, at=at, subject=f"case:{case.pk}", manager=manager.pk)
    return case


def _agreed(case: Case, manager: Officer) -> None:
    if case.track == Case.Track.CHILD or manager.desk.pk == case.desk_id:
        return
    if consent_to(case, Purpose.REFERRAL, desk=manager.desk) is None:
        raise Refused(
            _("The person has not agreed to be referred, so no other desk is shown the case."),
            _("Ask the person for consent to the referral first; or name somebody of the desk that works on the case."),
            subject=f"case:{case.pk}",
        )
