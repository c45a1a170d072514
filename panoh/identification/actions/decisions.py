"""Deciding on reasonable grounds whether someone may be a victim, and what every decision needs (nrm-procedure T07, T08)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.identification.models import Decision
from panoh.identification.queries.facts import facts, open_proposal
from panoh.identification.queries.panels import asked_in, who_is_barred
from panoh.identification.queries.reviews import under_review
from panoh.identification.queries.stages import DECIDES, REVIEW, TRAINED, panel_decides
from panoh.identification.queries.wording import BARRED
from panoh.identification.rules import says_something, step_of
from panoh.registry import access, ledger, vault
from panoh.registry.access import Role
from panoh.registry.actions import take_step
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries import require_step
from panoh.registry.queries.training import require_trained
from panoh.registry.refusals import Conflict, OutOfOrder, Refused

MET = frozenset({"written_reasons", "votes_recorded", "other_decider"})
"""All are made sure of here: no decision without reasons, which carry vote and declaration, and no review by the same."""


@act
def decide(
    *,
    case: Case,
    stage: str,
    outcome: str,
    form: str,
    reasons: str,
    elements: Mapping[str, str] | None = None,
    conflict_of_interest: bool = False,
    by: Officer,
    at: datetime,
) -> Decision:
    """A positive decision takes effect at once; a negative waits for another officer's signature (promise 9).

    `elements` are notes on act, means and purpose; a negative needs one on each that is asked. Calling this is the
    officer's vote, and their declaration on whether they have a conflict of interest; with one, nothing is decided.
    """
    access.require(by, DECIDES[stage], case)
    require_trained(by, TRAINED[stage], at=at, subject=f"case:{case.pk}")
    hold(case)
    _leave_to_the_panel(case, stage)
    require_others(case, by)
    declare(case, conflict_of_interest=conflict_of_interest)
    negative = outcome == Decision.Outcome.NEGATIVE
    noted = noted_on(elements or {})
    require_reasons(case, reasons, *noted.values())
    if negative:
        require_each_element(case, noted, asked=asked_in(case))
    _refuse_while_one_waits(case)
    step = step_of(stage, outcome, review=case.state == REVIEW)
    require_step(case, step, by=by, met=MET | facts(case, at=at), signatures=2 if negative else 1)
    decision = Decision(case=case, stage=stage, outcome=outcome, form=form, proposed_by=by, proposed_at=at)
    decision.reconsiders = reviewed(case)
    decision.status = Decision.Status.PROPOSED if negative else Decision.Status.FINAL
    vault.seal(decision, {"reasons": reasons.strip(), "elements": noted, "votes": [vote(decision, by=by, at=at)]})
    _keep(decision)
    if not negative:
        take_effect(decision, by=by, at=at)
    ledger.write(act="decide", by=by, at=at, subject=f"case:{case.pk}", stage=stage, outcome=outcome)
    return decision


def _leave_to_the_panel(case: Case, stage: str) -> None:
    if stage == Decision.Stage.FORMAL or panel_decides(case):
        raise OutOfOrder(
            _("One member alone does not take the formal decision: a panel of several agencies does."),
            _("Call the panel together, declare, and vote there."),
            subject=f"case:{case.pk}",
        )


def reviewed(case: Case) -> Decision | None:
    """The decision that is reconsidered, if one is."""
    asked = under_review(case) if case.state == REVIEW else None
    return asked.decision if asked else None


def require_others(case: Case, by: Officer) -> None:
    """On reconsideration nobody decides or signs who took any part before."""
    if case.state == REVIEW and (why := who_is_barred(case, [by], role=Role.PRELIMINARY_DECIDER).get(by.pk)):
        raise Refused(
            BARRED[why] % {"officer": by.name},
            _("Give it to a colleague in the same role who took no part. The clock keeps running."),
            subject=f"case:{case.pk}",
        )


def vote(decision: Decision, *, by: Officer, at: datetime) -> dict[str, object]:
    """One member's vote and declaration, as it is sealed with the reasons."""
    return {"officer": by.pk, "vote": decision.outcome, "conflict_of_interest": False, "at": at.isoformat()}


def declare(case: Case, *, conflict_of_interest: bool) -> None:
    if conflict_of_interest:
        raise Refused(
            _("Whoever has a conflict of interest does not decide in this case."),
            _("Give the case to a colleague in the same role. The clock keeps running."),
            subject=f"case:{case.pk}",
        )


def require_reasons(case: Case, *texts: str) -> None:
    if not says_something(*texts):
        raise Refused(
            _("A decision needs written reasons that someone else can follow."),
            _("Write in a sentence or two what was found, and what was not, for act, means and purpose."),
            subject=f"case:{case.pk}",
        )


def noted_on(elements: Mapping[str, str]) -> dict[str, str]:
    """What was written on each element, without those left empty."""
    return {key: text.strip() for key, text in elements.items() if text.strip()}


def require_each_element(case: Case, noted: Mapping[str, str], *, asked: Collection[str]) -> None:
    """A reason on each element that is asked; a child needs no means, so nothing on means counts against a child."""
    if not set(asked) <= set(noted):
        raise Refused(
            _("A reason for each element is needed: act, means and purpose; for a child act and purpose."),
            _("Write for each what was found and what was not."),
            subject=f"case:{case.pk}",
        )
    if not set(noted) <= set(asked):
        raise Refused(
            _("This is a child, or was one when it happened: means are not asked about."),
            _("Leave means out; what was done to the child stands under act and purpose."),
            subject=f"case:{case.pk}",
        )
    require_reasons(case, *noted.values())


def _refuse_while_one_waits(case: Case) -> None:
    if open_proposal(case) is not None:
        raise _one_waits(case)


def _one_waits(case: Case) -> Conflict:
    return Conflict(
        _("A colleague has proposed a decision in this case, and it waits for a second signature."),
        _("Read the proposal and sign it or send it back; then a new decision can be made."),
        subject=f"case:{case.pk}",
    )


def _keep(decision: Decision) -> None:
    """The database allows one open proposal for each stage; the savepoint keeps the transaction usable when it refuses."""
    try:
        with transaction.atomic():
            decision.save(force_insert=True)
    except IntegrityError:
        raise _one_waits(decision.case) from None


def take_effect(decision: Decision, *, signatures: int = 1, by: Officer, at: datetime) -> None:
    """The case moves, an open request for reconsideration is answered, and the clock for telling the person starts."""
    case, review = decision.case, decision.reconsiders is not None
    step = step_of(decision.stage, decision.outcome, review=review)
    take_step(case=case, step=step, met=MET | facts(case, at=at), signatures=signatures, by=by, at=at)
    if review:
        case.reconsiderations.filter(decided_at=None).update(decided_at=at)
    if decision.form != Case.Form.UNKNOWN:
        Case.objects.filter(pk=case.pk).update(form=decision.form)
        case.form = decision.form
    on_event(case=case, event="decision_taken", at=at)
