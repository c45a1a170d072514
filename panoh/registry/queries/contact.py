"""The one door to a way of reaching a person. Whatever tells anybody to contact them asks here (a house test holds it)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, ContactRules, Officer
from panoh.registry.rules.contact import Reach, Said, reach


def may_contact(case: Case, way: str, *, viewer: Officer, at: datetime) -> Reach:
    """May the person be contacted, by this way, and what is to be heeded? Opening the rules is on record.

    `way` is what a page would show; what comes back is what it may show.
    """
    access.require(viewer, access.Act.SEE_CASE, case)
    rules = rules_of(case)
    if rules is None:
        return reach(way, None)
    with transaction.atomic():
        ledger.write(act="read_contact_rules", by=viewer, at=at, subject=f"case:{case.pk}", fields=("contact_rules",))
        return replace(reach(way, _said(rules)), rules=rules.pk)


def rules_of(case: Case) -> ContactRules | None:
    """The rules that stand, unopened."""
    return _RULES.first(case)


_RULES = Beside(lambda of: ContactRules.objects.filter(case=of, replaced_at=None).order_by("pk"))


def with_rules(cases: Collection[UUID]) -> frozenset[UUID]:
    """Those with rules of their own: a list of many people shows no way to reach these, but leads to the case."""
    rules = ContactRules.objects.filter(replaced_at=None, case__in=cases)
    return frozenset(rules.values_list("case", flat=True))


def _said(rules: ContactRules) -> Said:
    kept = vault.unseal(rules)
    return Said(
        allowed=rules.allowed != ContactRules.Allowed.NEVER,
        no_message=rules.no_message,
        how=kept.get("how", ""),
        when=kept.get("when", ""),
        by_whom=kept.get("by_whom", ""),
        never=tuple(kept.get("never", ())),
    )
