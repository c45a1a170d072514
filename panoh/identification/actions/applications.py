"""Receiving an application for status. Whatever is missing from it, it is received, and help never waits for it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen, require_own_voice, spoken_for
from panoh.identification.actions.held import hold
from panoh.identification.models import Application
from panoh.identification.queries.applications import first_contact
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, OutOfOrder


@act
def apply_for_status(
    *,
    case: Case,
    made_by: str,
    words: str = "",
    representative: str = "",
    decide_now: bool = False,
    by: Officer,
    at: datetime,
) -> Application:
    """Counts from first contact, whenever it is written. `decide_now` is the person's own wish for an early decision;
    it opens the formal decision before the recovery period is over and shortens nothing else."""
    access.require(by, access.Act.APPLY, case)
    require_chosen(case, made_by=(made_by, Application.MadeBy.values))
    require_own_voice(case, made_by, by=by)
    hold(case)
    _require_somebody(case)
    application = Application(
        case=case,
        made_by=made_by,
        counts_from=min(first_contact(case), at),
        decide_now=decide_now,
        received_by=by,
        received_at=at,
    )
    vault.seal(application, {"words": words.strip(), "representative": spoken_for(representative, by=by)})
    application.save(force_insert=True)
    ledger.write(act="apply_for_status", by=by, at=at, subject=f"case:{case.pk}", made_by=made_by)
    return application


def _require_somebody(case: Case) -> None:
    if Application.objects.filter(case=case).exists():
        raise Conflict(
            _("An application is on record in this case, and it counts from first contact."),
            _("Nothing has to be asked for twice. What is new can be said to whoever decides."),
            subject=f"case:{case.pk}",
        )
    if case.is_anonymous:
        raise OutOfOrder(
            _("This record has no name and keeps none: nobody can be put to it again."),
            _("Begin a new interview. The person is protected from the first sign on."),
            subject=f"case:{case.pk}",
        )
