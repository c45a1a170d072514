"""How long a house still knows who lives there. The view ends by itself; the bed does not."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection.models import Stay
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer, Purpose, shown_now
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem

WARN = timedelta(days=14)
"""How long before the end the house is told to ask. Panoh's own, provisional."""


def house_view(case: Case, desk: Desk) -> Disclosure | None:
    """What the house was shown last to have the person living there, whether or not it still sees it."""
    return _views().filter(case=case, to_desk=desk).order_by("-from_at", "-pk").first()


def views_that_end(viewer: Officer, *, now: datetime) -> QuerySet[Stay]:
    """Residents of the viewer's house whom it soon sees no more, or sees no more since their time was over, and who were
    not asked yet. Whoever said no, or took their yes back, is not asked again and again; nor is who never shared."""
    last = _views().filter(case=OuterRef("case"), to_desk=viewer.desk).order_by("-from_at", "-pk")
    ours = Stay.objects.filter(until_at=None, place__shelter__desk=viewer.desk)
    ends = ours.annotate(seen_until=Subquery(last.values("until_at")[:1]), closed=Subquery(last.values("ended_at")[:1]))
    due = ends.filter(closed=None, seen_until__lt=now + WARN)
    asked = Consent.objects.filter(
        case=OuterRef("case"), given=False, recorded_at__gt=OuterRef("seen_until") - WARN
    ).filter(purpose__in=(Purpose.SERVICE, Purpose.REFERRAL))
    without_end = _views().filter(shown_now(), case=OuterRef("case"), to_desk=viewer.desk, until_at=None)
    found = due.filter(~Exists(asked), ~Exists(without_end))
    return found.order_by("seen_until", "pk")


def _view(stay: Stay, until: datetime, asked: Asked) -> WorkItem:
    """Under the bed, as a house that no longer sees the case knows no more than that."""
    day = timezone.localtime(until).strftime("%d.%m.%Y")
    why = (
        _("Since %(day)s your house does not see who lives there; the bed stays theirs")
        if until < asked.now
        else _("After %(day)s your house sees the case no more; the bed stays theirs")
    )
    return WorkItem(
        due_at=until,
        reference=str(stay.place),
        stage="protection",
        what=_("Ask the person whether your house may go on seeing their case"),
        why=why % {"day": day},
        address=address_of("protection:ask_again", stay.pk),
        escalated=until < asked.now,
    )


def _of_own_house(viewer: Officer, now: datetime) -> QuerySet[Stay]:
    found = views_that_end(viewer, now=now)
    return found if access.may(viewer, access.Act.GIVE_PLACE) else found.none()


def _views() -> QuerySet[Disclosure]:
    """Not those for the contact after a stay, nor those to answer a question."""
    return Disclosure.objects.filter(to_answer=False).exclude(purpose=Purpose.FOLLOW_UP)


IN_VIEW = Part((waiting(_of_own_house, "pk", "seen_until"),), each(_view), lambda: Stay.objects.select_related("place"))
