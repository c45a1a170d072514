"""Two officers and one person: whoever begins is told of an interview that is open already, and chooses."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case
from panoh.registry.refusals import Conflict
from panoh.screening.models import RosterEntry, Screening


def nobody_else_talks(*, roster_entry: RosterEntry | None, case: Case | None, knowingly: bool) -> None:
    """Refuse a second interview with the same person unless it is begun knowingly. Part of another act.

    The line of the roster, or the case, is locked first: of two officers who begin at the same moment one is told.
    The refusal carries the open interview; nobody is named in it.
    """
    same = Q(pk=None)
    if roster_entry is not None:
        RosterEntry.objects.select_for_update(no_key=True).get(pk=roster_entry.pk)
        same |= Q(roster_entry=roster_entry)
    if case is not None:
        Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        same |= Q(case=case)
    if knowingly:
        return
    there = Screening.objects.filter(same, outcome=Screening.Outcome.OPEN).select_related("started_by")
    first = there.order_by("started_at").first()
    if first is not None:
        raise Conflict(
            _("An interview with this person is open already."),
            _("Go on with that one together, or begin a second one knowingly."),
            subject=f"screening:{first.pk}",
            both=first,
        )
