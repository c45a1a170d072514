"""Who stands by a child: since when to whoever sees the case, the name to those who may know who the child is, on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Guardian
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, Officer
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import OutOfOrder


@dataclass(frozen=True)
class GuardianShown:
    row: Guardian
    name: str


def read_guardian(viewer: Officer, case: Case, *, at: datetime) -> GuardianShown:
    """The guardian who stands by the child now, by name. Raises OutOfOrder where there is none, and PurposeAsked where the law
    asks what the name is opened for and nothing was said."""
    access.require(viewer, access.Act.READ_GUARDIAN, case)
    standing = case.guardians.filter(ended_on=None).first()
    if standing is None:
        raise OutOfOrder(
            _("No guardian is on record for this child now."),
            _("Ask the guardianship authority; help does not wait for it."),
            subject=f"case:{case.pk}",
        )
    kept = of_reading(viewer, access.Act.READ_GUARDIAN, case)
    with ledger.reading():
        ledger.write(act="read_guardian", by=viewer, at=at, subject=f"case:{case.pk}", fields=("name",), **kept)
        return GuardianShown(standing, str(vault.unseal(standing).get("name", "")))
