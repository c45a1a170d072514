"""A case's past in one order, on whichever track a thing happened.

Made only of what the stages show this viewer anyway (their case blocks), so that no rule about who sees what stands here.
A stay and a consent say nothing about whoever wrote them down: the desk's name could tell which shelter the person is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.identification import queries as identification
from panoh.identification.models import Decision
from panoh.instruments.kinds.procedure import ClockKind, Procedure
from panoh.justice import queries as justice
from panoh.protection import queries as protection
from panoh.referral import queries as referral
from panoh.referral.models import Referral
from panoh.registry.models import CaseClock, CaseStep, Consent
from panoh.registry.queries import attachments
from panoh.registry.wording import choice, country_name, spoken
from panoh.screening import queries as screening

TRACKS: dict[str, Promise | str] = {
    "case": gettext_lazy("Case"),
    "consent": gettext_lazy("Consent"),
    "clock": gettext_lazy("Deadline"),
    "screening": gettext_lazy("Screening"),
    "identification": gettext_lazy("Identification"),
    "referral": gettext_lazy("Referral"),
    "protection": gettext_lazy("Protection"),
    "justice": gettext_lazy("Justice"),
    "attachments": gettext_lazy("Attachments"),
}


@dataclass(frozen=True)
class Event:
    """Something that happened. `track` is one of TRACKS; `day_only`: the hour was not kept."""

    at: datetime
    track: str
    what: str
    by: str = ""
    day_only: bool = False

    @property
    def track_name(self) -> str:
        return str(TRACKS[self.track])


def timeline(
    procedure: Procedure,
    steps: Iterable[CaseStep],
    consents: Iterable[Consent],
    clocks: Iterable[CaseClock],
    blocks: Mapping[str, Any],
    *,
    now: datetime,
) -> tuple[Event, ...]:
    """The earliest first. At one moment the case comes first, then the stages as a person meets them."""
    made = [*_case(steps, procedure), *_consents(consents)]
    for stage, events in _OF_STAGE.items():
        if stage in blocks:
            made += events(blocks[stage])
    return tuple(sorted([*made, *_missed(clocks, procedure, now)], key=lambda each: each.at))


def _case(steps: Iterable[CaseStep], procedure: Procedure) -> Iterator[Event]:
    for row in steps:
        opened = row.step == "open"
        step = _("Case opened") if opened else spoken(procedure.step(row.step).name)
        what = f"{step} → {spoken(procedure.state(row.to_state).name)}"
        yield Event(row.at, "case", what, f"{row.by.post}, {row.by.post.desk}")


def _consents(consents: Iterable[Consent]) -> Iterator[Event]:
    for row in consents:
        purpose = {"purpose": choice(row, "purpose")}
        answer = _("Agreed to: %(purpose)s") if row.given else _("Did not agree to: %(purpose)s")
        yield Event(row.recorded_at, "consent", answer % purpose)
        if row.withdrawn_at:
            yield Event(row.withdrawn_at, "consent", _("Withdrew the consent to: %(purpose)s") % purpose)


def _screening(block: screening.CaseBlock) -> Iterator[Event]:
    for each in block.held:
        title = {"title": spoken(each.title) or _("Interview")}
        yield Event(each.row.started_at, "screening", _("Interview begun: %(title)s") % title)
        if each.finding:
            found = _("Finding: %(finding)s") % {"finding": _found(each)}
            provisional = f" ({_('rests on a provisional text')})" if each.finding.provisional else ""
            yield Event(each.finding.at, "screening", found + provisional)


def _found(each: screening.Held) -> str:
    if each.finding and each.finding.presumed:
        return _("presumed victim")
    if not each.first:
        return _("nothing indicated this time")
    if each.finding and each.finding.positive:
        return _("signs on a short form; a full interview decides")
    return _("no sign on a short form; it decides nothing")


def _identification(block: identification.CaseBlock) -> Iterator[Event]:
    for row in block.decisions:
        said = {"stage": choice(row, "stage"), "outcome": outcome_words(row)}
        negative = row.outcome == Decision.Outcome.NEGATIVE
        what = _("Proposed in the %(stage)s: %(outcome)s") if negative else _("Decided in the %(stage)s: %(outcome)s")
        yield Event(row.proposed_at, "identification", what % said, str(row.proposed_by.post))
        if row.signed_by and row.signed_at:
            what = _("Signed, %(stage)s: %(outcome)s") % said
            yield Event(row.signed_at, "identification", what, str(row.signed_by.post))


def outcome_words(row: Decision) -> str:
    """At the first stage a positive decision finds reasonable grounds, no more."""
    if row.outcome == Decision.Outcome.POSITIVE and row.stage == Decision.Stage.PRELIMINARY:
        return _("reasonable grounds")
    return choice(row, "outcome")


def _referral(block: referral.CaseBlock) -> Iterator[Event]:
    for number, assessed in enumerate(block.assessments):
        yield Event(assessed.assessed_at, "referral", _("Needs assessed again") if number else _("Needs assessed"))
    for line in block.needs:
        service = {"service": spoken(line.service.name)}
        yield Event(line.need.recorded_at, "referral", _("Need recorded: %(service)s") % service)
        for asked in line.referrals:
            yield from _asked(asked, {**service, "desk": asked.to_desk})
        if line.need.met_at:
            yield Event(line.need.met_at, "referral", _("Need met: %(service)s") % service)


def _asked(asked: Referral, said: Mapping[str, object]) -> Iterator[Event]:
    yield Event(asked.sent_at, "referral", _("%(desk)s asked for: %(service)s") % said)
    response = getattr(asked, "response", None)
    if response:
        what = _("%(desk)s accepted: %(service)s") if response.accepted else _("%(desk)s declined: %(service)s")
        yield Event(response.at, "referral", what % said)
    if asked.standing == Referral.Status.WITHDRAWN and asked.disclosure.ended_at:
        what = _("Taken back from %(desk)s, which sees nothing of it any more: %(service)s") % said
        yield Event(asked.disclosure.ended_at, "referral", what)
    for told in asked.reports.all():
        what = _("%(desk)s tells of %(service)s: %(what)s") % {**said, "what": choice(told, "outcome")}
        yield Event(told.at, "referral", what)
    if asked.standing == Referral.Status.OVER and asked.disclosure.until_at:
        what = _("The time is over for which %(desk)s could see: %(service)s") % said
        yield Event(asked.disclosure.until_at, "referral", what)


def _protection(block: protection.CaseBlock) -> Iterator[Event]:
    for each in block.stays:
        yield Event(each.stay.from_at, "protection", _("Safe place given"))
        if each.stay.until_at:
            yield Event(each.stay.until_at, "protection", _("Left the safe place"))
    for complaint in block.complaints:
        yield Event(complaint.made_at, "protection", _("Complaint: the person was made to pay"))
    for risk in block.risks:
        level = {"level": choice(risk, "level")}
        yield Event(risk.assessed_at, "protection", _("Danger assessed: %(level)s") % level)
    for row in block.interests:
        question = {"question": choice(row, "question")}
        yes = _("In the child’s best interests: %(question)s")
        no = _("Not in the child’s best interests: %(question)s")
        yield Event(row.assessed_at, "protection", (yes if row.goes_ahead else no) % question)
    for given in block.services:
        day = _midnight(given.row.on)
        what = _("Service given: %(service)s") % {"service": spoken(given.name)}
        if given.charged:
            what += " – " + _("the person was made to pay; it should be free")
        yield Event(day, "protection", what, str(given.row.desk), day_only=True)

    yield from _returning(block)


def _returning(block: protection.CaseBlock) -> Iterator[Event]:
    for each in block.returns:
        to = {"country": country_name(each.row.to_country), "because": choice(each.row, "ended_because")}
        yield Event(each.row.planned_at, "protection", _("Return planned: %(country)s") % to)
        if each.row.departed_at:
            yield Event(each.row.departed_at, "protection", _("Departed: %(country)s") % to)
        if each.row.received_at:
            yield Event(each.row.received_at, "protection", _("Received after the return"))
        if each.row.ended_at:
            yield Event(each.row.ended_at, "protection", _("Return called off: %(because)s") % to)
    for held in block.custodies:
        day = timezone.make_aware(datetime.combine(held.since, time()))
        by = {"by": choice(held, "held_by"), "because": choice(held, "ended_because")}
        yield Event(day, "protection", _("Held by the state: %(by)s") % by, day_only=True)
        if held.ended_on:
            day = timezone.make_aware(datetime.combine(held.ended_on, time()))
            yield Event(day, "protection", _("Held no more: %(because)s") % by, day_only=True)
    for file in block.consular:
        yield Event(file.opened_at, "protection", _("The consulate opened a file"))
        if file.closed_at:
            closed = {"because": choice(file, "closed_because")}
            yield Event(file.closed_at, "protection", _("The consulate closed its file: %(because)s") % closed)


def _justice(block: justice.CaseBlock) -> Iterator[Event]:
    for line in block.lines:
        day = _midnight(line.row.imposed_on)
        yield Event(day, "justice", _("Penalty: %(kind)s") % {"kind": choice(line.row, "kind")}, day_only=True)
        for said in line.row.assessments.all():
            yield Event(said.at, "justice", _("The penalty: %(found)s") % {"found": choice(said, "outcome")})
        for asked in line.row.reliefs.all():
            yield from _relief(asked)
    for row in block.residence:
        yield from _residence(row)


def _residence(row: justice.PermitRequest) -> Iterator[Event]:
    ground = {"ground": choice(row, "ground")}
    what = (
        _("Asked that the permit goes on: %(ground)s")
        if row.extends_id
        else _("Residence permit asked for: %(ground)s")
    )
    yield Event(row.asked_at, "justice", what % ground)
    for decided in row.decisions.all():
        said = _("Residence permit granted") if decided.granted else _("Residence permit refused")
        yield Event(decided.at, "justice", said)
        for appeal in decided.appeals.all():
            yield Event(_midnight(appeal.asked_on), "justice", _("Appeal against the refusal"), day_only=True)
            if appeal.decided_on:
                became = _("The appeal succeeded") if appeal.succeeded else _("The appeal did not succeed")
                yield Event(_midnight(appeal.decided_on), "justice", became, day_only=True)


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


def _relief(asked: justice.Relief) -> Iterator[Event]:
    kind = {"kind": choice(asked, "kind")}
    steps = (
        (asked.asked_on, _("Asked for: %(kind)s")),
        (asked.decided_on, _("Granted: %(kind)s") if asked.granted else _("Refused: %(kind)s")),
        (asked.done_on, _("Carried out: %(kind)s")),
    )
    for on, what in steps:
        if on is not None:
            yield Event(_midnight(on), "justice", what % kind, day_only=True)


def _attachments(block: attachments.CaseBlock) -> Iterator[Event]:
    """Like a stay, it says nothing about whoever wrote it down: a doctor's desk could tell where the person is."""
    for each in block.lines:
        row = each.row
        said = {"number": row.number, "kind": choice(row, "kind"), "because": choice(row, "set_aside_because")}
        what = (
            _("A better copy attached, number %(number)s: %(kind)s")
            if row.replaces_id
            else _("Attached as number %(number)s: %(kind)s")
        )
        yield Event(row.added_at, "attachments", what % said)
        if row.set_aside_at:
            yield Event(row.set_aside_at, "attachments", _("Attachment %(number)s set aside: %(because)s") % said)
        if row.removed_at:
            yield Event(row.removed_at, "attachments", _("Attachment %(number)s erased by two officers") % said)


def _missed(clocks: Iterable[CaseClock], procedure: Procedure, now: datetime) -> Iterator[Event]:
    """A deadline that passed stands in the past for good, with whom it went to; what was done late has its own line."""
    for row in clocks:
        clock = procedure.clock(row.clock)
        if clock.kind is ClockKind.LIMIT and row.due_at < (row.stopped_at or now):
            said = {"clock": spoken(clock.name), "role": spoken(procedure.role(clock.escalates_to).name)}
            yield Event(row.due_at, "clock", _("Deadline missed: %(clock)s. It went to: %(role)s") % said)


_OF_STAGE: dict[str, Any] = {
    "screening": _screening,
    "identification": _identification,
    "referral": _referral,
    "protection": _protection,
    "justice": _justice,
    "attachments": _attachments,
}
