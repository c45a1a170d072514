"""What is written of penalties against somebody whose line names nobody any more: earlier releases left it when they emptied
the line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from panoh.justice.models import Penalty, PenaltyHit
from panoh.registry import ledger
from panoh.registry.actions.forgetting import forget_records
from panoh.screening.models import RosterEntry

_EMPTIED = Q(roster_entry__isnull=False, roster_entry__sealed_key=None)
"""Neither a hit nor a penalty is recorded of a line without a name: it was emptied since."""


def forget_of_emptied_lines(*, at: datetime) -> int:
    """Part of the house's keeping; gives how many records there were, and leaves a line in the ledger where there were any.

    The lines are locked, as by whoever empties one: whoever is deciding on such a hit has done so by then, or is told that
    nothing names the person. Nobody's interview is looked at: an officer may be writing one with whoever came back.
    """
    lines = [each.roster_entry_id for rows in (_hits(), _penalties()) for each in rows if each.roster_entry_id]
    list(RosterEntry.objects.select_for_update(no_key=True).filter(pk__in=lines).order_by("pk").values_list("pk"))
    hits, penalties = (_forget(rows, at=at) for rows in (_hits(), _penalties()))
    if hits or penalties:
        ledger.write(act="forget_of_emptied_lines", by=None, at=at, hits=hits, penalties=penalties)
    return hits + penalties


def _hits() -> QuerySet[PenaltyHit]:
    """With words of nobody; or waiting for an answer though there is nothing to compare."""
    words = Q(sealed_key__isnull=False) | Q(sealed__isnull=False)
    return PenaltyHit.objects.filter(_EMPTIED & words | Q(state=PenaltyHit.HitState.PROPOSED, sealed=None))


def _penalties() -> QuerySet[Penalty]:
    """Where somebody was held still finds them."""
    return Penalty.objects.filter(_EMPTIED, case=None).exclude(held_key="")


def _forget(rows: QuerySet[Any], *, at: datetime) -> int:
    found = list(rows.values_list("pk", flat=True))  # once for all: the first change takes some out of the question
    return forget_records(rows.model._default_manager.filter(pk__in=found), by=None, at=at)
