"""The second pair of eyes: another officer of the same role signs a negative proposal or sends it back (T08, T12)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.decisions import MET, declare, require_others, take_effect, vote
from panoh.identification.actions.held import hold
from panoh.identification.models import Decision
from panoh.identification.queries.facts import facts
from panoh.identification.queries.stages import DECIDES, TRAINED
from panoh.identification.rules import step_of
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.queries import require_step
from panoh.registry.queries.training import require_trained
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def sign(*, decision: Decision, conflict_of_interest: bool = False, by: Officer, at: datetime) -> Decision:
    """With the second signature the negative decision takes effect. Signing is a vote and a declaration too."""
    _second_officer(decision, by=by)
    require_trained(by, TRAINED[decision.stage], at=at, subject=f"case:{decision.case_id}")
    hold(decision.case)
    require_others(decision.case, by)
    declare(decision.case, conflict_of_interest=conflict_of_interest)
    _settle(decision, status=Decision.Status.FINAL, signed_by=by, signed_at=at)
    kept = vault.unseal(decision)
    vault.seal(decision, {**kept, "votes": [*kept["votes"], vote(decision, by=by, at=at)]})
    decision.save(update_fields=["sealed", "sealed_key"])
    take_effect(decision, signatures=2, by=by, at=at)
    ledger.write(act="sign", by=by, at=at, subject=f"case:{decision.case_id}", decision=str(decision.pk))
    return decision


@act
def send_back(*, decision: Decision, reason: str, by: Officer, at: datetime) -> Decision:
    """The second officer does not agree: the proposal is returned with a reason and the case is to be decided anew.
    The clock keeps running."""
    _second_officer(decision, by=by)
    hold(decision.case)
    if not reason.strip():
        raise Refused(
            _("Sending a proposal back needs a reason."),
            _("Write what is missing or what you see differently."),
            subject=f"case:{decision.case_id}",
        )
    step = step_of(decision.stage, decision.outcome, review=decision.reconsiders is not None)
    require_step(decision.case, step, by=by, met=MET | facts(decision.case, at=at), signatures=2)
    _settle(decision, status=Decision.Status.RETURNED, returned_by=by)
    returned = {"officer": by.pk, "reason": reason.strip(), "at": at.isoformat()}
    vault.seal(decision, {**vault.unseal(decision), "returned": returned})
    decision.save(update_fields=["sealed", "sealed_key"])
    ledger.write(act="send_back", by=by, at=at, subject=f"case:{decision.case_id}", decision=str(decision.pk))
    return decision


def _second_officer(decision: Decision, *, by: Officer) -> None:
    access.require(by, DECIDES[decision.stage], decision.case)
    if decision.proposed_by_id == by.pk:
        raise NotPermitted(
            _("You proposed this decision yourself."),
            _("Another officer in the same role reads your reasons and signs, or sends the proposal back."),
            subject=f"case:{decision.case_id}",
        )


def _settle(decision: Decision, **to: object) -> None:
    """A conditional update: of two officers who answer a proposal at once, one is told."""
    waiting = Decision.objects.filter(pk=decision.pk, status=Decision.Status.PROPOSED)
    if not waiting.update(**to):
        raise Conflict(
            _("A colleague answered this proposal a moment ago."),
            _("Open the case again to see where it stands."),
            subject=f"case:{decision.case_id}",
        )
    for field, value in to.items():
        setattr(decision, field, value)
