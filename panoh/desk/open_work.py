"""What is open in one case: what it is, with whom it lies, by when. From the stages' case blocks, as this viewer sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.identification import queries as identification
from panoh.justice import queries as justice
from panoh.protection import queries as protection
from panoh.protection.models import Return
from panoh.referral import queries as referral
from panoh.referral.models import Referral
from panoh.registry.models import Case, ClockExtension
from panoh.registry.queries import attachments
from panoh.registry.wording import choice, day, spoken
from panoh.screening import queries as screening
from panoh.screening.models import Screening


@dataclass(frozen=True)
class Open:
    """One thing to be done. `with_whom` is a post, desk or role; `due_at` is empty where no deadline runs.

    `guaranteed`: nothing to do; the person has at least until then. `paused`: it stands still with the case.
    """

    track: str
    what: str
    with_whom: str = ""
    due_at: datetime | None = None
    late: bool = False
    guaranteed: bool = False
    paused: bool = False
    moves: tuple[ClockExtension, ...] = ()
    """How the deadline was moved to where it stands."""


def open_work(
    case: Case, clocks: Iterable[identification.Running], blocks: Mapping[str, Any], *, now: datetime
) -> tuple[Open, ...]:
    """The soonest first; what has no deadline last."""
    made = [_clock(each) for each in clocks]
    for stage, items in _OF_STAGE.items():
        if stage in blocks:
            made += items(blocks[stage], case, now)
    return tuple(sorted(made, key=lambda each: (each.due_at is None, each.due_at or now)))


def _clock(each: identification.Running) -> Open:
    """A clock nobody's single step answers is with whomever it escalates to once it ran out."""
    owner = spoken(each.with_whom.name) if each.with_whom else ""
    late = each.late and not each.guaranteed
    return Open("clock", spoken(each.clock.name), owner, each.due_at, late, each.guaranteed, each.paused, each.moves)


def _screening(block: screening.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    for each in block.held:
        if each.row.outcome == Screening.Outcome.OPEN:
            what = _("Finish the interview begun on %(day)s") % {"day": day(each.row.started_at)}
            yield Open("screening", what, str(case.desk))
    if block.look:
        ends = timezone.make_aware(datetime.combine(block.look.due_on + timedelta(days=1), time()))
        yield Open("screening", _("See the person again"), str(case.desk), ends, late=ends < now)


def _identification(block: identification.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    if block.proposal:
        role = {"post": block.proposal.proposed_by.post}
        colleague = _("a colleague in the same role as %(post)s") % role
        yield Open("identification", _("Sign the proposed negative decision or send it back"), colleague)


def _referral(block: referral.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    for service in block.said_at_start:
        what = _("Said at the start, not recorded as a need yet: %(service)s") % {"service": spoken(service.name)}
        yield Open("referral", what, str(case.desk))
    for assessed in block.assessments:
        if assessed.again_on and assessed.followed_at is None:
            ends = timezone.make_aware(datetime.combine(assessed.again_on + timedelta(days=1), time()))
            yield Open("referral", _("Assess the needs again"), str(case.desk), ends, late=ends < now)
    for line in block.needs:
        if line.need.met_at is None:
            yield from _need(line, case, now)


def _need(line: referral.NeedLine, case: Case, now: datetime) -> Iterator[Open]:
    service = {"service": spoken(line.service.name), "urgency": choice(line.need, "urgency")}
    if line.looking:
        yield Open("referral", _("Find a desk for: %(service)s (needed %(urgency)s)") % service, str(case.desk))
    for asked in line.referrals:
        if asked.standing == Referral.Status.SENT:
            late = asked.answer_due < now
            what = _("Answer whether you can help with: %(service)s") % service
            yield Open("referral", what, str(asked.to_desk), asked.answer_due, late)
        elif asked.standing == Referral.Status.ACCEPTED:
            yield Open("referral", _("Give what was accepted: %(service)s") % service, str(asked.to_desk))


def _protection(block: protection.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    for each in block.stays:
        if each.stay.until_at is None:
            yield Open("protection", _("The person lives in a safe place"), str(each.stay.place.shelter.desk.agency))
    if block.plan:
        late = block.plan.review_due < now
        yield Open("protection", _("Review the support plan"), str(block.plan.desk), block.plan.review_due, late)
    for risk in block.risks:
        if risk.replaced_at is None:
            ends = timezone.make_aware(datetime.combine(risk.review_on + timedelta(days=1), time()))
            yield Open("protection", _("Assess the danger again"), str(case.desk), ends, late=ends < now)

    for line in block.returns:
        if line.stands in {"planned", "ready", "departed"}:
            yield _return(line.row, line.stands, now)
    for held in block.custodies:
        if held.ended_on is None:
            ends = timezone.make_aware(datetime.combine(held.review_due + timedelta(days=1), time()))
            what = _("Look whether the child still has to be held")
            yield Open("protection", what, str(case.manager.post if case.manager else case.desk), ends, late=ends < now)
    for file in block.consular:
        if file.closed_at is None:
            yield Open("protection", _("The consulate’s file is open"), str(file.desk))


def _return(row: Return, stands: str, now: datetime) -> Open:
    if stands == "departed":
        return Open("protection", _("Record that the person came"), str(row.receiver_desk or row.desk))
    ends = timezone.make_aware(datetime.combine(row.planned_on + timedelta(days=1), time()))
    what = _("Record the departure") if stands == "ready" else _("Prepare the return")
    return Open("protection", what, str(row.desk), ends, late=ends < now)


def _justice(block: justice.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    for line in block.lines:
        if line.late_since is not None:
            what = _("Look whether the penalty hangs together with the exploitation: %(kind)s")
            kind, whom = {"kind": choice(line.row, "kind")}, str(case.manager.post if case.manager else case.desk)
            yield Open("justice", what % kind, whom, line.late_since, late=line.late_since < now)
    for row in block.residence:
        if row.state == row.RequestState.OPEN:
            what = _("Decide on the residence permit")
            yield Open("justice", what, str(row.to_desk), row.decide_by, late=row.decide_by < now)


def _attachments(block: attachments.CaseBlock, case: Case, now: datetime) -> Iterator[Open]:
    for each in block.lines:
        if each.may_decide:
            what = _("Look at attachment %(number)s, which was set aside, and erase it or put it back")
            yield Open("attachments", what % {"number": each.row.number}, _("another officer who works on the case"))


_OF_STAGE: dict[str, Any] = {
    "screening": _screening,
    "identification": _identification,
    "referral": _referral,
    "protection": _protection,
    "justice": _justice,
    "attachments": _attachments,
}
