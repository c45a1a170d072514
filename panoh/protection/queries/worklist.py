"""What waits for a post: people a shelter accepted who have no place yet, and what plans ask for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from panoh.protection.models import Advocate, ChargeComplaint, RiskAssessment, SafetyMeasure
from panoh.protection.queries.abroad import transfer_parts
from panoh.protection.queries.advocates import to_answer, with_news
from panoh.protection.queries.charges import ANSWER_WITHIN, unanswered
from panoh.protection.queries.consular import consular_parts
from panoh.protection.queries.custody import custody_parts
from panoh.protection.queries.following import follow_up_parts
from panoh.protection.queries.in_view import IN_VIEW
from panoh.protection.queries.interests import interests_due
from panoh.protection.queries.leaving import HOUSE
from panoh.protection.queries.offers import OFFERED
from panoh.protection.queries.plans_due import AHEAD, PLANS, day_over
from panoh.protection.queries.returns_due import RETURNS
from panoh.protection.queries.safety import breaches_to_tell, measures_due, risks_due
from panoh.protection.queries.waiting import waiting as waiting_for_place
from panoh.referral.models import Referral
from panoh.referral.queries.open import answer_due
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import BestInterests, EmergencyOpening, Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
A_DAY = timedelta(days=1)


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """One read for each kind of work, however much of it waits, and one more for the lines shown."""
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("protection", found.lines, found.total, found.first)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _places(viewer: Officer, now: datetime) -> QuerySet[Referral]:
    found = waiting_for_place(viewer)
    return found if access.may(viewer, access.Act.GIVE_PLACE) else found.none()


def _place(referral: Referral, due_at: datetime, asked: Asked) -> WorkItem:
    case = referral.need.case
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="protection",
        what=_("Give a place"),
        why=f"{choice(case.person, 'sex')}, {choice(case, 'track')} · {choice(referral.need, 'urgency')}",
        address=address_of("protection:give", case.pk),
        escalated=due_at < asked.now,
    )


def _interests_due(viewer: Officer, now: datetime) -> QuerySet[BestInterests]:
    return interests_due(viewer, until=_day(now + AHEAD))


def _interests(row: BestInterests, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Look at the child’s best interests again"),
        why=choice(row, "question"),
        address=address_of("protection:interests", row.case_id),
        escalated=due_at < asked.now,
    )


def _risks_due(viewer: Officer, now: datetime) -> QuerySet[RiskAssessment]:
    """A danger to be judged again shows a day ahead: reviews of serious danger come within a week."""
    found = risks_due(viewer, until=_day(now) + A_DAY)
    return found if access.may(viewer, access.Act.ASSESS_RISK) else found.none()


def _breaches(viewer: Officer, _now: datetime) -> QuerySet[EmergencyOpening]:
    found = breaches_to_tell(viewer)
    return found if access.may(viewer, access.Act.ASSESS_RISK) else found.none()


def _within_a_day(reviewed_at: datetime) -> datetime:
    return reviewed_at + A_DAY


def _measures_due(viewer: Officer, now: datetime) -> QuerySet[SafetyMeasure]:
    found = measures_due(viewer, until=_day(now) + A_DAY)
    return found if access.may(viewer, access.Act.ASSESS_RISK) else found.none()


def _safety(
    what: str, row: RiskAssessment | SafetyMeasure | EmergencyOpening, due_at: datetime, asked: Asked
) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_(what),
        why=_("Safety"),
        address=address_of("protection:safety", row.case_id),
        escalated=due_at < asked.now,
    )


def _charges(viewer: Officer, now: datetime) -> QuerySet[ChargeComplaint]:
    found = unanswered(viewer)
    return found if access.may(viewer, access.Act.ANSWER_CHARGE) else found.none()


def _charge(row: ChargeComplaint, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Answer the complaint"),
        why=_("The person was made to pay for help that is free"),
        address=address_of("protection:answer_charge", row.pk),
        escalated=due_at < asked.now,
    )


def _named(viewer: Officer, now: datetime) -> QuerySet[Advocate]:
    """Somebody named the desk as their advocate."""
    found = to_answer(viewer).order_by("answer_due", "pk")
    return found if viewer.role == access.Role.ADVOCATE else found.none()


def _decided(viewer: Officer, now: datetime) -> QuerySet[Advocate]:
    """A decision took effect about somebody the desk stands by."""
    found = with_news(viewer).order_by("answer_due", "pk")
    return found if viewer.role == access.Role.ADVOCATE else found.none()


def _advocate(what: str, row: Advocate, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_(what),
        why=_("Independent advocate"),
        address=address_of("protection:advocacy", row.pk),
        escalated=row.accepted is None and due_at < asked.now,
        since=bool(row.accepted),
    )


def _answer_within(made_at: datetime) -> datetime:
    return made_at + ANSWER_WITHIN


def _day(now: datetime) -> date:
    return reckoned(now, timezone.localdate, DateField())


_OPENED_WITHOUT_RIGHT = gettext_noop(
    "Tell the person that their file was opened without right, and assess the danger again"
)
PARTS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_places, "pk", "response__at", "need__urgency"),),
        each(_place),
        lambda: Referral.objects.select_related("need__case__person"),
        answer_due,
    ),
    OFFERED,
    *HOUSE,
    IN_VIEW,
    *PLANS,
    Part(
        (waiting(_interests_due, "pk", "review_on"),),
        each(_interests),
        lambda: BestInterests.objects.select_related("case"),
        day_over,
    ),
    Part(
        (waiting(_risks_due, "pk", "review_on"),),
        each(partial(_safety, gettext_noop("Assess the danger again"))),
        lambda: RiskAssessment.objects.select_related("case"),
        day_over,
    ),
    Part(
        (waiting(_breaches, "pk", "reviewed_at"),),
        each(partial(_safety, _OPENED_WITHOUT_RIGHT)),
        lambda: EmergencyOpening.objects.select_related("case"),
        _within_a_day,
    ),
    Part(
        (waiting(_measures_due, "pk", "review_on"),),
        each(partial(_safety, gettext_noop("Look at the safety measure again"))),
        lambda: SafetyMeasure.objects.select_related("case"),
        day_over,
    ),
    Part(
        (waiting(_charges, "pk", "made_at"),),
        each(_charge),
        lambda: ChargeComplaint.objects.select_related("case"),
        _answer_within,
    ),
    Part(
        (waiting(_named, "pk", "answer_due"),),
        each(partial(_advocate, gettext_noop("Somebody chose you as their advocate: say yes or no"))),
        lambda: Advocate.objects.select_related("case"),
    ),
    Part(
        (waiting(_decided, "pk", "answer_due"),),
        each(partial(_advocate, gettext_noop("A decision was taken: see it, and what the person wants"))),
        lambda: Advocate.objects.select_related("case"),
    ),
    *follow_up_parts(),
    *RETURNS,
    *custody_parts(),
    *consular_parts(),
    *transfer_parts(),
)
