"""Lists are read from what records say again of their case, and in wordings kept for a role: over stories, both stay true."""

from __future__ import annotations

import pytest
from django.db.models import F, Q

from panoh.referral.models import Need, Referral
from tests.proof.stories import BEGAN, Told, hold
from tests.proof.world import founded
from tests.registry.test_asking import asked_both_ways

pytestmark = pytest.mark.django_db
STORIES, MOVES, EVERY = range(42, 48), 30, 15


def what_lists_say_again_is_so(told: Told) -> None:
    """Null is compared as itself: a case nobody manages is said to be managed by nobody."""
    needs = Need.objects.exclude(desk=F("case__desk")) | Need.objects.exclude(_same("manager", "case__manager"))
    assert not needs.exists(), "a need says another desk or manager than its case"
    questions = Referral.objects.all()
    assert not questions.exclude(desk=F("need__case__desk")).exists(), "a question says another desk than its case"
    assert not questions.exclude(_same("manager", "need__case__manager")).exists(), "a question says another manager"
    untrue = Q(needed=True, need__met_at__isnull=False) | Q(needed=False, need__met_at=None)
    assert not questions.filter(untrue).exists(), "a question is needed otherwise than its need is open"


def _same(here: str, there: str) -> Q:
    return Q(**{here: F(there)}) | Q(**{f"{here}__isnull": True, f"{there}__isnull": True})


class WordedForARole:
    """Every question of every list, asked by everybody in the cast, in the role's wording and in one of their own."""

    def __init__(self) -> None:
        self.moves = 0

    def __call__(self, told: Told) -> None:
        self.moves += 1
        if self.moves % EVERY == 0:
            differ = [each for viewer in told.world.officers().values() for each in asked_both_ways(viewer, told.at)]
            assert not differ, "\n".join(differ)


def test_over_stories_lists_find_what_is_so() -> None:
    founded(at=BEGAN)
    worded = WordedForARole()
    for seed in STORIES:
        hold(seed, (what_lists_say_again_is_so, worded), moves=MOVES)

    assert worded.moves > EVERY * 3
    assert Need.objects.count() == 0  # each story left the database as it was
