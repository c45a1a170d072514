"""The assessment of the demonstration: texts half read, readers who differ, and a recommendation with an owner."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.assessment.models import Fact, Judgement, Narrative, RecommendationStep
from panoh.assessment.queries.facts import standing_of
from panoh.assessment.rules.readers import State
from panoh.demo.assessment import LEFT, assessed
from panoh.demo.clockwork import run
from tests.conftest import NOON

pytestmark = pytest.mark.django_db


def test_a_visitor_finds_facts_in_every_state_and_something_to_do(cast):
    officers = {"analyst": cast.alisher, "commission": cast.rustam, "prosecutor": cast.manuchehr}

    run(assessed(officers, until=NOON), until=NOON + timedelta(days=1))

    states = [standing_of(fact).state for fact in Fact.objects.all()]
    assert Narrative.objects.count() == 4
    assert states.count(State.UNREAD) == LEFT
    assert states.count(State.DIFFERING) == 1
    assert states.count(State.ACCEPTED) == len(states) - LEFT - 1
    assert {each.judged for each in Judgement.objects.all()} == {"met", "partly"}
    assert RecommendationStep.objects.latest("pk").by == cast.manuchehr
