"""What the viewer's desk waits for in referral: desks it asked for help that have not answered."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.referral.models import Referral
from panoh.referral.queries.open import ours, waiting_for_answer
from panoh.referral.queries.worklist_later import what_is_needed
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.worklists import Awaited, Waiting, most_urgent

SHOWN = 50


def waiting(viewer: Officer, *, shown: int = SHOWN) -> Waiting:
    """Two reads at most. Questions in cases of the own desk or managed; for who refers everywhere, those the desk sent."""
    reach = access.scope(viewer, access.Act.REFER)
    if reach is access.Scope.NONE:
        return Waiting((), 0)
    colleagues = Officer.objects.filter(post__desk=viewer.desk).values("pk")
    mine = Q(sent_by__in=colleagues) if reach is access.Scope.ALL else ours(viewer, "need__case__")
    asked = waiting_for_answer().filter(mine).order_by("answer_due", "pk")
    rows, total = most_urgent(asked, shown)
    return Waiting(tuple(map(_awaited, rows)), total)


def _awaited(referral: Referral) -> Awaited:
    return Awaited(
        due_at=referral.answer_due,
        since=referral.sent_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Help asked for: %(need)s") % {"need": what_is_needed(referral.need)},
        of_whom=str(referral.to_desk),
        address=reverse("referral:need", args=[referral.need_id]),
    )
