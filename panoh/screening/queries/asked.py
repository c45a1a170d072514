"""Lines of another desk's roster whose person has a case since: a post that reaches every operation says first what for.

A case the viewer may not open asks nothing: its line stays as a line of somebody without a case is, and tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.queries.purposes import PurposeAsked, of_reading
from panoh.screening.models import Operation, RosterEntry

OPERATION = "operation"
"""What a roster is read for, where nobody is asked."""


@dataclass(frozen=True)
class LinesAsked:
    """`shut`: lines that stay closed until it is said what for. `kept`: what was said, for the ledger line of the others."""

    shut: frozenset[UUID]
    kept: dict[str, str]


def asked_of(lines: Iterable[RosterEntry], operation: Operation, viewer: Officer) -> LinesAsked:
    """Of these lines of one operation, as the viewer sees them."""
    shut, kept = set[UUID](), dict[str, str]()
    for line, case in _beyond(lines, operation, viewer):
        try:
            kept |= _said(viewer, case)
        except PurposeAsked:
            shut.add(line)
    return LinesAsked(frozenset(shut), kept)


def said_for(lines: Iterable[RosterEntry], operation: Operation, viewer: Officer) -> dict[str, str]:
    """For the ledger line of what cannot be shown without names. Raises PurposeAsked where nothing was said yet."""
    kept = dict[str, str]()
    for _line, case in _beyond(lines, operation, viewer):
        kept |= _said(viewer, case)
    return kept


def _said(viewer: Officer, case: Case) -> dict[str, str]:
    """Nothing where nobody is asked: the line of the ledger then has the word of every reading of a roster."""
    told = of_reading(viewer, access.Act.RUN_OPERATION, case, own=OPERATION)
    return told if "opened" in told else {}


def _beyond(lines: Iterable[RosterEntry], operation: Operation, viewer: Officer) -> list[tuple[UUID, Case]]:
    """Lines with their cases, where the operation is no work of the viewer's desk."""
    if operation.desk_id == viewer.desk.pk or access.scope(viewer, access.Act.RUN_OPERATION) is not access.Scope.ALL:
        return []
    of_case = {each.pk: each.case_id for each in lines if each.case_id}
    seen = access.within(Case.objects.all(), viewer, access.Act.READ_IDENTITY, showing="names")
    cases = seen.in_bulk(set(of_case.values())) if of_case else {}
    return [(line, cases[case]) for line, case in of_case.items() if case in cases]
