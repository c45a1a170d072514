"""What became of each person on a roster: everybody stands in exactly one place, and it is said who said so."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.actions.forgetting import forget_what_leads_back
from panoh.screening.actions.lines import held_line
from panoh.screening.models import Joining, RosterEntry, Screening
from panoh.screening.queries.lines import with_joined
from panoh.screening.rules.second_look import can_be_planned, look_on
from panoh.screening.rules.weights import WEIGHTS

_Status = RosterEntry.Status
OFFERED = (_Status.MOVED_ON, _Status.AGAIN, _Status.NOT_MET, _Status.TO_SCREEN)
"""What an officer says of a person; the rest follows from an interview."""


@dataclass(frozen=True)
class Told:
    """How it is known. `moved_to` and `said_by` for whoever moved on; `again_on` for whoever is to be seen again;
    `contact_agreed` is empty where the person was not asked."""

    moved_to: str = ""
    said_by: str = ""
    again_on: date | None = None
    contact_agreed: bool | None = None


NOTHING_TOLD = Told()


@act
def set_roster_status(
    *, entry: RosterEntry, status: str, told: Told = NOTHING_TOLD, by: Officer, at: datetime
) -> RosterEntry:
    """What became of a person on the roster. Whoever moved on or was screened can always be seen again.

    An adult who declined leaves sex and nationality, and the digest by which a list sent again does not bring them
    back; name, papers, answers and the place in the list are erased (promise 4).
    """
    kept = held_line(entry, by)  # two officers may meet the same person
    _unchanged(kept, entry)
    _check(kept, status, told, today=timezone.localdate(at))
    before, kept.status = kept.status, status
    kept.moved_to, kept.said_by = (told.moved_to, told.said_by) if status == _Status.MOVED_ON else ("", "")
    if kept.moved_to == RosterEntry.MovedTo.REMOVED:
        kept.removal_on = kept.removal_on or timezone.localdate(at)
    kept.contact_agreed = kept.contact_agreed if told.contact_agreed is None else told.contact_agreed
    kept.again_on = _again_on(kept, told)
    let_go(kept)
    if status == _Status.DECLINED:
        leave_roster(kept, by=by, at=at)
    kept.save()
    detail: dict[str, Any] = {key: str(value) for key, value in asdict(told).items() if value not in ("", None)}
    subject = f"roster:{kept.pk}"
    ledger.write(act="set_roster_status", by=by, at=at, subject=subject, before=before, status=status, **detail)
    return kept


@act
def join_lines(*, kept: RosterEntry, other: RosterEntry, by: Officer, at: datetime) -> Joining:
    """Two lines are one person's: `other` counts no more. What it says is kept, and the act can be undone; the hurry it
    gave reason for, and a day of removal, pass to the line that stays."""
    first, second = (held_line(each, by) for each in (kept, other))
    if first.operation_id != second.operation_id or first.pk == second.pk:
        raise Refused(
            _("Only two different lines of one roster are joined."),
            _("Choose the other line by its number."),
            subject=f"roster:{first.pk}",
        )
    interviewed = second.case_id or second.screenings.filter(outcome=Screening.Outcome.OPEN).exists()
    if interviewed or _Status.DECLINED in {first.status, second.status}:
        raise OutOfOrder(
            _("The line to be joined has an interview of its own, or the person declined."),
            _("Keep the line with the interview and join the other one to it."),
            subject=f"roster:{second.pk}",
        )
    joining = Joining.objects.create(kept=first, other=second, status_before=second.status, at=at, by=by)
    _hurry_too(first, second)
    let_go(second)
    second.status = _Status.JOINED
    second.save(update_fields=["status", "claimed_by", "claimed_until"])
    ledger.write(act="join_lines", by=by, at=at, subject=f"roster:{first.pk}", other=str(second.pk))
    return joining


@act
def part_lines(*, joining: Joining, by: Officer, at: datetime) -> RosterEntry:
    """They are two people after all: the other line stands where it stood before."""
    first = held_line(joining.kept, by)
    held = Joining.objects.select_for_update(no_key=True, of=("self",)).select_related("other").get(pk=joining.pk)
    if held.undone_at is not None:
        raise Conflict(_("These lines were taken apart already."), _("Look at the roster again."))
    held.undone_at, held.undone_by = at, by
    held.save(update_fields=["undone_at", "undone_by"])
    held.other.status = held.status_before
    held.other.save(update_fields=["status"])
    ledger.write(act="part_lines", by=by, at=at, subject=f"roster:{first.pk}", other=str(held.other_id))
    return held.other


def leave_roster(entry: RosterEntry, *, by: Officer, at: datetime) -> None:
    """The person on the roster declined an interview. Whoever agreed to one before stays counted as screened."""
    if entry.case_id is None:
        _forget(entry, by=by, at=at)
    else:
        entry.status = _Status.SCREENED
    entry.again_on = None
    let_go(entry)
    entry.save()


def check_day(again_on: date | None, *, today: date, subject: str) -> None:
    """A slip of the year would put the person out of sight and count them as accounted for."""
    if again_on is not None and not can_be_planned(again_on, today=today):
        raise Refused(
            _("A second look is planned for a day from today on, within a year."),
            _("Choose another day."),
            subject=subject,
        )


def let_go(entry: RosterEntry) -> None:
    """Nobody is with the person any more. The caller saves."""
    entry.claimed_by, entry.claimed_until = None, None


def _hurry_too(first: RosterEntry, second: RosterEntry) -> None:
    """Nobody is seen later, and no removal forgotten, because the line that says so counts no more."""
    reasons = {*first.because, *second.because}
    outcomes = [each for each in first.because if each not in WEIGHTS]
    first.because = [*(each for each in WEIGHTS if each in reasons), *outcomes]
    first.urgency |= second.urgency
    first.removal_on = min(filter(None, (first.removal_on, second.removal_on)), default=None)
    first.save(update_fields=["because", "urgency", "removal_on"])


def _unchanged(kept: RosterEntry, shown: RosterEntry) -> None:
    if kept.status != shown.status:
        raise Conflict(
            _("Someone else changed this person's place on the roster meanwhile."),
            _("Look at the roster again; then decide."),
            subject=f"roster:{kept.pk}",
            both=kept,
        )
    if kept.status == _Status.DECLINED:
        raise OutOfOrder(
            _("This person declined, and nothing that names them was kept."),
            _("If they come back, begin a new screening with them."),
            subject=f"roster:{kept.pk}",
        )


def _check(kept: RosterEntry, status: str, told: Told, *, today: date) -> None:
    where_known = told.moved_to in RosterEntry.MovedTo.values and told.said_by in RosterEntry.SaidBy.values
    if status == _Status.MOVED_ON and not where_known:
        raise Refused(
            _("Say where the person went, and who said so."),
            _("Choose both from the lists: somebody may have to look for them."),
            subject=f"roster:{kept.pk}",
        )
    check_day(told.again_on, today=today, subject=f"roster:{kept.pk}")


def _again_on(kept: RosterEntry, told: Told) -> date | None:
    """Whoever was not reached and can be, is looked for after 30 and 90 days, unless they asked not to be."""
    if kept.status == _Status.AGAIN:
        return told.again_on
    lost = kept.status in {_Status.MOVED_ON, _Status.NOT_MET}
    if lost and kept.case_id is None and kept.reachable and kept.contact_agreed is not False:
        return look_on(day=kept.operation.on, looks=kept.looks)
    return None


def _forget(entry: RosterEntry, *, by: Officer, at: datetime) -> None:
    """Nothing that names the person stays, on this line, on those joined to it, and in what leads to any of them."""
    lines = with_joined([entry.pk])
    others = RosterEntry.objects.select_for_update(no_key=True).filter(pk__in=lines - {entry.pk})
    for other in others.order_by("pk"):
        _empty(other)
        other.save()
    _empty(entry)
    forget_what_leads_back(lines, by=by, at=at)
    entry.status = _Status.DECLINED


def _empty(entry: RosterEntry) -> None:
    vault.destroy(entry)
    entry.matches.all().delete()
    entry.row, entry.urgency, entry.instrument = 0, 0, ""
    entry.answers, entry.because = {}, []
    entry.born_from = entry.born_to = entry.removal_on = None
    entry.moved_to = entry.said_by = ""
    entry.reachable = False
