"""The strand of a life after the decision: told in a safe way, then a support plan, gone through together and looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life, Strand
from panoh.demo.people import Plan
from panoh.identification.actions import tell_decision
from panoh.identification.queries import decision_to_tell
from panoh.protection.actions import GoalGiven, agree_plan, assess_interests, draw_up_plan, review_plan
from panoh.protection.actions.interests import Assessed
from panoh.protection.models import SupportPlan
from panoh.protection.queries.interests import newest_interests
from panoh.protection.queries.plan import mark_of_plan
from panoh.registry.models import Case, Officer

WISHES = (
    "Invented: she wants work near her sister and a room of her own.",
    "Invented: he wants his papers back, and to learn a trade.",
    "Invented: they want to go home and that nobody in the village hears of it.",
)
GOALS = (("a course in sewing", "enrol in the spring course"), ("new papers", "go to the passport desk together"))


def told(officers: dict[str, Officer], plan: Plan, case: Case, random: Random, *, at: datetime) -> Strand:
    """In person and in their language; one in twelve waits longer than the procedure allows."""
    case.refresh_from_db()
    decision = decision_to_tell(case)
    if decision is None:
        return at
    at = yield at + timedelta(days=9 if random.random() < 0.08 else 1, hours=random.randint(1, 20))
    child = case.track == Case.Track.CHILD
    tell_decision(
        decision=decision,
        to_whom="guardian" if child else "person",
        way="in_person",
        language="tg",
        interpreter="not_needed",
        outcome="understood",
        paper=random.choice(("handed_over", "kept_here", "would_betray")),
        by=officers[plan.seat],
        at=at,
    )
    return at


def planned(case: Case, random: Random, *, at: datetime) -> Life:
    """By whoever manages the case. Some plans come late, and some reviews."""
    case.refresh_from_db()
    manager = case.manager
    if manager is None:
        return
    at = yield at + timedelta(days=random.choice((2, 4, 6, 8, 20)))
    goals = tuple(GoalGiven(goal, step, manager.desk, (at + timedelta(days=60)).date()) for goal, step in GOALS)
    drawn_up = draw_up_plan(case=case, wish=random.choice(WISHES), goals=goals, by=manager, at=at)
    at = yield at + timedelta(days=random.randint(1, 3))
    _agreed(drawn_up, manager, at=at)
    while True:
        drawn_up.refresh_from_db()
        at = yield drawn_up.review_due - timedelta(days=random.choice((1, 3, 5, -12)))
        review_plan(plan=drawn_up, with_person=True, words="Invented: slowly, and better.", by=manager, at=at)


def _agreed(plan: SupportPlan, manager: Officer, *, at: datetime) -> None:
    agree_plan(plan=plan, after=mark_of_plan(plan), by=manager, at=at)
    if plan.case.track == Case.Track.CHILD:
        weighed = Assessed(
            question="agree_support_plan",
            present="Invented: the guardian, a teacher, the child.",
            views="Invented: wants to stay with the aunt and go to school.",
            options="Invented: the aunt, a foster family, a home.",
            reasons="Invented: the aunt is safe and wants the child.",
            goes_ahead=True,
            guardian_present=True,
            review_on=(at + timedelta(days=90)).date(),
        )
        assess_interests(case=plan.case, given=weighed, after=newest_interests(plan.case), by=manager, at=at)
