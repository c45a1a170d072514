"""Lines of rosters with a day to see the person again."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from panoh.registry.models import Officer
from panoh.screening.models import RosterEntry
from panoh.screening.queries.operations import operations_for
from panoh.screening.queries.withheld import told_apart

_Status = RosterEntry.Status


def lines_to_see_again(viewer: Officer, *, until: date) -> QuerySet[RosterEntry]:
    """People of the viewer's own desk's rosters due by a day: nobody who asked not to be contacted is among them, and nobody
    who would be told apart from those whose names were erased."""
    mine = operations_for(viewer).filter(desk=viewer.desk)
    due = RosterEntry.objects.filter(operation__in=mine, again_on__lte=until).exclude(contact_agreed=False)
    due = due.filter(told_apart(viewer))
    due = due.filter(status__in=(_Status.AGAIN, _Status.MOVED_ON, _Status.NOT_MET))
    return due.select_related("operation").order_by("again_on", "row", "pk")
