"""Asking that others look again at a negative decision (nrm-procedure T13). Help and every protection go on meanwhile."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen, require_own_voice, spoken_for
from panoh.identification.actions.held import hold
from panoh.identification.models import Reconsideration
from panoh.identification.queries.reviews import standing_decision
from panoh.registry import access, ledger, vault
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import OutOfOrder


@act
def ask_for_reconsideration(
    *, case: Case, asked_by: str, grounds: str, representative: str = "", by: Officer, at: datetime
) -> Reconsideration:
    """Asked by the person, whoever speaks for them, or a desk that cares for them.

    Asked late it is looked at all the same. The time counts from being told; where nobody told the person, none has run.
    """
    access.require(by, access.Act.ASK_RECONSIDERATION, case)
    require_chosen(case, asked_by=(asked_by, Reconsideration.AskedBy.values))
    require_own_voice(case, asked_by, by=by)
    hold(case)
    decision = standing_decision(case)
    if decision is None:
        raise OutOfOrder(
            _("No decision is on record that could be reconsidered."),
            _("Look at where the case stands; a first decision may still be due."),
            subject=f"case:{case.pk}",
        )
    window = case.clocks.filter(clock="reconsideration_request", stopped_at=None).first()
    met = frozenset({"grounds_recorded"}) if grounds.strip() else frozenset()
    late = window is not None and window.due_at < at
    take_step(case=case, step="ask_for_reconsideration", met=met, by=by, at=at)
    asked = Reconsideration(case=case, decision=decision, asked_by=asked_by, late=late, recorded_by=by, recorded_at=at)
    vault.seal(asked, {"grounds": grounds.strip(), "representative": spoken_for(representative, by=by)})
    asked.save(force_insert=True)
    ledger.write(act="ask_for_reconsideration", by=by, at=at, subject=f"case:{case.pk}", asked_by=asked_by, late=late)
    return asked
