"""Removals ahead reach whoever answers for the person, and nobody who may not read the case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry.models import Case
from panoh.screening.actions import begin_screening, choose_instrument, finish, record_agreement, record_answers
from panoh.screening.queries import worklist
from panoh.screening.queries.removals import removals_ahead
from tests.screening.conftest import ADULT, COERCED
from tests.screening.rosters import DAY, known

pytestmark = pytest.mark.django_db


@pytest.fixture
def presumed(add, cast, now) -> Case:
    """Presumed a victim, and to be removed the day after."""
    entry = add(known("Invented One", removal_on=DAY + timedelta(days=1)))
    talk = begin_screening(language="tg", roster_entry=entry, by=cast.zarina, at=now)
    record_agreement(screening=talk, by=cast.zarina, at=now)
    choose_instrument(screening=talk, instrument=ADULT, by=cast.zarina, at=now)
    record_answers(screening=talk, answers=COERCED, by=cast.zarina, at=now)
    finish(screening=talk, by=cast.zarina, at=now)
    entry.refresh_from_db()
    assert entry.case is not None
    return entry.case


def shown(officer, now) -> list[tuple[str, bool]]:
    return [(item.address, item.escalated) for item in worklist(officer, now=now).items if "emoval" in item.what]


def test_a_presumed_victim_on_a_removal_list_is_an_alert_though_the_interview_was_held(presumed, cast, now):
    assert [each.case for each in removals_ahead(cast.zarina, today=DAY)] == [presumed]


def test_whoever_manages_the_case_is_told_and_led_to_the_case(presumed, cast, now):
    assert shown(cast.parvina, now) == []
    Case.objects.update(manager=cast.parvina)
    assert shown(cast.parvina, now) == [(f"/case/{presumed.pk}/", True)]


def test_while_nobody_manages_it_the_desk_of_the_case_is_told(presumed, cast, now):
    Case.objects.update(desk=cast.parvina.desk)
    assert shown(cast.parvina, now) == [(f"/case/{presumed.pk}/", True)]


@pytest.mark.parametrize("post", ["nigina", "shahlo", "safar", "behruz", "alisher"])
def test_nobody_else_learns_of_it(presumed, cast, now, post):
    assert shown(getattr(cast, post), now) == []
