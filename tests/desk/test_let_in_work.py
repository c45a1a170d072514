"""What an emergency opens is no work of whoever opened it: lines of a case they were let into would end in a refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.desk.work import my_work, waiting
from panoh.identification.actions import take_in
from panoh.registry import actions
from panoh.registry.models import Case, Officer
from panoh.registry.moment import at_moment
from tests.desk.compartments import put_in
from tests.journeys import ways

pytestmark = pytest.mark.django_db
WHO = ("zarina", "parvina", "shahlo")
"""Her own desk, whoever manages her case, and the house it was shown to."""


@pytest.fixture
def busy(case, shelter, cast, now) -> Case:
    """With work for each of them, some of it late by the time they look."""
    ways.lodged(case, by=cast.zarina, at=now)
    ways.sheltered(case, shelter, cast, at=now)
    ways.planned(case, cast, at=now)
    ways.agrees(case, "contact_channel", by=cast.zarina, at=now)
    ways.to_be_seen_again(case, by=cast.zarina, at=now)
    ways.fined(case, cast, at=now)
    take_in(case=Case.objects.get(pk=case.pk), by=cast.nigina, at=now)
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def later(now):
    return now + timedelta(days=40)


def told(officer: Officer, at) -> tuple[list[str], int]:
    """What the officer's work and what they wait for say, and how much of it is counted."""
    with at_moment(at):
        work, waits = my_work(officer, now=at), waiting(officer)
    assert len(work.mine) == work.total < 20
    return [f"{each.reference} {each.address}" for each in (*work.mine, *waits.items)], work.total + waits.total


@pytest.mark.parametrize("name", WHO)
def test_whoever_is_let_in_has_no_line_of_the_case_and_no_number(busy, cast, second, later, name):
    officer = cast.officers[name]
    before, _ = told(officer, later)
    assert any(busy.reference in each for each in before), "there is work in it for them"
    held = put_in(busy, cast, [second], later)
    shut = told(officer, later)

    actions.let_in(compartment=held, officer=officer, because="She is at the gate.", by=cast.nigina, at=later)

    assert told(officer, later) == shut
    assert not any(busy.reference in each for each in shut[0])


def test_whoever_becomes_a_member_has_their_work_again_also_after_they_were_let_in(busy, cast, second, later):
    before = told(cast.zarina, later)
    held = put_in(busy, cast, [second], later)
    actions.let_in(compartment=held, officer=cast.zarina, because="At the gate.", by=cast.nigina, at=later)

    actions.name_member(compartment=held, officer=cast.zarina, is_head=False, by=cast.nigina, at=later)

    assert set(before[0]) <= set(told(cast.zarina, later)[0])


@pytest.mark.parametrize("name", WHO)
def test_every_line_of_whoever_is_let_in_opens(busy, cast, second, later, name, open_as):
    """Of that case and of another one, which is in no compartment."""
    officer, other = cast.officers[name], ways.interviewed(ways.GIRL, by=cast.zarina, at=later).case
    ways.lodged(other, by=cast.zarina, at=later)
    held = put_in(busy, cast, [second], later)
    actions.let_in(compartment=held, officer=officer, because="She is at the gate.", by=cast.nigina, at=later)
    client = open_as(officer)

    with at_moment(later):
        lines = my_work(officer, now=later).mine
        opened = {each.address: client.get(each.address).status_code for each in lines}

    assert set(opened.values()) <= {200}, opened


def test_what_was_opened_in_an_emergency_outside_a_compartment_brings_no_line_that_does_not_open(
    busy, cast, later, open_as
):
    officer = cast.behruz
    with at_moment(later):
        actions.open_in_emergency(reference=busy.reference, because="At the gate.", by=officer, at=later)
        lines = my_work(officer, now=later).mine
        opened = {each.address: open_as(officer).get(each.address).status_code for each in lines}

    assert set(opened.values()) <= {200}, opened
