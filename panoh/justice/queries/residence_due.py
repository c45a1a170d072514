"""What residence asks of a post: to decide in time, to see the end of a permit 60, 30 and 7 days ahead, to answer a refusal.

A missed decision comes to the post the procedure names by the clock of the case itself (identification.queries.missed).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.justice.models import PermitAppeal, PermitDecision, PermitRequest, ResidencePermit
from panoh.justice.queries.alerts import CHASE_AFTER
from panoh.justice.queries.residence import ASK, DECIDE, residence_of_the_country
from panoh.justice.rules.residence import alarm
from panoh.protection.queries.plans_due import day_over
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import BestInterests, Case, Officer, shown_now
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, day
from panoh.registry.worklists import WorkItem

ANSWER_WITHIN = timedelta(days=10)
"""Until a refusal is to be answered. Our own proposal: until when it can be appealed was not seen."""
State = PermitRequest.RequestState


def permits_to_decide(viewer: Officer, now: datetime) -> QuerySet[PermitRequest]:
    """At the viewer's desk, as long as it is let see the case."""
    found = PermitRequest.objects.filter(access.in_reach(viewer, DECIDE), to_desk=viewer.desk, state=State.OPEN)
    return found.order_by("decide_by", "pk")


def permits_ending(viewer: Officer, now: datetime) -> QuerySet[ResidencePermit]:
    """Near their end, or over, and nothing follows: for whoever answers for the person, and the desk that gave them."""
    ahead = timedelta(days=residence_of_the_country().alarms[0])
    near = reckoned(now + ahead, timezone.localdate, DateField())
    goes_on = ResidencePermit.objects.filter(request__case=OuterRef("request__case"), ended_on=None)
    goes_on = goes_on.filter(Q(until_on=None) | Q(until_on__gt=OuterRef("until_on")))
    rows = ResidencePermit.objects.filter(~Exists(goes_on), ended_on=None, until_on__lte=near)
    deciding = access.in_reach(viewer, DECIDE, "request__case") & Q(request__to_desk=viewer.desk)
    return rows.filter(_mine(viewer, "request__") | deciding).order_by("until_on", "pk")


def refusals_to_answer(viewer: Officer, now: datetime) -> QuerySet[PermitDecision]:
    under_way = PermitAppeal.objects.filter(decision=OuterRef("pk"), decided_on=None)
    asked_anew = PermitRequest.objects.filter(case=OuterRef("request__case"), asked_at__gt=OuterRef("at"))
    rows = PermitDecision.objects.filter(granted=False, set_aside_at=None, left_at=None)
    return rows.filter(~Exists(under_way), ~Exists(asked_anew), _mine(viewer, "request__")).order_by("at", "pk")


def appeals_to_chase(viewer: Officer, now: datetime) -> QuerySet[PermitAppeal]:
    since = reckoned(now - CHASE_AFTER, timezone.localdate, DateField())
    rows = PermitAppeal.objects.filter(decided_on=None, asked_on__lte=since)
    return rows.filter(_mine(viewer, "decision__request__")).order_by("asked_on", "pk")


def requests_nobody_sees(viewer: Officer, now: datetime) -> QuerySet[PermitRequest]:
    """Asked of a desk that is let see the case no more: nobody can decide on them."""
    rows = PermitRequest.objects.filter(~shown_now("disclosure__"), state=State.OPEN)
    return rows.filter(_mine(viewer)).order_by("asked_at", "pk")


def children_to_assess(viewer: Officer, now: datetime) -> QuerySet[PermitRequest]:
    """A child's request before anybody assessed whether staying is in its best interests."""
    today = reckoned(now, timezone.localdate, DateField())
    question = BestInterests.Question.RESIDENCE
    assessed = BestInterests.objects.filter(question=question, replaced_at=None, review_on__gte=today)
    rows = PermitRequest.objects.filter(state=State.OPEN, case__track=Case.Track.CHILD)
    rows = rows.filter(~Exists(assessed.filter(case=OuterRef("case"))), _mine(viewer))
    may = access.may(viewer, access.Act.ASSESS_INTERESTS)
    return rows.order_by("asked_at", "pk") if may else rows.none()


def _mine(viewer: Officer, way: str = "") -> Q:
    """Of cases the viewer manages, or asked for from their desk and shown to it; of cases nobody manages the intake desk's."""
    path = f"{way}case"
    mine = Q(**{f"{path}__manager": viewer}) | Q(**{f"{way}asked_by__post__desk": viewer.desk})
    if access.scope(viewer, ASK) is access.Scope.ALL:
        mine |= Q(**{f"{path}__manager": None})
    return access.in_reach(viewer, ASK, path) & mine & Q(**{f"{path}__erased_at": None})


def _decide(row: PermitRequest, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="justice",
        what=_("Decide on the residence permit"),
        why=choice(row, "ground"),
        address=address_of("justice:decide_permit", row.pk),
        escalated=due_at < asked.now,
    )


def _ending(row: ResidencePermit, due_at: datetime, asked: Asked) -> WorkItem:
    alarms, last = residence_of_the_country().alarms, row.until_on
    assert last is not None
    reached = alarm(last, today=timezone.localdate(asked.now), alarms=alarms)
    near = _over(row, asked.viewer)
    if reached:
        near = ngettext(
            "The residence permit ends within %(days)s day: see that the person can stay",
            "The residence permit ends within %(days)s days: see that the person can stay",
            reached,
        ) % {"days": reached}
    return WorkItem(
        due_at=due_at,
        reference=row.request.case.reference,
        stage="justice",
        what=near,
        why=_("Valid until %(day)s") % {"day": day(last)},
        address=address_of("justice:residence", row.request.case_id),
        escalated=(reached or 0) <= alarms[-1],
    )


def _over(row: ResidencePermit, viewer: Officer) -> str:
    """Whoever decides cannot ask: they remind whoever can."""
    if access.may(viewer, ASK, row.request.case):
        return _("The residence permit is over: ask for another; help goes on")
    return _("A residence permit is over and nothing follows: remind %(desk)s; help goes on") % {
        "desk": row.request.asked_by.post.desk
    }


def _answer(row: PermitDecision, due_at: datetime, asked: Asked) -> WorkItem:
    return _in_case(
        row.request, due_at, asked, _("A residence permit was refused: tell the person, and ask for the remedy")
    )


def _chase(row: PermitAppeal, due_at: datetime, asked: Asked) -> WorkItem:
    return _in_case(row.decision.request, due_at, asked, _("Ask what became of the appeal"))


def _unseen(row: PermitRequest, due_at: datetime, asked: Asked) -> WorkItem:
    what = _("The desk that decides on the residence permit sees the case no more: ask the person, then ask anew")
    return _in_case(row, due_at, asked, what)


def _assess(row: PermitRequest, due_at: datetime, asked: Asked) -> WorkItem:
    return _in_case(row, due_at, asked, _("Assess whether staying is in the child’s best interests"))


def _in_case(row: PermitRequest, due_at: datetime, asked: Asked, what: str) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="justice",
        what=what,
        why=choice(row, "ground"),
        address=address_of("justice:residence", row.case_id),
        escalated=due_at < asked.now,
    )


def _chased(asked_on: date) -> datetime:
    return day_over(asked_on + CHASE_AFTER)


def _requests() -> QuerySet[PermitRequest]:
    return PermitRequest.objects.select_related("case")


RESIDENCE: tuple[Part[WorkItem], ...] = (
    Part((waiting(permits_to_decide, "pk", "decide_by"),), each(_decide), _requests),
    Part(
        (waiting(permits_ending, "pk", "until_on"),),
        each(_ending),
        lambda: ResidencePermit.objects.select_related("request__case", "request__asked_by__post__desk"),
        day_over,
    ),
    Part(
        (waiting(refusals_to_answer, "pk", "at"),),
        each(_answer),
        lambda: PermitDecision.objects.select_related("request__case"),
        lambda at: at + ANSWER_WITHIN,
    ),
    Part(
        (waiting(appeals_to_chase, "pk", "asked_on"),),
        each(_chase),
        lambda: PermitAppeal.objects.select_related("decision__request__case"),
        _chased,
    ),
    Part((waiting(requests_nobody_sees, "pk", "asked_at"),), each(_unseen), _requests),
    Part((waiting(children_to_assess, "pk", "decide_by"),), each(_assess), _requests),
)
