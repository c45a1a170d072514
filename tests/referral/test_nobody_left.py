"""Needs nobody is left for are told by columns, as the directory tells them of the records; drawn by chance."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from panoh.instruments.referral import services
from panoh.referral.actions import answer, refer, report_service
from panoh.referral.models import DeskNotice, Need, NeedsAssessment, Referral
from panoh.referral.queries.directory import desks_that_answer, directory
from panoh.referral.queries.nobody_left import NoDeskLeft
from panoh.referral.queries.open import with_answers
from panoh.referral.rules.offers import none_left
from panoh.registry import vault
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Consent, Desk, Disclosure
from tests.cast import Cast

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)
LANGUAGES = ("tg", "ru", "uz-latn", "fa", "en")


class Chance:
    """Records as acts leave them, in numbers and mixtures no story comes to."""

    def __init__(self, seed: int, cast: Cast, now) -> None:
        self.random, self.cast, self.now = Random(seed), cast, now
        self.desks = list(desks_that_answer())

    def a_case(self, case: Case) -> Case:
        """Another one of the same person: the track, the place and what was said differ."""
        draw = self.random.choice
        case.pk, case.reference = None, f"{self.random.randrange(10**8):08d}"
        case.region, case.track = draw(("", "TJ-DU", "TJ-SU", "TJ-KT-01")), draw(("adult", "child"))
        case.save(force_insert=True)
        for number in range(self.random.randrange(3)):
            self.consent(case, number)
        for number in range(self.random.randrange(3)):
            self.assessment(case, number)
        return case

    def consent(self, case: Case, number: int) -> Consent:
        when = self.now - number * A_MINUTE
        said = {"given": self.random.random() < 0.7, "explained": True, "language": self.random.choice(LANGUAGES)}
        return Consent.objects.create(
            case=case, purpose="service", recorded_at=when, recorded_by=self.cast.zarina, **said
        )

    def assessment(self, case: Case, number: int) -> None:
        row = NeedsAssessment(case=case, assessed_by=self.cast.zarina, assessed_at=self.now - number * A_MINUTE)
        row.followed_at = self.now if number else None
        row.language = self.random.choice(("", *LANGUAGES))
        row.step_free, row.long_term, row.guarded = (self.random.random() < 0.4 for _ in range(3))
        vault.seal(row, {})
        row.save(force_insert=True)

    def a_refused_need(self, case: Case) -> Need:
        what = self.random.choice(services()).key
        need = Need(case=case, desk=case.desk, service=what, recorded_by=self.cast.zarina, recorded_at=self.now)
        need.urgency, need.with_children = self.random.choice(("now", "soon", "later")), self.random.random() < 0.3
        need.refused = True
        vault.seal(need, {})
        need.save(force_insert=True)
        for desk in self.desks:
            if self.random.random() < 0.8:
                self.a_no(need, desk)
        return need

    def a_no(self, need: Need, desk: Desk) -> None:
        shown = Disclosure(case=need.case, to_desk=desk, purpose="service", fields=[], from_at=self.now)
        shown.ended_at, shown.ended_because = self.now, "declined"
        shown.save()
        asked = Referral(need=need, desk=need.desk, to_desk=desk, disclosure=shown, sent_by=self.cast.zarina)
        asked.status = self.random.choice(("declined", "failed", "over", "withdrawn"))
        asked.sent_at = asked.answer_due = self.now
        vault.seal(asked, {})
        asked.save(force_insert=True)

    def notices(self) -> None:
        """What desks say of themselves today, of which some is old."""
        for desk in self.random.sample(self.desks, len(self.desks) // 2):
            row = DeskNotice(desk=desk, opening=self.random.choice(DeskNotice.Opening.values))
            row.free, row.languages = self.random.choice((None, 0, 2)), self.random.sample(LANGUAGES, 2)
            row.serves = self.random.sample(("women", "men", "girls", "boys", "families"), 3)
            row.step_free, row.guarded = (
                self.random.choice((None, True, False)),
                self.random.choice((None, True, False)),
            )
            row.said_by, row.said_at = self.cast.zarina, self.now - timedelta(days=self.random.choice((0, 9)))
            row.save()


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_left_for_what_the_directory_offers_nobody_for(seed: int, case, cast, now) -> None:
    chance = Chance(seed, cast, now)
    chance.notices()
    for _ in range(40):
        chance.a_refused_need(chance.a_case(case))
    asked, known = Asked(cast.nigina, now + A_MINUTE), directory()

    refused = [row[0] for row in NoDeskLeft.looks_at.answers(asked)]
    needs = [with_answers(Need.objects.all()).get(pk=pk) for pk in refused]
    so = [need.pk for need in needs if none_left(known.offers_for(need, at=asked.now))]

    assert [row[0] for row in NoDeskLeft().ask(asked)()] == so
    assert len(refused) == 40
    assert 2 < len(so) < 38


def test_a_need_remembers_that_a_desk_said_no(sent, need, cast, now) -> None:
    assert not Need.objects.get(pk=need.pk).refused

    answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)

    assert Need.objects.get(pk=need.pk).refused


def test_a_yes_is_no_refusal_until_it_fails(need, agreed, shelter, cast, now) -> None:
    asked = refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)
    answer(referral=asked, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)
    assert not Need.objects.get(pk=need.pk).refused

    report_service(
        referral=asked, outcome="not_given", reason="full", below_standard=False, words="", by=cast.shahlo, at=now
    )

    assert Need.objects.get(pk=need.pk).refused
