"""The one door to a way of reaching a person. Whatever tells anybody to contact them asks here (a house test holds it)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, ContactRules, Officer
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.rules.contact import Reach, Said, reach


def may_contact(case: Case, way: str, *, viewer: Officer, at: datetime, purpose: str = "") -> Reach:
    """May the person be contacted, by this way, and what is to be heeded? Opening the rules is on record, with the page's own
    `purpose`. Raises PurposeAsked where the law asks what they are opened for and nothing was said.

    `way` is what a page would show; what comes back is what it may show.
    """
    access.require(viewer, access.Act.SEE_CASE, case)
    rules = rules_of(case)
    if rules is None:
        return reach(way, None)
    subject, kept = f"case:{case.pk}", of_reading(viewer, access.Act.SEE_CASE, case, own=purpose)
    with ledger.reading():
        ledger.write(act="read_contact_rules", by=viewer, at=at, subject=subject, fields=("contact_rules",), **kept)
        return replace(reach(way, _said(rules)), rules=rules.pk)


def rules_ask_purpose(case: Case, viewer: Officer) -> bool:
    """For a page that shows the question in place of the rules."""
    return rules_of(case) is not None and is_missing(viewer, access.Act.SEE_CASE, case)


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
