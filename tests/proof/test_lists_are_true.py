"""Lists are read from what records say again of their case, and in wordings kept for a role: over stories, both stay true."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists, F, Model, OuterRef, Q

from panoh.referral.models import Need, Referral
from panoh.referral.queries.open import SAID_NO
from panoh.registry.records import by_key
from tests.cast import PARTS
from tests.proof.stories import BEGAN, Told, hold
from tests.proof.world import MORE_POSTS, ON_THE_PANEL, founded
from tests.registry.test_asking import asked_both_ways, every_part

pytestmark = pytest.mark.django_db
MOVES, EVERY, OFTEN = 30, 15, 5
STORIES = range(42, 45) if connection.vendor == "sqlite" else range(45, 48)
"""Either database plays stories of its own."""
TURNS = 3
"""A third of the cast asks at a time, one after the other."""


def what_lists_say_again_is_so(told: Told) -> None:
    """Null is compared as itself: a case nobody manages is said to be managed by nobody."""
    needs = Need.objects.exclude(desk=F("case__desk")) | Need.objects.exclude(_same("manager", "case__manager"))
    assert not needs.exists(), "a need says another desk or manager than its case"
    questions = Referral.objects.all()
    assert not questions.exclude(desk=F("need__case__desk")).exists(), "a question says another desk than its case"
    assert not questions.exclude(_same("manager", "need__case__manager")).exists(), "a question says another manager"
    untrue = Q(needed=True, need__met_at__isnull=False) | Q(needed=False, need__met_at=None)
    assert not questions.filter(untrue).exists(), "a question is needed otherwise than its need is open"
    said_no = Exists(Referral.objects.filter(need=OuterRef("pk"), status__in=SAID_NO))
    misremembered = Need.objects.filter((Q(refused=True) & ~said_no) | (Q(refused=False) & said_no))
    assert not misremembered.exists(), "a need remembers a no otherwise than it was said"


def _same(here: str, there: str) -> Q:
    return Q(**{here: F(there)}) | Q(**{f"{here}__isnull": True, f"{there}__isnull": True})


class RecordsByKey:
    """Of every kind of line the records, read in the wording that is kept and as a query set reads them."""

    def __init__(self) -> None:
        self.read = self.moves = 0

    def __call__(self, told: Told) -> None:
        self.moves += 1
        if self.moves % OFTEN:
            return
        for part in every_part(told.world.officers()["nigina"]):
            if part.rows is not None:
                there = part.rows().in_bulk()
                kept = by_key(part.rows, list(there))
                assert _as_read(kept) == _as_read(there), part
                self.read += len(kept)


def _as_read(records: dict[Any, Model]) -> dict[Any, Any]:
    """With the records beside them."""
    return {key: _said(record) for key, record in records.items()}


def _said(record: Model, led_by: tuple[int, ...] = ()) -> dict[str, Any]:
    """Two records may lead to each other; the way back is left out."""
    own = {name: value for name, value in vars(record).items() if not name.startswith("_")}
    way = (*led_by, id(record))
    beside = {name: other for name, other in record._state.fields_cache.items() if id(other) not in way}
    return own | {name: _said(other, way) if isinstance(other, Model) else other for name, other in beside.items()}


class WordedForARole:
    """Every question of every list, asked by everybody in the cast in turn, in the role's wording and in one of their own."""

    def __init__(self) -> None:
        self.moves = 0
        self.asked = set[str]()

    def __call__(self, told: Told) -> None:
        self.moves += 1
        if self.moves % EVERY:
            return
        officers = told.world.officers()
        turn = sorted(officers)[self.moves // EVERY % TURNS :: TURNS]
        differ = [each for name in turn for each in asked_both_ways(officers[name], told.at)]
        assert not differ, "\n".join(differ)
        self.asked.update(turn)


def test_over_stories_lists_find_what_is_so() -> None:
    founded(at=BEGAN)
    worded, read = WordedForARole(), RecordsByKey()
    for seed in STORIES:
        hold(seed, (what_lists_say_again_is_so, worded, read), moves=MOVES)

    assert worded.asked == set(PARTS) | set(MORE_POSTS) | set(ON_THE_PANEL)
    assert read.read > 100
    assert Need.objects.count() == 0  # each story left the database as it was
