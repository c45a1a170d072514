"""What a desk kept in a case ends with its view of the case: nobody is left with a plan that no desk can open."""

from __future__ import annotations

from datetime import datetime

from panoh.registry.models import Case, Disclosure, KeptByDesk, shown_now


def let_go(case: Case, *, at: datetime) -> int:
    """End what is kept by desks that do not see the case any more, inside the act that ended their view; gives how many.

    Reasons and words stay sealed on record. The next desk begins with the person's own wish, not with theirs.
    """
    shown = Disclosure.objects.filter(shown_now(), case=case, to_answer=False)
    seeing = {case.desk_id, *shown.values_list("to_desk", flat=True)}
    if case.manager is not None:
        seeing.add(case.manager.desk.pk)
    return sum(
        model._default_manager.filter(case=case, ended_at=None)
        .exclude(desk__in=seeing)
        .update(ended_at=at, ended_because=KeptByDesk.OUT_OF_SIGHT)
        for model in KeptByDesk.__subclasses__()
    )
