"""Lines of lists whose other names were erased: to whom one that stays is told apart from those.

That a name stays because of a case, or because its line is somebody on record, is told to whoever may read that name. One
that stays because of a record without a case, such as a child in custody, is read by whoever runs the operation: callers ask
that before.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from django.db.models import Exists, OuterRef, Q, QuerySet

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.screening.models import RosterEntry, RosterMatch

CAME_SINCE = ("claimed_by", "claimed_until")
"""Told of every line alike: whoever was with a person before the names were erased has long gone."""


def told_apart(viewer: Officer) -> Q:
    """Lines the viewer reads as they are, of those of operations they work on."""
    theirs = Exists(_on_record().filter(Exists(_named(viewer).filter(person=OuterRef("person")))))
    return ~would_tell() | Q(Exists(_named(viewer).filter(pk=OuterRef("case")))) | Q(theirs, case=None)


def would_tell() -> Q:
    """Lines that tell of somebody on record because their name stayed."""
    return Q(withheld=True) & (Q(case__isnull=False) | Q(Exists(_on_record())))


def looks_again_on(**when: object) -> Q:
    """Lines with a day to see the person again, as everybody may know of it: `when` says which day, such as `gt`."""
    return ~would_tell() & Q(**{f"again_on__{how}": day for how, day in when.items()})


def as_seen(entries: Iterable[RosterEntry], viewer: Officer) -> list[RosterEntry]:
    """The lines as the viewer may see them: one that is withheld looks as those do whose names were erased."""
    lines = list(entries)
    withheld = [each.pk for each in lines if each.withheld]
    asked = RosterEntry.objects.filter(told_apart(viewer), pk__in=withheld).values_list("pk", flat=True)
    seen = set(asked) if withheld else set()
    return [_as_erased(each) if each.withheld and each.pk not in seen else each for each in lines]


def _on_record() -> QuerySet[RosterMatch]:
    return RosterMatch.objects.filter(entry=OuterRef("pk"), state=RosterMatch.State.SAME)


def _named(viewer: Officer) -> QuerySet[Case]:
    return access.within(Case.objects.all(), viewer, access.Act.READ_IDENTITY, showing="names")


def _as_erased(entry: RosterEntry) -> RosterEntry:
    shown = copy(entry)
    for name, value in RosterEntry.FORGOTTEN_WITH.items():
        if name not in CAME_SINCE:
            setattr(shown, name, value)
    shown.case = shown.sealed = shown.sealed_key = None
    return shown
