"""A case keeps the version of the procedure it runs under, until a step ends and the version in force protects no less."""

from __future__ import annotations

from datetime import datetime

from panoh.registry import ledger
from panoh.registry.actions import clocks
from panoh.registry.models import Case, Officer
from panoh.registry.queries.procedures import in_force, procedure_of, weaker_than


def follow_newer(case: Case, *, by: Officer, at: datetime) -> None:
    """Move a case that has just ended a step to the version in force, with a ledger line; or leave it where it is.

    Stands inside the act that took the step: there is no other moment at which a case changes its version.
    """
    old, new = procedure_of(case), in_force()
    if new.version == case.procedure_version or weaker_than(case.procedure_version, new.version):
        return
    was, case.procedure_version = case.procedure_version, new.version
    case.save(update_fields=["procedure_version"])
    clocks.on_new_version(case, old, new, at=at)
    ledger.write(act="follow_newer_version", by=by, at=at, subject=f"case:{case.pk}", was=was, now=new.version)
