"""Cases an officer may see."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.reached import Reached
from panoh.registry.refusals import NotPermitted


def cases_for(viewer: Officer, act: access.Act = access.Act.SEE_CASE) -> QuerySet[Case]:
    """Every case in which the viewer may do `act`."""
    return access.within(Case.objects.all(), viewer, act)


def case_for(viewer: Officer, case_id: UUID, act: access.Act = access.Act.SEE_CASE) -> Case:
    """One case, or NotPermitted: whether it exists is not told to those who may not see it."""
    case = _ONE.of(viewer, case_id, act)
    if case is None:
        raise NotPermitted(
            _("There is no such case, or your post may not do this in it."),
            _("Check the reference, or ask the desk that works on the case."),
            subject=f"case:{case_id}",
        )
    return case


_ONE = Reached(lambda viewer, act: cases_for(viewer, act).select_related("person", "desk", "manager"))


def clocks_of(case: Case) -> QuerySet[CaseClock]:
    """Clocks running in a case, soonest first."""
    return case.clocks.filter(stopped_at=None).prefetch_related("extensions__by__post").order_by("due_at")
