"""The authority decides whether somebody may stay, with written reasons; and the remedy against a refusal."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.justice.actions.residence import ASKED, DECIDED, State, already_decided, decide_by, extended_until, refuse
from panoh.justice.models import PermitAppeal, PermitDecision, PermitRequest, ResidencePermit
from panoh.justice.queries.residence import ASK, DECIDE
from panoh.justice.rules.residence import may_be_given, may_be_refused
from panoh.registry import access, ledger, vault
from panoh.registry.actions import end_disclosure, keep_still
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import BestInterests, Case, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

Kind = ResidencePermit.PermitKind


@act
def grant_permit(
    *,
    request: PermitRequest,
    from_on: date,
    until_on: date | None = None,
    permanent: bool = False,
    by: Officer,
    at: datetime,
) -> ResidencePermit:
    """An extension lasts until the computed day, and no other is written for it: `until_on` is left out."""
    held = _held(request, by)
    today = timezone.localdate(at)
    if held.extends is not None:
        if permanent or until_on is not None:
            raise Refused(
                _("The last day of an extension follows from the proceedings."),
                _("Leave the last day empty. A permit of another kind is asked for anew."),
                subject=f"case:{held.case_id}",
            )
        until_on = _latest(held, today=today)
    refuse(may_be_given(permanent=permanent, from_on=from_on, until_on=until_on, today=today), held.case)
    _decision(held, granted=True, reasons="", by=by, at=at)
    kind = Kind.EXTENSION if held.extends_id else Kind.PERMANENT if permanent else Kind.TEMPORARY
    made = ResidencePermit.objects.create(request=held, kind=kind, from_on=from_on, until_on=until_on)
    ledger.write(act="grant_permit", by=by, at=at, subject=f"case:{held.case_id}", permit=str(made.pk), kind=kind)
    return made


@act
def refuse_permit(*, request: PermitRequest, reasons: str, by: Officer, at: datetime) -> PermitDecision:
    """With written reasons; a child only where an assessment of its best interests speaks against it. It ends no help."""
    held = _held(request, by)
    if not reasons.strip():
        raise Refused(
            _("A refusal needs its reasons in writing."),
            _("Write why, so that the person can answer it."),
            subject=f"case:{held.case_id}",
        )
    child = held.case.track == Case.Track.CHILD
    refuse(may_be_refused(child=child, spoken_against=_spoken_against(held.case, timezone.localdate(at))), held.case)
    made = _decision(held, granted=False, reasons=reasons.strip(), by=by, at=at)
    ledger.write(act="refuse_permit", by=by, at=at, subject=f"case:{held.case_id}", request=str(held.pk))
    return made


@act
def appeal_refusal(
    *, request: PermitRequest, asked_of: str, on: date, words: str, by: Officer, at: datetime
) -> PermitAppeal:
    """Another can be made after one that did not succeed: whether the law allows it, whoever is asked will say."""
    standing = _refused(request, by)
    if asked_of not in PermitAppeal.AskedOf.values:
        raise Refused(_("An appeal is made to somebody of the list."), _("Choose it."), subject=_about(request))
    _in_time(timezone.localdate(standing.at), on, at, request)
    if standing.appeals.filter(decided_on=None).exists():
        raise Conflict(
            _("An appeal against this refusal is under way."),
            _("Record what came of it first."),
            subject=_about(request),
        )
    made = PermitAppeal(decision=standing, asked_of=asked_of, asked_on=on, at=at, by=by)
    vault.seal(made, {"asked": words.strip()})
    made.save(force_insert=True)
    PermitDecision.objects.filter(pk=standing.pk).update(left_at=None, left_by=None)
    ledger.write(act="appeal_refusal", by=by, at=at, subject=_about(request), asked_of=asked_of)
    return made


@act
def leave_refusal(*, request: PermitRequest, by: Officer, at: datetime) -> PermitDecision:
    """The person was told of it and asks for no remedy now; an appeal can still be made."""
    standing = _refused(request, by)
    if standing.left_at is not None:
        raise Conflict(_("This is on record already."), _("Nothing is left to do."), subject=_about(request))
    PermitDecision.objects.filter(pk=standing.pk).update(left_at=at, left_by=by)
    end_disclosure(disclosure=request.disclosure, because="permit_refused", by=by, at=at)
    ledger.write(act="leave_refusal", by=by, at=at, subject=_about(request), request=str(request.pk))
    standing.refresh_from_db()
    return standing


@act
def record_appeal(
    *, appeal: PermitAppeal, succeeded: bool, on: date, words: str = "", by: Officer, at: datetime
) -> PermitAppeal:
    """Where it succeeded the refusal is set aside and kept, and the authority decides anew, with its clock from the start."""
    request = appeal.decision.request
    access.require(by, ASK, request.case)
    keep_still(request.case_id)
    row = PermitAppeal.objects.get(pk=appeal.pk)
    if row.decided_on is not None:
        raise Conflict(_("What came of it is on record."), _("Look at the case again."), subject=_about(request))
    _in_time(row.asked_on, on, at, request)
    row.decided_on, row.succeeded = on, succeeded
    vault.seal(row, {**vault.unseal(row), "answered": words.strip()})
    row.save()
    if succeeded:
        _open_again(request, appeal.decision, at=at)
    ledger.write(act="record_appeal", by=by, at=at, subject=_about(request), succeeded=succeeded)
    return row


def _held(request: PermitRequest, by: Officer) -> PermitRequest:
    """Open, of the officer's desk, and not asked by their own: nobody decides on what they asked for."""
    access.require(by, DECIDE, request.case)
    keep_still(request.case_id)
    rows = PermitRequest.objects.select_related("case__person", "extends__request__case", "asked_by__post")
    held = rows.get(pk=request.pk)
    if held.to_desk_id != by.desk.pk or held.asked_by.pk == by.pk or held.asked_by.post.desk_id == by.desk.pk:
        raise NotPermitted(
            _("This was asked of another desk, or your own desk asked for it."),
            _("Whoever asked does not decide: let another desk of the authority do it."),
            subject=_about(held),
        )
    if held.state != State.OPEN:
        raise already_decided(held)
    return held


def _latest(held: PermitRequest, *, today: date) -> date:
    """What followed from the proceedings when it was asked is not taken back by what became of them since."""
    assert held.extends is not None
    assert held.reckoned_until is not None
    return max(held.reckoned_until, extended_until(held.extends, today=today) or held.reckoned_until)


def _decision(held: PermitRequest, *, granted: bool, reasons: str, by: Officer, at: datetime) -> PermitDecision:
    made = PermitDecision(request=held, granted=granted, at=at, by=by)
    vault.seal(made, {"reasons": reasons})
    made.save(force_insert=True)
    became = State.GRANTED if granted else State.REFUSED
    PermitRequest.objects.filter(pk=held.pk).update(state=became)
    on_event(case=held.case, event=DECIDED, at=at)
    return made


def _spoken_against(case: Case, today: date) -> bool:
    question = BestInterests.Question.RESIDENCE
    found = case.interests.filter(question=question, replaced_at=None, goes_ahead=False, review_on__gte=today)
    return found.exists()


def _refused(request: PermitRequest, by: Officer) -> PermitDecision:
    """The refusal that stands."""
    access.require(by, ASK, request.case)
    keep_still(request.case_id)
    standing = PermitDecision.objects.filter(request=request, granted=False, set_aside_at=None).first()
    if standing is None:
        raise OutOfOrder(
            _("There is no refusal that stands."),
            _("Open the case to see where the request is."),
            subject=_about(request),
        )
    return standing


def _open_again(request: PermitRequest, decision: PermitDecision, *, at: datetime) -> None:
    if PermitRequest.objects.filter(case=request.case_id, state=State.OPEN).exists():
        raise Conflict(
            _("Another request is waiting in this case."),
            _("Take it back first, or wait for its decision: one at a time is decided."),
            subject=_about(request),
        )
    PermitDecision.objects.filter(pk=decision.pk).update(set_aside_at=at, left_at=None, left_by=None)
    PermitRequest.objects.filter(pk=request.pk).update(state=State.OPEN, decide_by=decide_by(request.case, at))
    on_event(case=request.case, event=ASKED, at=at)


def _in_time(after: date, on: date, at: datetime, request: PermitRequest) -> None:
    if not after <= on <= timezone.localdate(at):
        raise Refused(
            _("The day lies before what it follows from, or ahead."), _("Correct the day."), subject=_about(request)
        )


def _about(request: PermitRequest) -> str:
    return f"case:{request.case_id}"
