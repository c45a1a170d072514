"""Cases an officer may see."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, CaseClock, ClockExtension, Officer
from panoh.registry.reached import Reached
from panoh.registry.refusals import NotPermitted, OutOfOrder


def cases_for(viewer: Officer, act: access.Act = access.Act.SEE_CASE) -> QuerySet[Case]:
    """Every case in which the viewer may do `act`."""
    return access.within(Case.objects.all(), viewer, act)


def case_for(viewer: Officer, case_id: UUID, act: access.Act = access.Act.SEE_CASE) -> Case:
    """One case, or NotPermitted: whether it exists is not told to those who may not see it."""
    case = _ONE.of(viewer, case_id, act)
    if case is None:
        raise no_such_case(case_id)
    return case


def named_case_for(viewer: Officer, case_id: UUID, act: access.Act) -> Case:
    """The same for an act that adds to what is known of the person (`refuse_anonymous`)."""
    case = case_for(viewer, case_id, act)
    refuse_anonymous(case)
    return case


def refuse_anonymous(case: Case) -> None:
    """Raises OutOfOrder where the person declined, or their name was erased: it is asked anew, as the case may have moved. Help
    goes on under consents of its own; of who they are and what they told nothing is read, and nothing is added."""
    if Case.objects.filter(Q(state=Case.DECLINED) | Q(erased_at__isnull=False), pk=case.pk).exists():
        raise anonymous(case)


def anonymous(case: Case) -> OutOfOrder:
    return OutOfOrder(
        _("This record is anonymous: who the person is and what they told is not kept in it any more."),
        _(
            "If the person is back, begin a new interview: they are met as anybody is, and protected from the first sign on."
        ),
        subject=f"case:{case.pk}",
    )


def no_such_case(case_id: UUID) -> NotPermitted:
    """In the same words whether it does not exist or is kept from whoever asks."""
    return NotPermitted(
        _("There is no such case, or your post may not do this in it."),
        _("Check the reference, or ask the desk that works on the case."),
        subject=f"case:{case_id}",
    )


_ONE = Reached(lambda viewer, act: cases_for(viewer, act).select_related("person", "desk", "manager__post"))


def clocks_of(case: Case) -> tuple[CaseClock, ...]:
    """Clocks running in a case, soonest first."""
    return tuple(each for each in all_clocks_of(case) if each.stopped_at is None)


def all_clocks_of(case: Case) -> tuple[CaseClock, ...]:
    """Those that were stopped too."""
    return _CLOCKS.of(case)


_MOVES = ClockExtension.objects.select_related("by__post")
_CLOCKS = Beside(
    lambda of: CaseClock.objects.filter(case=of).prefetch_related(Prefetch("extensions", _MOVES)).order_by("due_at")
)
