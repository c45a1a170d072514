"""What is open in referral, and whose it is: questions that wait for an answer, needs nobody meets yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Unit
from panoh.instruments.referral import answer_period
from panoh.referral.models import Need, Referral
from panoh.referral.queries.closings import closings
from panoh.referral.queries.sharing import ending
from panoh.registry import access
from panoh.registry.models import Disclosure, Officer, shown_now
from panoh.registry.rules.clocks import due


def standing() -> QuerySet[Referral]:
    """Referrals under way: sent or accepted, and not ended under their hands."""
    under_way = (Referral.Status.SENT, Referral.Status.ACCEPTED)
    return Referral.objects.filter(shown_now("disclosure__"), status__in=under_way)


def waiting_for_answer() -> QuerySet[Referral]:
    return Referral.objects.filter(
        shown_now("disclosure__"), status=Referral.Status.SENT, need__met_at=None
    ).select_related("need__case", "to_desk")


def without_desk() -> QuerySet[Need]:
    """Needs for which no desk is asked or has said yes."""
    return Need.objects.filter(~Exists(standing().filter(need=OuterRef("pk"))), met_at=None)


def to_answer(viewer: Officer) -> QuerySet[Referral]:
    """Questions to the viewer's own desk."""
    if not access.may(viewer, access.Act.ANSWER_REFERRAL):
        return Referral.objects.none()
    return waiting_for_answer().filter(to_desk=viewer.desk)


def overdue(viewer: Officer, *, now: datetime) -> QuerySet[Referral]:
    """Unanswered for too long: for the desk that works on the case, and for whoever refers in every case."""
    late = waiting_for_answer().filter(answer_due__lt=now)
    return late if everywhere(viewer) else late.filter(ours(viewer, "need__case__"))


def sharing_that_ends(viewer: Officer, *, now: datetime) -> QuerySet[Referral]:
    """What desks that help soon see no more, for whoever works on the case: the person is to be asked again."""
    return ending(Referral.objects.filter(ours(viewer, "need__case__")), now=now)


def unacknowledged(viewer: Officer, *, now: datetime) -> QuerySet[Disclosure]:
    """Desks that have not said in time that they stopped, for whoever works on the case and whoever refers in every one."""
    late = closings().filter(ended_at__lt=now - _urgent_period())
    return late if everywhere(viewer) else late.filter(ours(viewer, "case__"))


def looking_for_desk(viewer: Officer, *, now: datetime) -> QuerySet[Need]:
    """Needs without a desk: those of the viewer's own cases; and urgent ones left too long, for who refers everywhere."""
    found = without_desk()
    if not everywhere(viewer):
        return found.filter(ours(viewer, "case__"))
    left = Q(urgency=Need.Urgency.NOW, recorded_at__lt=now - _urgent_period())
    return found.filter(ours(viewer, "case__") | left)


def answer_due(since: datetime, urgency: str) -> datetime:
    return due(since, answer_period(urgency), countries.calendar(settings.COUNTRY))


def everywhere(viewer: Officer) -> bool:
    return access.scope(viewer, access.Act.REFER) is access.Scope.ALL


def ours(viewer: Officer, case: str) -> Q:
    if not access.may(viewer, access.Act.REFER):
        return Q(pk=None)
    return Q(**{f"{case}desk": viewer.desk}) | Q(**{f"{case}manager": viewer})


def _urgent_period() -> timedelta:
    """The period for the most urgent needs runs through nights and weekends, so it can be counted back from now."""
    period = answer_period(Need.Urgency.NOW)
    return timedelta(hours=period.amount) if period.unit is Unit.HOURS else timedelta(days=period.amount)
