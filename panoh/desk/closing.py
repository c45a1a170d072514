"""What is still open in a case that is to be closed, as far as the viewer may see it: shown first, and looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.desk.case_page import open_in
from panoh.desk.open_work import Open
from panoh.identification.queries import as_seen
from panoh.instruments.kinds.procedure import State
from panoh.protection.actions import close_case
from panoh.protection.actions.closing import Given
from panoh.protection.models import CaseClosing
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.queries import case_for, may_take_step
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Conflict
from panoh.registry.rules.allowed import Refused

CLOSED = _("The case is closed. Help that runs goes on, follow-ups stay due, and the person can come back at any time.")
ASKED_ON_THE_PAGE = frozenset({"outcome_recorded"})


@dataclass(frozen=True)
class ClosingPage:
    """`shut`: why the case cannot be closed from where it stands, and the way forward."""

    case: Case
    state: State
    open: tuple[Open, ...]
    shut: Refused | None


def closing_page(viewer: Officer, case_id: UUID, *, at: datetime) -> ClosingPage:
    case = case_for(viewer, case_id, access.Act.CLOSE_CASE)
    answer = may_take_step(case, "close", by=viewer, met=ASKED_ON_THE_PAGE)
    shut = answer if isinstance(answer, Refused) else None
    return ClosingPage(case, procedure_of(case).state(case.state), open_in(viewer, case, at=at), shut)


def close_as_seen(page: ClosingPage, given: Given, *, seen: str, by: Officer, at: datetime) -> CaseClosing:
    """Conflict where the case moved, or something was opened or done, since the officer looked at what is open."""
    case = as_seen(page.case, seen)
    if len(page.open) != given.still_open:
        raise Conflict(
            _("What is open in this case changed since you looked at it."),
            _("Look at the list again. What you typed is still here."),
            subject=f"case:{case.pk}",
        )
    return close_case(case=case, given=given, by=by, at=at)
