"""What is open in referral, and whose it is: questions that wait for an answer, needs nobody meets yet."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from panoh.instruments import countries
from panoh.instruments.referral import answer_period
from panoh.referral.models import Need, NeedsAssessment, Referral
from panoh.referral.queries.closings import closings
from panoh.referral.queries.directory import Directory, directory
from panoh.referral.queries.sharing import ending
from panoh.referral.rules.escalation import left_since
from panoh.referral.rules.offers import none_left
from panoh.registry import access
from panoh.registry.models import Case, Disclosure, Officer, shown_now
from panoh.registry.rules.clocks import due

SAID_NO = (Referral.Status.DECLINED, Referral.Status.FAILED)
NOTHING = Q(pk__in=())


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
    """Unanswered for too long: for the desk that works on the case, and for the post it escalates to."""
    return waiting_for_answer().filter(ours_or_left(viewer, "need__"), answer_due__lt=now)


def sharing_that_ends(viewer: Officer, *, now: datetime) -> QuerySet[Referral]:
    """What desks that help soon see no more, for whoever works on the case: the person is to be asked again."""
    return ending(Referral.objects.filter(ours(viewer, "need__case__")), now=now)


def unacknowledged(viewer: Officer, *, now: datetime) -> QuerySet[Disclosure]:
    """Desks that have not said in time that they stopped, for whoever works on the case and the post of what is urgent."""
    late = closings().filter(ended_at__lt=_left_since(now, Need.Urgency.NOW))
    everyone = Need.Urgency.NOW in escalating_to(viewer)
    return late if everyone else late.filter(ours(viewer, "case__"))


def looking_for_desk(viewer: Officer, *, now: datetime) -> QuerySet[Need]:
    """Needs without a desk: those of the viewer's own cases; and of any urgency, for the post they escalate to, those left
    too long and those that no desk is left for."""
    mine, fresh = ours(viewer, "case__"), Q()
    for urgency in escalating_to(viewer):
        since = _left_since(now, urgency)
        mine |= Q(urgency=urgency, recorded_at__lt=since)
        fresh |= Q(urgency=urgency, recorded_at__gte=since)
    return without_desk().filter(mine | Q(pk__in=_no_desk_left(fresh, now=now)) if fresh else mine)


def _no_desk_left(where: Q, *, now: datetime) -> list[UUID]:
    """Few are asked about: those that were refused already and are not late yet. Each is held against the directory."""
    said_no = Referral.objects.filter(need=OuterRef("pk"), status__in=SAID_NO)
    refused = list(with_answers(without_desk().filter(Exists(said_no), where)))
    known = directory() if refused else Directory({}, {})
    return [need.pk for need in refused if none_left(known.offers_for(need, at=now))]


def with_answers(needs: QuerySet[Need]) -> QuerySet[Need]:
    """With all that the directory asks of a need."""
    assessed = Prefetch("case__needs_assessments", NeedsAssessment.objects.defer("sealed", "sealed_key"))
    return needs.select_related("case__person").prefetch_related(
        "referrals__disclosure", "referrals__response", "case__consents", assessed
    )


def answer_due(since: datetime, urgency: str) -> datetime:
    return due(since, answer_period(urgency), countries.calendar(settings.COUNTRY))


def escalating_to(viewer: Officer) -> tuple[str, ...]:
    """The urgencies whose silences go to the viewer's post, by the data; the post must reach every case for it."""
    if access.scope(viewer, access.Act.REFER) is not access.Scope.ALL:
        return ()
    return tuple(each for each in Need.Urgency.values if answer_period(each).escalates_to == viewer.role)


def comes_to(viewer: Officer, need: str) -> Q:
    """What escalates to the viewer's post. `need`: the way to the need, `need__`."""
    urgencies = escalating_to(viewer)
    return Q(**{f"{need}urgency__in": urgencies}) if urgencies else NOTHING


def ours_or_left(viewer: Officer, need: str) -> Q:
    """Needs of the viewer's own cases and those that escalate to the post. Where all do, nothing is asked of the case:
    the list is then read along its own order, and ends with the lines it shows."""
    if set(escalating_to(viewer)) == set(Need.Urgency.values):
        return Q()
    return ours(viewer, f"{need}case__") | comes_to(viewer, need)


def ours(viewer: Officer, case: str) -> Q:
    """The cases of the desk and those the viewer manages, each read from an index alone."""
    if not access.may(viewer, access.Act.REFER):
        return NOTHING
    managed = Case.objects.filter(manager=viewer).values("pk")
    return Q(**{f"{case}in": Case.objects.filter(desk=viewer.desk).values("pk").union(managed, all=True)})


def _left_since(now: datetime, urgency: str) -> datetime:
    return left_since(now, answer_period(urgency), countries.calendar(settings.COUNTRY))
