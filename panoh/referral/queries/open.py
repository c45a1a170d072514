"""What is open in referral, and whose it is: questions that wait for an answer, needs nobody meets yet."""

from __future__ import annotations

import functools
import operator
from datetime import datetime

from django.conf import settings
from django.db.models import DateTimeField, Exists, OuterRef, Prefetch, Q, QuerySet

from panoh.instruments import countries
from panoh.instruments.referral import answer_period
from panoh.referral.models import UNANSWERED, Need, NeedsAssessment, Referral
from panoh.referral.queries.closings import closings
from panoh.referral.queries.sharing import ending
from panoh.referral.rules.escalation import left_since
from panoh.registry import access
from panoh.registry.asking import reckoned
from panoh.registry.models import Disclosure, Officer, shown_now
from panoh.registry.rules.clocks import due

SAID_NO = (Referral.Status.DECLINED, Referral.Status.FAILED)
NOTHING = Q(pk__in=())


def standing() -> QuerySet[Referral]:
    """Referrals under way: sent or accepted, and not ended under their hands."""
    under_way = (Referral.Status.SENT, Referral.Status.ACCEPTED)
    return Referral.objects.filter(shown_now("disclosure__"), status__in=under_way)


def waiting_for_answer() -> QuerySet[Referral]:
    return Referral.objects.filter(shown_now("disclosure__"), UNANSWERED)


def without_desk() -> QuerySet[Need]:
    """Needs for which no desk is asked or has said yes."""
    return Need.objects.filter(~Exists(standing().filter(need=OuterRef("pk"))), met_at=None)


def to_answer(viewer: Officer) -> QuerySet[Referral]:
    """Questions to the viewer's own desk."""
    if not access.may(viewer, access.Act.ANSWER_REFERRAL):
        return Referral.objects.none()
    return waiting_for_answer().filter(to_desk=viewer.desk)


def sharing_that_ends(viewer: Officer, *, now: datetime) -> QuerySet[Referral]:
    """What desks that help soon see no more, for whoever works on the case: the person is to be asked again."""
    return ending(Referral.objects.filter(of_desk(viewer) | managed(viewer)), now=now)


def unacknowledged(viewer: Officer, *, now: datetime) -> QuerySet[Disclosure]:
    """Desks that have not said in time that they stopped, for whoever works on the case and the post of what is urgent."""
    late = closings().filter(ended_at__lt=_left_since(now, Need.Urgency.NOW))
    everyone = Need.Urgency.NOW in escalating_to(viewer)
    return late if everyone else late.filter(of_desk(viewer, "case__") | managed(viewer, "case__"))


def left_too_long(viewer: Officer, *, now: datetime) -> Q:
    """Needs that are late, of the urgencies whose silences go to the viewer's post."""
    late = (Q(urgency=each, recorded_at__lt=_left_since(now, each)) for each in escalating_to(viewer))
    return functools.reduce(operator.or_, late, NOTHING)


def refused_already(viewer: Officer, *, now: datetime) -> QuerySet[Need]:
    """Without a desk after a no, and not late yet: where no other desk is left they come to the viewer's post at once."""
    fresh = (Q(urgency=each, recorded_at__gte=_left_since(now, each)) for each in escalating_to(viewer))
    return without_desk().filter(functools.reduce(operator.or_, fresh, NOTHING), refused=True)


def with_answers(needs: QuerySet[Need]) -> QuerySet[Need]:
    """With all that the directory asks of a need."""
    asked = Prefetch("referrals", Referral.objects.select_related("disclosure", "response"))
    assessed = Prefetch("case__needs_assessments", NeedsAssessment.objects.defer("sealed", "sealed_key"))
    return needs.select_related("case__person").prefetch_related(asked, "case__consents", assessed)


def answer_due(since: datetime, urgency: str) -> datetime:
    return due(since, answer_period(urgency), countries.calendar(settings.COUNTRY))


def escalating_to(viewer: Officer) -> tuple[str, ...]:
    """The urgencies whose silences go to the viewer's post, by the data; the post must reach every case for it."""
    if access.scope(viewer, access.Act.REFER) is not access.Scope.ALL:
        return ()
    return tuple(each for each in Need.Urgency.values if answer_period(each).escalates_to == viewer.role)


def comes_to(viewer: Officer, need: str) -> Q:
    """What escalates to the viewer's post. `need`: the way to the need, `need__`. Where all does, the need is not asked:
    the list is then read along its own order, and ends with the lines it shows."""
    urgencies = escalating_to(viewer)
    if set(urgencies) == set(Need.Urgency.values):
        return Q()
    return Q(**{f"{need}urgency__in": urgencies}) if urgencies else NOTHING


def of_desk(viewer: Officer, record: str = "") -> Q:
    """The cases of the viewer's desk. `record`: the way to whatever says which desk it is."""
    return Q(**{f"{record}desk": viewer.desk}) if access.may(viewer, access.Act.REFER) else NOTHING


def managed(viewer: Officer, record: str = "") -> Q:
    """The cases the viewer manages. `record`: the way to whatever says who manages it."""
    return Q(**{f"{record}manager": viewer}) if access.may(viewer, access.Act.REFER) else NOTHING


def _left_since(now: datetime, urgency: str) -> datetime:
    period, calendar = answer_period(urgency), countries.calendar(settings.COUNTRY)
    return reckoned(now, lambda moment: left_since(moment, period, calendar), DateTimeField())
