"""Cases of a whole country after years, written in bulk: most are over, some are open, a few are late.

Adults and children, every state, needs met and open, referrals answered and unanswered, managers and shelters. The
people are drawn from two thousand invented ones, so that names need not be prepared a hundred thousand times.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from bench.cases import Making, save
from panoh.instruments.referral import services
from panoh.names.invent import InventedPerson, people
from panoh.referral.models import Need, Referral, Response
from panoh.registry import vault
from panoh.registry.models import Case, CaseClock, Consent, Desk, Disclosure, Officer, Post

STATES = {
    "closed": 360,
    "screened_negative": 200,
    "long_term_support": 120,
    "recovery": 60,
    "identified": 40,
    "returned": 40,
    "presumed": 40,
    "preliminary_negative": 30,
    "declined_anonymous": 30,
    "preliminary_pending": 20,
    "referred": 15,
    "formal_pending": 15,
    "not_identified": 10,
    "suspended": 10,
    "signal": 10,
}
"""How many of a thousand cases stand where."""
SOON = {"signal": 1, "presumed": 1, "referred": 2, "preliminary_pending": 7, "recovery": 32, "formal_pending": 85}
"""Days in which most leave a state; what is older is late."""
STALE = 0.12
AT_ONCE = 5_000


def fill_up_to(wanted: int) -> int:
    """Write the cases missing to `wanted`; returns how many there are now."""
    pool = list(people(2_000, seed=1))
    desks, managers, helpers = _posts("first_responder"), _managers(), _posts("service_provider")
    by, at = Officer.objects.select_related("post__desk").get(username="zarina"), timezone.now()
    there = Case.objects.count()
    while there < wanted:
        random = Random(there)
        made: list[Model] = []
        for _ in range(min(AT_ONCE, wanted - there)):
            life = Life(by, desks, managers, helpers, random, at)
            case, *rest = life.records(random.choice(pool))
            made += [case.person, case, *rest]
        with transaction.atomic():
            save(made)
        there = Case.objects.count()
    return there


def _posts(role: str) -> list[Desk]:
    return [post.desk for post in Post.objects.filter(role=role).select_related("desk").order_by("pk")]


def _managers() -> list[Officer]:
    """One officer in every case manager's seat."""
    for post in Post.objects.filter(role="case_manager", officers=None):
        Officer.objects.create(post=post, username=f"bench-{post.pk}", name=f"DEMO {post.pk}", password="!")
    return list(Officer.objects.filter(post__role="case_manager").order_by("pk"))


class Life:
    """One case, drawn by chance from what a country has."""

    def __init__(
        self,
        by: Officer,
        desks: list[Desk],
        managers: list[Officer],
        helpers: list[Desk],
        random: Random,
        now: datetime,
    ) -> None:
        self.by, self.managers, self.helpers, self.random, self.now = by, managers, helpers, random, now
        self.desk = random.choice(desks)
        self.state = random.choices(list(STATES), list(STATES.values()))[0]
        self.is_over = self.state in {"closed", "screened_negative", "declined_anonymous"}

    def records(self, someone: InventedPerson) -> Iterator[Model]:
        track = "child" if self.random.random() < 0.18 else "adult"
        made = list(Making(self.by, self.desk, self.state, self._opened(), track).records(someone))
        case = made[0]
        assert isinstance(case, Case)
        if self.state in {"identified", "long_term_support", "returned", "recovery"}:
            case.manager = self.random.choice(self.managers)
        consent = next(each for each in made if isinstance(each, Consent))
        yield from (self._looked_after(each) for each in made if not isinstance(each, Need))
        for number, service in enumerate(self.random.sample(services(), self.random.choice((0, 1, 1, 2, 3)))):
            yield from self._need(case, consent, service.key, number)

    def _opened(self) -> datetime:
        days = SOON.get(self.state)
        if days is None or self.random.random() < STALE:
            return self.now - timedelta(hours=self.random.randrange(24 * (days or 900) * 2))
        return self.now - timedelta(hours=self.random.randrange(24 * days))

    def _looked_after(self, record: Model) -> Model:
        """What was due has been done, in most cases: a mechanism that works leaves few clocks behind."""
        over = self.state not in SOON and self.random.random() < 0.95
        if over and isinstance(record, CaseClock) and record.due_at < self.now:
            record.stopped_at = record.due_at - timedelta(hours=1)
        return record

    def _need(self, case: Case, consent: Consent, service: str, number: int) -> Iterator[Model]:
        """Most were met; of the rest some wait for an answer, some for a desk."""
        at = case.opened_at + timedelta(minutes=5 + number)
        met = self.is_over or self.random.random() < 0.85
        urgency = self.random.choice(("now", "soon", "soon", "later"))
        need = Need(
            case=case,
            desk=case.desk,
            manager=case.manager,
            service=service,
            urgency=urgency,
            recorded_by=self.by,
            recorded_at=at,
        )
        need.met_at = at + timedelta(hours=1) if met else None
        vault.seal(need, {"note": "an invented note"})
        yield need
        if self.random.random() < 0.8:
            yield from self._referral(need, consent, answered=met or self.random.random() < 0.5)

    def _referral(self, need: Need, consent: Consent, *, answered: bool) -> Iterator[Model]:
        at, desk = need.recorded_at, self.random.choice(self.helpers)
        accepted = answered and (need.met_at is not None or self.random.random() < 0.7)
        shown = Disclosure(
            case=need.case, to_desk=desk, purpose="service", fields=["names"], consent=consent, from_at=at
        )
        shown.to_answer = not accepted
        if self.is_over or (answered and not accepted):
            shown.ended_at, shown.ended_because = at + timedelta(hours=2), "done"
        yield shown
        status = "accepted" if accepted else "declined" if answered else "sent"
        need.refused = status == "declined"
        due_at = at + timedelta(days=3)
        referral = Referral(
            need=need,
            desk=need.desk,
            manager=need.manager,
            needed=need.met_at is None,
            to_desk=desk,
            disclosure=shown,
            status=status,
            sent_by=self.by,
            sent_at=at,
            answer_due=due_at,
        )
        vault.seal(referral, {"message": "an invented message"})
        yield referral
        if answered:
            response = Response(referral=referral, accepted=accepted, by=self.by, at=at + timedelta(hours=2))
            response.decline_reason = "" if accepted else "full"
            vault.seal(response, {"words": "an invented word"})
            yield response
