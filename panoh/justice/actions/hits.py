"""A list of penalties is held against people the mechanism knows; each who may be one of them is put before a person, who
confirms, and then the penalty is recorded with its alert and clock, or says that it is somebody else. A hit stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.justice.actions.held import articles_read
from panoh.justice.actions.penalties import PenaltyGiven, record_penalty
from panoh.justice.models import Penalty, PenaltyHit, PenaltyList
from panoh.justice.queries.hits import PERSON, hit_for, notice_for, subject
from panoh.justice.rules.listed import ListedPenalty, ListedRow
from panoh.registry import ledger, vault
from panoh.registry.actions import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Person
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.clocks import due
from panoh.screening.actions.lines import line_held
from panoh.screening.models import RosterEntry
from panoh.screening.queries.candidates import candidates
from panoh.screening.rules.matching import Strength
from panoh.screening.rules.roster import likeness

State = PenaltyHit.HitState
DISMISSED_KEPT_FOR = timedelta(days=7)
"""For so long it can be said that it was that person after all."""


def propose_hits(*, sent: PenaltyList, rows: Sequence[ListedRow], at: datetime) -> tuple[int, int]:
    """Part of the act that compares a list: how many hits were new, and how many people's particulars were opened. Who
    declined is held against nobody."""
    found = candidates([each.person for each in rows])
    cases = _newest_cases({each.person for each in found.proposed})
    marks, newest = _marks(rows)
    made = [
        _hit(sent, rows[each.row], marks[each.row], str(each.likeness.strength), at, case=cases[each.person])
        for each in found.proposed
        if each.person in cases
    ]
    made += [
        _hit(sent, rows[place], marks[place], strength, at, entry=entry) for place, entry, strength in _on_rosters(rows)
    ]
    stands = PenaltyHit.objects.filter(mark__any_of=list(newest)).values_list("mark", "case", "roster_entry")
    known = {(newest[mark], case, entry) for mark, case, entry in stands}
    once = {(each.mark, each.case_id, each.roster_entry_id): each for each in reversed(made)}
    fresh = [each for key, each in once.items() if key not in known]
    PenaltyHit.objects.bulk_create(fresh)
    return len(fresh), found.opened


def erase_dismissed(at: datetime) -> None:
    """What a list says of somebody who turned out to be somebody else is kept for a week, and nobody's after that."""
    old = PenaltyHit.objects.filter(state=State.OTHER, decided_at__lt=at - DISMISSED_KEPT_FOR, sealed__isnull=False)
    old.update(sealed=None, sealed_key=None)


@act
def confirm_hit(*, hit: PenaltyHit, by: Officer, at: datetime) -> PenaltyHit:
    """It is the person: the penalty is recorded as if it had been written by hand, and the list's words are destroyed."""
    held = _held(hit, by)
    if held.state != State.PROPOSED:
        raise _decided(held)
    if PenaltyHit.objects.filter(mark=held.mark, state=State.SAME).exists():
        raise Conflict(
            _("Another person was taken for this row already."),
            _("Look at both again; a row of a list is one person."),
            subject=subject(held),
        )
    said = ListedPenalty.of(vault.unseal(held)["penalty"])
    about = {"case": held.case} if held.case else {"entry": held.roster_entry}
    held.penalty = record_penalty(**about, given=_given(said, at), source_key=held.mark, by=by, at=at)
    held.state, held.decided_by, held.decided_at = State.SAME, by, at
    held.sealed = held.sealed_key = None
    held.save()
    ledger.write(act="confirm_hit", by=by, at=at, subject=subject(held), hit=str(held.pk), kind=held.kind)
    return held


@act
def dismiss_hit(*, hit: PenaltyHit, by: Officer, at: datetime) -> PenaltyHit:
    """It is somebody else. For a week this can be taken back; then the words of the list are destroyed."""
    held = _held(hit, by)
    if held.state != State.PROPOSED:
        raise _decided(held)
    held.state, held.decided_by, held.decided_at = State.OTHER, by, at
    held.save(update_fields=["state", "decided_by", "decided_at"])
    ledger.write(act="dismiss_hit", by=by, at=at, subject=subject(held), hit=str(held.pk), kind=held.kind)
    return held


@act
def reopen_hit(*, hit: PenaltyHit, by: Officer, at: datetime) -> PenaltyHit:
    """It was said to be somebody else, and may be the person after all."""
    held = _held(hit, by)
    if held.state != State.OTHER or held.sealed is None:
        raise OutOfOrder(
            _("Only what was said to be somebody else can be compared again, and within a week."),
            _("Record the penalty by hand in the person’s case."),
            subject=subject(held),
        )
    held.state, held.decided_by, held.decided_at = State.PROPOSED, None, None
    held.save(update_fields=["state", "decided_by", "decided_at"])
    ledger.write(act="reopen_hit", by=by, at=at, subject=subject(held), hit=str(held.pk), kind=held.kind)
    return held


@act
def note_removal(*, hit: PenaltyHit, by: Officer, at: datetime) -> PenaltyHit:
    """The authority knows that a removal on its list is being looked at. Whether it is stayed is another act."""
    notice_for(by, hit.pk)
    if not PenaltyHit.objects.filter(pk=hit.pk, noted_at=None).update(noted_by=by, noted_at=at):
        raise Conflict(_("A colleague has taken note of it."), _("Nothing is left to do."), subject=subject(hit))
    ledger.write(act="note_removal", by=by, at=at, subject=subject(hit), hit=str(hit.pk))
    hit.refresh_from_db()
    return hit


def _marks(rows: Sequence[ListedRow]) -> tuple[list[str], dict[str, str]]:
    """The mark of each row as it is written now, and which that is for every form of it that may be on record."""
    forms = [vault.blind_forms("penalty_row", each.mark) for each in rows]
    return [each[-1] for each in forms], {form: each[-1] for each in forms for form in each}


def _newest_cases(people: set[UUID]) -> dict[UUID, Case]:
    """Of each, where anything still names them. The cases are locked, before any line of a roster, as everywhere: whoever
    forgets somebody waits and finds the hit, or has done it, and then there is nobody to name in one."""
    rows = Case.objects.select_for_update(no_key=True).filter(person__id__any_of=list(people), erased_at=None)
    locked = sorted(rows.order_by("pk"), key=lambda case: case.opened_at)
    still = Person.objects.filter(pk__any_of=[case.person_id for case in locked], sealed_key__isnull=False)
    named = set(still.values_list("pk", flat=True))
    return {case.person_id: case for case in locked if case.person_id in named}


def _on_rosters(rows: Sequence[ListedRow]) -> Iterator[tuple[int, RosterEntry, str]]:
    """Who stands on a roster and has no case yet: by the same paper, or the same name and day of birth. The lines are locked:
    a hit keeps the name, so whoever erases the list waits and finds it, or has emptied the line and there is none."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(rows):
        like = likeness(each.person)
        if like.certain:
            for form in vault.blind_forms("roster", like.text):
                places.setdefault(form, []).append(place)
    silent = (RosterEntry.Status.DECLINED, RosterEntry.Status.JOINED)
    named = RosterEntry.objects.filter(
        case=None, sealed_key__isnull=False
    )  # of an erased line there is nobody to compare with
    lines = named.filter(digest__any_of=list(places)).exclude(status__in=silent)
    for entry in lines.only("pk", "digest").order_by("pk").select_for_update(no_key=True):
        for place in places[entry.digest]:
            yield place, entry, str(Strength.PAPER if rows[place].person.document else Strength.STRONG)


def _hit(
    sent: PenaltyList,
    row: ListedRow,
    mark: str,
    strength: str,
    at: datetime,
    *,
    case: Case | None = None,
    entry: RosterEntry | None = None,
) -> PenaltyHit:
    made = PenaltyHit(
        list=sent,
        row=row.person.row,
        mark=mark,
        case=case,
        roster_entry=entry,
        strength=strength,
        kind=row.penalty.kind,
        on=row.penalty.on,
        look_by=look_by(row.penalty, at),
        proposed_at=at,
    )
    vault.seal(made, {"person": {name: getattr(row.person, name) for name in PERSON}, "penalty": row.penalty.kept()})
    return made


def look_by(penalty: ListedPenalty, at: datetime) -> datetime:
    """By the clock of such a penalty; a removal before the day it is planned for."""
    clock = countries.non_penalisation(settings.COUNTRY).clock(penalty.kind)
    by = due(at, clock, countries.calendar(settings.COUNTRY))
    if penalty.kind != Penalty.Kind.REMOVAL:
        return by
    return max(at, min(by, timezone.make_aware(datetime.combine(penalty.on, time()))))


def _held(hit: PenaltyHit, by: Officer) -> PenaltyHit:
    """Locked, and as it stands now: of two officers over one pair one decides, and the other is told. The case or the line
    first, as whoever erases has them: a person is decided on before they are erased, or not at all."""
    seen = hit_for(by, hit.pk)
    if seen.case_id is not None:
        keep_still(seen.case_id)
    else:
        assert seen.roster_entry_id is not None
        line_held(seen.roster_entry_id)
    rows = PenaltyHit.objects.select_related("case__person", "roster_entry__operation", "roster_entry__case")
    held = rows.select_for_update(no_key=True, of=("self",)).get(pk=hit.pk)
    if held.state == State.UNNAMED:
        raise OutOfOrder(
            _("Nothing names this person any more: they declined, or the names were erased."),
            _("Nothing is left to compare. If they come back, begin a new screening with them."),
            subject=subject(held),
        )
    return held


def _decided(held: PenaltyHit) -> Conflict:
    return Conflict(
        _("A colleague decided about this pair meanwhile: %(state)s.") % {"state": held.get_state_display()},
        _("Look at it again; what was said to be somebody else can be taken back for a week."),
        subject=subject(held),
    )


def _given(said: ListedPenalty, at: datetime) -> PenaltyGiven:
    """An article that cannot be read stands in the words: no penalty is lost for a number the register does not know."""
    article, words = said.article, ""
    try:
        if article:
            articles_read([article], on=min(said.on, timezone.localdate(at)))
    except Refused:
        article, words = "", str(_("Article, as the list has it: %(article)s") % {"article": article})
    return PenaltyGiven(
        kind=said.kind,
        on=said.on,
        authority=said.authority,
        article=article,
        until=said.until,
        amount=said.amount,
        currency=said.currency,
        place=said.place,
        words=words,
    )
