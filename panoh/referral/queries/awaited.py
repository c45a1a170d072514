"""What the viewer's desk waits for in referral: desks it asked for help that have not answered."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from panoh.referral.models import Referral
from panoh.referral.queries.open import NOTHING, managed, of_desk, waiting_for_answer
from panoh.referral.queries.worklist_later import of_referrals, what_is_needed
from panoh.registry import access
from panoh.registry.access import Scope
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.worklists import Awaited


def _sent_by_colleagues(viewer: Officer, now: datetime) -> QuerySet[Referral]:
    """For who refers everywhere: what the desk itself sent."""
    if access.scope(viewer, access.Act.REFER) is not Scope.ALL:
        return _unanswered(NOTHING)
    return _unanswered(Q(sent_by__in=Officer.objects.filter(post__desk=viewer.desk).values("pk")))


def _of_our_cases(viewer: Officer, now: datetime) -> QuerySet[Referral]:
    return _unanswered(NOTHING if access.scope(viewer, access.Act.REFER) is Scope.ALL else of_desk(viewer))


def _of_managed_cases(viewer: Officer, now: datetime) -> QuerySet[Referral]:
    everywhere = access.scope(viewer, access.Act.REFER) is Scope.ALL
    return _unanswered(NOTHING if everywhere else managed(viewer))


def _unanswered(whose: Q) -> QuerySet[Referral]:
    return waiting_for_answer().filter(whose).order_by("answer_due", "pk")


def _awaited(referral: Referral, due_at: datetime, _asked: Asked) -> Awaited:
    return Awaited(
        due_at=due_at,
        since=referral.sent_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Help asked for: %(need)s") % {"need": what_is_needed(referral.need)},
        of_whom=str(referral.to_desk),
        address=address_of("referral:need", referral.need_id),
    )


AWAITED = Part(
    tuple(waiting(way, "pk", "answer_due") for way in (_sent_by_colleagues, _of_our_cases, _of_managed_cases)),
    each(_awaited),
    of_referrals,
    in_order=True,
)


def awaited_parts(_viewer: Officer) -> tuple[Part[Awaited], ...]:
    return (AWAITED,)
