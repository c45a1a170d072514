"""Cases an earlier release showed for a residence permit as if the authority had been asked to help: narrowed to the permit."""

from __future__ import annotations

from datetime import datetime

from panoh.justice.models import PermitRequest
from panoh.registry import ledger
from panoh.registry.models import FOR_A_PERMIT, Disclosure, shown_to_work


def narrow_to_permits(*, at: datetime) -> int:
    """Part of the house's keeping; gives how many there were, and leaves a line in the ledger for the case of each.

    What is shown for a permit was written by asking for it and serves nothing else: a desk asked for a service too is shown the
    case a second time, for that. What it did in the case so far stays.
    """
    for_permits = PermitRequest.objects.values("disclosure")
    wide = Disclosure.objects.filter(shown_to_work(), pk__in=for_permits, ended_at=None)
    found = list(wide.select_for_update(no_key=True, of=("self",)).select_related("to_desk").order_by("pk"))
    for each in found:
        each.fields = [*each.fields, FOR_A_PERMIT]
        each.save(update_fields=["fields"])
        fields, to_desk = tuple(each.fields), each.to_desk.code
        ledger.write(
            act="narrow_to_permit", by=None, at=at, subject=f"case:{each.case_id}", fields=fields, to_desk=to_desk
        )
    return len(found)
