"""A penalty on somebody the mechanism knows is recorded, looked at, and lifted step by step. Nothing here closes it.

`record_penalty` is the one door: whatever brings a list later comes through it, with a `source_key` of the row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.justice.actions.held import articles_read
from panoh.justice.models import LinkAssessment, Penalty, Relief
from panoh.justice.models.penalties import PenaltyAuthority
from panoh.justice.rules.link import RELIEFS, link
from panoh.justice.rules.places import place_key
from panoh.protection.rules.money import is_money
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.clocks import due
from panoh.screening.actions.lines import line_held, removal_known
from panoh.screening.models import RosterEntry
from panoh.screening.queries.roster import entry_for

Kind, Answer = Penalty.Kind, LinkAssessment.Answer


@dataclass(frozen=True)
class PenaltyGiven:
    """`article` as the paper has it; empty where none is known. `until`: of a detention. `words` and `place` are sealed."""

    kind: str
    on: date
    authority: str
    article: str = ""
    until: date | None = None
    amount: Decimal | None = None
    currency: str = ""
    place: str = ""
    with_suspect: bool | None = None
    words: str = ""


@act
def record_penalty(
    *,
    case: Case | None = None,
    entry: RosterEntry | None = None,
    given: PenaltyGiven,
    source_key: str = "",
    by: Officer,
    at: datetime,
) -> Penalty:
    """On a person with a case, or on a line of a roster; a line with a case is that case. The clock starts now."""
    case, entry = _whom(case, entry, by)
    about = f"case:{case.pk}" if case else f"roster:{entry.pk if entry else ''}"
    _check(given, today=timezone.localdate(at), about=about)
    named = (
        articles_read([given.article], on=min(given.on, timezone.localdate(at)), about=about)
        if given.article.strip()
        else []
    )
    offence, part = (named[0][0].key, named[0][1]) if named else ("", "")
    made = Penalty(
        case=case,
        roster_entry=None if case else entry,
        kind=given.kind,
        imposed_on=given.on,
        until_on=given.until,
        authority=given.authority,
        offence=offence,
        part=part,
        amount=given.amount,
        currency=given.currency,
        held_key=vault.blind("held", place_key(given.place)) if place_key(given.place) else "",
        with_suspect=given.with_suspect,
        source_key=source_key,
        assess_by=_assess_by(given.kind, at),
        recorded_at=at,
        recorded_by=by,
    )
    if source_key and Penalty.objects.filter(source_key__in=vault.forms_from(source_key)).exists():
        raise Conflict(_("This row was taken already."), _("Nothing is to be done: nobody is doubled."), subject=about)
    if case:
        vault.seal(made, {"words": given.words.strip(), "place": given.place.strip()})
    made.save(force_insert=True)
    if entry and case is None and given.kind == Kind.REMOVAL:
        removal_known(entry, given.on, known_on=timezone.localdate(at))
    ledger.write(act="record_penalty", by=by, at=at, subject=about, penalty=str(made.pk), kind=given.kind)
    return made


@act
def assess_link(
    *, penalty: Penalty, compulsion: str, causation: str, reasons: str, after: UUID | None, by: Officer, at: datetime
) -> LinkAssessment:
    """By the models of the country's law. The assessment before is kept; it can be looked at again at any time. `after`: the one
    seen when this was written, None for the first."""
    about = _answering(penalty, by)
    Penalty.objects.select_for_update(no_key=True).get(pk=penalty.pk)
    standing = LinkAssessment.objects.filter(penalty=penalty, replaced_at=None)
    unless_overtaken(after, standing.values_list("pk", flat=True).first(), subject=about)
    if compulsion not in Answer.values or causation not in Answer.values or not reasons.strip():
        raise Refused(
            _("Both questions are answered with yes, no or not known, and with why."),
            _("Choose “not known” where it is not known: it is not a no."),
            subject=about,
        )
    rule = countries.non_penalisation(settings.COUNTRY)
    case = penalty.person_case
    child = case is not None and case.track == Case.Track.CHILD
    found = link(rule, compulsion=compulsion, causation=causation, offence=penalty.offence, child=child)
    standing.update(replaced_at=at)
    made = LinkAssessment(
        penalty=penalty,
        compulsion=compulsion,
        causation=causation,
        listed=rule.lists(penalty.offence),
        outcome=found.outcome,
        at=at,
        by=by,
    )
    if penalty.case_id:
        vault.seal(made, {"reasons": reasons.strip()})
    made.save(force_insert=True)
    ledger.write(act="assess_link", by=by, at=at, subject=about, penalty=str(penalty.pk), outcome=found.outcome)
    return made


@act
def ask_relief(
    *, penalty: Penalty, kind: str, asked_of: str, on: date, words: str, by: Officer, at: datetime
) -> Relief:
    """Does not wait for the link to be assessed: a stay can be asked for in the first hour."""
    about = _answering(penalty, by)
    if kind not in RELIEFS[penalty.kind] or asked_of not in PenaltyAuthority.values:
        raise Refused(_("This cannot be asked for against this penalty."), _("Choose from the list."), subject=about)
    _in_time(
        timezone.localdate(penalty.recorded_at) if penalty.kind == Kind.REMOVAL else penalty.imposed_on, on, at, about
    )
    made = Relief(penalty=penalty, kind=kind, asked_of=asked_of, asked_on=on, at=at, by=by)
    if penalty.case_id:
        vault.seal(made, {"asked": words.strip()})
    made.save(force_insert=True)
    ledger.write(act="ask_relief", by=by, at=at, subject=about, penalty=str(penalty.pk), kind=kind)
    return made


@act
def record_relief(*, relief: Relief, became: str, on: date, words: str = "", by: Officer, at: datetime) -> Relief:
    """`became`: granted, refused, or done (carried out, after it was granted). A refusal ends nothing: another can be asked."""
    about = _answering(relief.penalty, by)
    row = Relief.objects.select_for_update(no_key=True).get(pk=relief.pk)
    follows = {
        "granted": row.granted is None,
        "refused": row.granted is None,
        "done": bool(row.granted) and not row.done_on,
    }
    if not follows.get(became, False):
        raise Conflict(
            _("This does not follow from where the relief stands."),
            _(
                "It is granted or refused once, and carried out after it was granted. Ask for another where it was refused."
            ),
            subject=about,
        )
    _in_time(row.decided_on or row.asked_on, on, at, about)
    if became == "done":
        row.done_on = on
    else:
        row.granted, row.decided_on = became == "granted", on
    if row.sealed is not None:
        vault.seal(row, {**vault.unseal(row), became: words.strip()})
    row.save()
    ledger.write(act="record_relief", by=by, at=at, subject=about, penalty=str(row.penalty_id), became=became)
    return row


def _whom(case: Case | None, entry: RosterEntry | None, by: Officer) -> tuple[Case | None, RosterEntry | None]:
    if entry is not None:
        access.require(by, access.Act.RUN_OPERATION)
        entry_for(by, entry.pk)
        entry = line_held(entry.pk)
        case = entry.case
        _check_named(entry)
    else:
        access.require(by, access.Act.RECORD_PENALTY, case)
    if case is None and entry is None:
        raise Refused(_("A penalty is about somebody."), _("Open it from the case or from the line of the roster."))
    return case, entry


def _check_named(entry: RosterEntry) -> None:
    if entry.case_id is None and entry.sealed_key is None:
        raise OutOfOrder(
            _("Nothing on this line says who it is any more: a penalty recorded here would be nobody’s."),
            _("If they come back, begin a new screening with them."),
            subject=f"roster:{entry.pk}",
        )


def _answering(penalty: Penalty, by: Officer) -> str:
    """Whoever answers for the person; of somebody on a roster only, whoever runs the operation."""
    case = penalty.person_case
    if case is not None:
        access.require(by, access.Act.ANSWER_PENALTY, case)
        return f"case:{case.pk}"
    assert penalty.roster_entry_id is not None
    access.require(by, access.Act.RUN_OPERATION)
    entry_for(by, penalty.roster_entry_id)
    line_held(penalty.roster_entry_id)
    return f"roster:{penalty.roster_entry_id}"


def _check(given: PenaltyGiven, *, today: date, about: str) -> None:
    if given.kind not in Kind.values or given.authority not in PenaltyAuthority.values:
        raise Refused(_("A penalty is one of the list, by an authority of the list."), _("Choose both."), subject=about)
    if (given.on > today and given.kind != Kind.REMOVAL) or (given.until is not None and given.until < given.on):
        raise Refused(
            _("Only a removal lies ahead, and nothing ends before it began."), _("Correct the days."), subject=about
        )
    if not is_money(given.amount, given.currency):
        raise Refused(
            _("An amount is more than nothing and has its currency; one without the other is not kept."),
            _("Fill in both, or leave both empty where the amount is not known."),
            subject=about,
        )


def _in_time(after: date, on: date, at: datetime, about: str) -> None:
    if not after <= on <= timezone.localdate(at):
        raise Refused(_("The day lies before what it follows from, or ahead."), _("Correct the day."), subject=about)


def _assess_by(kind: str, at: datetime) -> datetime:
    clock = countries.non_penalisation(settings.COUNTRY).clock(kind)
    return due(at, clock, countries.calendar(settings.COUNTRY))
