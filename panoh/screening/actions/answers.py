"""Answers. A correction keeps the earlier answer; two officers are told of each other; a repeat does nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.actions.held import held_agreed, subject
from panoh.screening.actions.receipts import take, taken_before
from panoh.screening.models import Answer, Screening
from panoh.screening.queries.screenings import instrument_of
from panoh.screening.rules.answers import NOT_ASKED


@act
def record_answers(
    *,
    screening: Screening,
    answers: Mapping[str, str],
    seen: Mapping[str, str] | None = None,
    version: str = "",
    change: UUID | None = None,
    by: Officer,
    at: datetime,
) -> Screening:
    """Keep one answer per question. An answer that differs from the one before replaces it; both stay on record.
    `NOT_ASKED` takes an answer back.

    `seen` are the answers the officer had on the page: where a colleague has answered otherwise since, nothing is
    saved and the refusal carries the colleague's answers. A change after the finding opens the interview again.
    `change` is the mark of a change a device sends until it hears that it was taken: taken once, it does nothing twice.
    `version` is that of the set of questions the page showed.
    """
    held = held_agreed(screening, by)
    if taken_before(held, change):
        return held
    _answerable(held, answers, version)
    current = {row.item: row for row in held.answers.filter(replaced_at=None, item__in=answers).select_related("by")}
    _no_conflict(held, answers, seen, current, by if change is None else None)
    fresh = {item: value for item, value in answers.items() if value != _now(current, item)}
    replaced = [current[item].pk for item in fresh if item in current]
    Answer.objects.filter(pk__in=replaced).update(replaced_at=at)
    given = {item: value for item, value in fresh.items() if value != NOT_ASKED}
    Answer.objects.bulk_create(
        [Answer(screening=held, item=item, value=value, at=at, by=by) for item, value in given.items()]
    )
    take(held, change, by=by, at=at)
    if fresh:
        _open_again(held, fresh)
        ledger.write(
            act="record_answers", by=by, at=at, subject=subject(held), fields=tuple(fresh), corrected=len(replaced)
        )
    return held


def _answerable(held: Screening, answers: Mapping[str, str], version: str) -> None:
    instrument = instrument_of(held)
    if instrument is None:
        raise OutOfOrder(_("No set of questions is chosen yet."), _("Choose one first."), subject=subject(held))
    if instrument.version != held.instrument_version or version not in {"", instrument.version}:
        raise OutOfOrder(
            _("This set of questions has a newer version than the one this interview was begun on."),
            _("Begin another screening; what was answered here stays on record."),
            subject=subject(held),
        )
    known = {item.id for item in instrument.items} | {fact.id for fact in (*instrument.facts, *library.palermo().facts)}
    for item, value in answers.items():
        if item not in known:
            reason = _("There is no question “%(item)s” in “%(id)s”, version %(version)s.")
            named = {"item": item, "id": instrument.id, "version": instrument.version}
            raise Refused(reason % named, _("Answer the questions of the set that was chosen."), subject=subject(held))
        if value not in {*Answer.Value.values, NOT_ASKED}:
            raise Refused(
                _("“%(value)s” is no answer to “%(item)s”.") % {"value": value, "item": item},
                _("Answer yes, no or unknown."),
                subject=subject(held),
            )


def _no_conflict(
    held: Screening,
    answers: Mapping[str, str],
    seen: Mapping[str, str] | None,
    current: Mapping[str, Answer],
    mine: Officer | None,
) -> None:
    """The officer's own answer may be replaced from the page it stands on. A change sent late may replace none it had
    not seen, the officer's own newer one included: `mine` is empty then."""
    if seen is None:
        return
    both = {
        item: row
        for item, row in current.items()
        if row.by != mine and row.value not in (seen.get(item, ""), answers[item])
    }
    if both:
        raise Conflict(
            _("A colleague answered on this page while you were on it, and differently."),
            _("Nothing was overwritten. Look at both answers, choose the right one and save again."),
            subject=subject(held),
            both=both,
        )


def _now(current: Mapping[str, Answer], item: str) -> str:
    return current[item].value if item in current else NOT_ASKED


def _open_again(held: Screening, fresh: Mapping[str, str]) -> None:
    """What else happened adds labels and changes no finding, so it leaves a finished interview finished."""
    beside = {fact.id for fact in library.palermo().facts}
    if held.outcome == Screening.Outcome.FINISHED and set(fresh) - beside:
        held.outcome, held.finished_at = Screening.Outcome.OPEN, None
        held.save(update_fields=["outcome", "finished_at"])
