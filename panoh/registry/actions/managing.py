"""Who manages a case is said on every record that lists are made of, at whatever stage: changed here, all at once.

So a list of one manager's work is read along an index, and a manager who was released finds nothing there any more.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.models import Case, Officer


def put_under(case: Case, manager: Officer | None, *, left_at: datetime | None = None) -> None:
    """Part of an act that holds the case. Each record says itself how it leads to its case
    (`SAYS_MANAGER_OF`). `left_at`: its manager left, and it needs another."""
    case.manager, case.manager_left_at = manager, left_at
    case.save(update_fields=["manager", "manager_left_at"])
    for model in sealed_models():
        if model.SAYS_MANAGER_OF is not None:
            model._default_manager.filter(**{model.SAYS_MANAGER_OF: case}).update(manager=manager)  # type: ignore[misc]  # whoever says the way has the field


def who_answers(case_id: UUID) -> dict[str, int | None]:
    """Desk and manager as they are now, for a new record, within an act that holds the case: what was read before may have
    changed meanwhile."""
    desk, manager = Case.objects.values_list("desk", "manager").get(pk=case_id)
    return {"desk_id": desk, "manager_id": manager}
