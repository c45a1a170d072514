"""How a line of the ledger leads to the case it is about, and a case to every line about it: by the record its subject names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from panoh.registry.models import Case

LEADS: Mapping[str, tuple[str, ...]] = {
    "case": ("pk",),
    "screening": ("screenings", "roster_entries__screenings"),
    "roster": ("roster_entries", "screenings__roster_entry"),
    "signal": ("signals",),
}
"""Of each kind of record a reading act names, the ways to it from a case. An interview, and a line of a roster, may have been
read before there was a case: it is about the person all the same."""
LIST = "operation"


def subjects_of(case: Case) -> frozenset[str]:
    """How lines name this case and every record that leads to it."""
    found: set[str] = set()
    for kind, ways in LEADS.items():
        for way in ways:
            keys = Case.objects.filter(pk=case.pk, **{f"{way}__isnull": False}).values_list(way, flat=True)
            found.update(f"{kind}:{key}" for key in keys)
    return frozenset(found)


def lines_of_lists(case: Case) -> frozenset[tuple[str, int]]:
    """On which lists the person stands, and in which row."""
    found: set[tuple[str, int]] = set()
    for way in LEADS["roster"]:
        rows = Case.objects.filter(pk=case.pk, **{f"{way}__isnull": False})
        found.update((f"{LIST}:{of}", row) for of, row in rows.values_list(f"{way}__operation", f"{way}__row"))
    return frozenset(found)


def cases_of(subjects: Iterable[str]) -> dict[str, str]:
    """The case each subject leads to; those that lead to none are left out, of several the first is taken."""
    by_kind: dict[str, set[UUID | int]] = {}
    for subject in set(subjects):
        kind, _, key = subject.partition(":")
        if kind in LEADS:
            by_kind.setdefault(kind, set()).add(int(key) if key.isdigit() else UUID(key))
    found: dict[str, str] = {}
    for kind, keys in by_kind.items():
        for way in LEADS[kind]:
            pairs = Case.objects.filter(**{f"{way}__in": keys}).order_by("opened_at", "pk").values_list(way, "pk")
            for key, case in pairs:
                found.setdefault(f"{kind}:{key}", str(case))
    return found
