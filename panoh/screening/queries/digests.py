"""Who of a list stands on a roster already, told by blind digests: no name is opened to find out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Max

from panoh.registry import vault
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.rules.roster import RosterRow, likeness


class Digests:
    """The digest of each row of one list, in the order of the list, in every form in which it may stand on a roster
    (`vault.blind_forms`); `before` are the rows already passed.

    Namesakes of whom nothing else is known are numbered: both are kept, and a list sent again doubles neither.
    """

    def __init__(self, before: Iterable[RosterRow] = ()) -> None:
        unsure = (like.text for row in before if not row.document and not (like := likeness(row)).certain)
        self._namesakes = Counter(unsure)

    def of(self, row: RosterRow) -> tuple[str, ...]:
        like = likeness(row)
        if like.certain:
            return vault.blind_forms("roster", like.text)
        self._namesakes[like.text] += 1
        return vault.blind_forms("roster", f"{like.text}|{self._namesakes[like.text]}")


def digests_on(operation: Operation) -> set[str]:
    """The digests of everybody on the roster, whoever declined included, and those that corrections replaced: a list
    sent again with the old spelling doubles no one."""
    lines = RosterEntry.objects.filter(operation=operation)
    corrected = lines.exclude(former_digests=[]).values_list("former_digests", flat=True)
    return set(lines.values_list("digest", flat=True)).union(*corrected)


def last_number(operation: Operation) -> int:
    """The highest number of a line on the roster; 0 while there is none."""
    return RosterEntry.objects.filter(operation=operation).aggregate(last=Max("row"))["last"] or 0


def count_already_on(operation: Operation, rows: Iterable[RosterRow]) -> int:
    """How many of a list stand on the roster already."""
    there, digests = digests_on(operation), Digests()
    return sum(not there.isdisjoint(digests.of(row)) for row in rows)
