"""Whatever is wrong, an act is refused with its reason and a way forward, a line says so, and nothing else changes; and what
no rule refuses is done: help in every state, and everything after every deadline."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

import panoh
from panoh.instruments import countries
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Case, Consent, LedgerEntry, Officer
from panoh.registry.moment import at_moment
from panoh.registry.refusals import Refused
from tests.proof.advocate_acts import OF_ADVOCATES
from tests.proof.bad_input import ELSEWHERE, EVERY, Row, Run, stands
from tests.proof.bad_input import ROWS as FIRST
from tests.proof.further_acts import MORE
from tests.proof.later_acts import LATER
from tests.proof.penalty_acts import OF_PENALTIES
from tests.proof.return_acts import OF_RETURNS
from tests.proof.staying_acts import OF_RESIDENCE
from tests.proof.stories import BEGAN
from tests.proof.two_at_once import InHand
from tests.proof.world import Records, World, founded, standing_since

STAGES = ("registry", "identification", "referral", "protection", "justice")
LATE = timedelta(days=400)
ROWS = {**FIRST, **MORE, **LATER, **OF_PENALTIES, **OF_RESIDENCE, **OF_ADVOCATES, **OF_RETURNS}


def acts_of_the_house() -> Iterator[str]:
    for stage in STAGES:
        for path in sorted((Path(panoh.__file__).parent / stage).glob("actions/**/*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and any(
                    ast.unparse(each) == "act" for each in node.decorator_list
                ):
                    yield node.name


def test_every_act_stands_in_the_table():
    acts = set(acts_of_the_house())

    assert acts - ROWS.keys() - ELSEWHERE.keys() == set()
    assert (ROWS.keys() | ELSEWHERE.keys()) - acts == set()


@pytest.fixture(scope="module", params=ROWS)
def row(request) -> Row:
    return ROWS[request.param]


@pytest.fixture(scope="module")
def stood(row, beginning: Records, django_db_blocker: DjangoDbBlocker) -> Iterator[InHand]:
    """Where the case of this row stands: brought there once for all that it meets, each of which is undone by itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        with at_moment(BEGAN):
            it = stands(founded(at=BEGAN, earlier=beginning), row.stands)
        it.world.records = Records.taken(beginning)
        yield it
        transaction.set_rollback(True)


@pytest.fixture
def world(stood: InHand, db: None) -> World:
    return founded(at=BEGAN, earlier=stood.world.records)


@pytest.fixture
def it(world: World, stood: InHand) -> InHand:
    return InHand(world, Case.objects.select_related("person", "desk").get(pk=stood.case.pk))


@pytest.fixture
def records(world: World) -> Iterator[Callable[[], Records]]:
    """The records as they stand when it is called."""
    with standing_since(world.records) as as_they_stand:
        yield as_they_stand


@pytest.fixture
def officer(world, row) -> Officer:
    return world.officers()[row.by[0]]


def refused(run: Run, by: Officer, because: str) -> None:
    """With words and with a line; whoever calls this looks whether anything else changed."""
    with pytest.raises(Refused) as no:
        assert run() is no, because
    line = LedgerEntry.objects.last()
    assert no.value.reason, because
    assert no.value.way_forward, f"{because}: {no.value.reason}"
    assert line.act.endswith(".refused"), because
    assert (line.officer_id, line.detail["refused"]) == (by.pk, no.value.code), because


@pytest.mark.skipif(connection.vendor != "sqlite", reason="which post may do what depends on no database")
def test_no_other_post_does_it(row, it, world, records):
    row.ready(it, world.officers()[row.by[0]], it.now)
    before = records()

    for name, by in world.officers().items():
        if name not in row.by:
            refused(row.ready(it, by, it.now), by, f"{name} ({by.role})")

    assert not records().changed(before)


def test_whoever_may_does_it(row, it, world):
    for name in row.by:
        with transaction.atomic():
            row.ready(it, world.officers()[name], it.now)()
            transaction.set_rollback(True)


def test_out_of_order_it_is_refused_and_help_is_never_out_of_order(row, it, officer, records):
    row.ready(it, officer, it.now)
    for state in countries.procedure(settings.COUNTRY).states:
        with transaction.atomic():
            Case.objects.filter(pk=it.case.pk).update(state=state.key)
            run = row.ready(InHand(it.world, it.seen), officer, it.now)
            if row.states != EVERY and state.key not in row.states:
                before = records()
                refused(run, officer, f"in {state.key}")
                assert not records().changed(before), state.key
            else:
                run()
            transaction.set_rollback(True)


def test_twice_it_is_refused_or_is_one_more(row, it, officer, records):
    first, second = row.ready(it, officer, it.now), row.ready(it, officer, it.now)
    first()

    if row.again:
        second()
    else:
        before = records()
        refused(second, officer, "a second time")
        assert not records().changed(before)


def test_a_stale_page_is_told_and_help_does_not_mind(row, it, officer, records):
    run = row.ready(it, officer, it.now)
    Case.objects.filter(pk=it.case.pk).update(state="signal" if row.states == ("suspended",) else "suspended")

    if row.states == EVERY:
        run()
    else:
        before = records()
        refused(run, officer, "the case was moved meanwhile")
        assert not records().changed(before)


def test_no_deadline_refuses_anything(row, it, officer):
    run = row.ready(it, officer, it.now + LATE)

    if row.while_shown or row.while_running:
        refused(run, officer, "what was shown has closed by itself, or the deadline ran out")
    else:
        run()


def test_after_a_consent_is_withdrawn_what_rests_on_it_is_refused_and_nothing_else(row, it, officer):
    run = row.ready(it, officer, it.now)
    stand = Consent.objects.filter(case=it.case, given=True, withdrawn_at=None).order_by("-pk")
    while (consent := stand.first()) is not None:  # with the newest to a purpose those before it end
        withdraw_consent(consent=consent, by=it.who("nigina"), at=it.now)

    if row.needs_consent:
        refused(run, officer, "the consent was withdrawn")
    else:
        run()
