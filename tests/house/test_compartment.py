"""A case in a compartment exists for its members only: every address and operation, as everybody else, with her marks in it."""

from __future__ import annotations

import re
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import transaction

from panoh.registry.actions import put_in_compartment
from panoh.registry.models import Case
from tests.house.access_pages import PAGES
from tests.house.access_who import EVERYBODY
from tests.house.addresses import operations
from tests.house.conftest import NOON
from tests.house.test_access import call
from tests.house.test_what_is_shown import EVERYWHERE, everything
from tests.house.visits import body, crawl, signed_in, where, who_looks
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]

MEMBERS = {"nigina", "shahlo"}
NEAR = ("zarina", "rustam", "firuza", "davlat", "farzona", "mavzuna", "manuchehr", "behruz")
"""Whoever saw her before, one of each kind, with the prosecutor, whoever watches, and one whom nobody showed her. The others,
who never saw her, are asked in the long run of tests."""
OTHERS = who_looks([name for name in EVERYBODY if name not in MEMBERS], NEAR, NEAR[:3])
HERS = {
    "case_id": str,
    "screening_id": str,
    "decision_id": str,
    "need_id": str,
    "referral_id": str,
    "report_id": str,
    "stay_id": int,
    "departure_id": str,
    "complaint_id": str,
    "measure_id": str,
    "plan_id": str,
    "goal_id": str,
    "attachment_id": str,
    "disclosure_id": int,
    "consent_id": int,
    "look_id": str,
    "advocate_id": int,
    "penalty_id": str,
    "relief_id": str,
}
"""Records of hers by the argument that names them, with how their ids look."""
MARKS = ("Канарейка", "DEMO 7712345", "1990-04-02")
MET_HER = {"zarina"}
"""Runs the operation and has its list, with whatever the airline wrote. Which case came of the line is not told any more."""
WATCHED_OVER = {
    "readers",
    "GET /api/desk/cases/{case_id}/readers",
    "POST /api/desk/ledger/unusual/reviews",
    "ledger",
    "GET /api/desk/ledger",
}
"""Whoever watches over readings may be told which case was read: an insider's reading inside a compartment is asked about too."""


@pytest.fixture
def shut(world):
    """Her case, put in a compartment by the intake desk; the shelter's head is a member, a second intake officer leads too."""
    mark = transaction.savepoint()
    second = world.cast.nigina.__class__.objects.get(username="umeda")
    given = {"heads": [second], "members": [world.cast.shahlo], "because": ways.NOTE}
    put_in_compartment(case=Case.objects.get(pk=world.woman.case.pk), **given, by=world.cast.nigina, at=NOON)
    yield SimpleNamespace(**{**vars(world), "shown": {}})
    transaction.savepoint_rollback(mark)


@pytest.mark.parametrize("name", OTHERS)
def test_no_page_shows_that_she_is_there(shut, name, caplog):
    met = crawl(shut, name, EVERYWHERE, caplog)
    shown = everything([(path, page) for path, page in met if not path.startswith("/ledger")])

    assert shut.woman.case.reference not in everything(met)
    assert not [mark for mark in MARKS if mark in shown and name not in MET_HER]
    assert str(shut.woman.case.pk) not in without_what_was_asked(shown)


@pytest.mark.parametrize("name", OTHERS)
def test_every_operation_answers_as_if_her_records_had_never_been(shut, name):
    nowhere = SimpleNamespace(**{**vars(shut), "ids": {**shut.ids, **unknown()}})
    told = {}
    for operation in operations(shut.ids):
        if not set(operation.parameters) & set(HERS) or operation.name in WATCHED_OVER:
            continue
        there, not_there = (answered(each, operation, name) for each in (shut, nowhere))
        if there != not_there:
            told[operation.name] = (there, not_there)

    assert told == {}


@pytest.mark.parametrize("name", OTHERS)
def test_every_page_about_her_answers_as_if_there_were_no_such_case(shut, name):
    nowhere = SimpleNamespace(**{**vars(shut), "ids": {**shut.ids, **unknown()}})
    told = {}
    for route in PAGES:
        if where(shut, route) == where(nowhere, route) or route in WATCHED_OVER:
            continue
        there, not_there = (signed_in(each, name).get(where(each, route)).status_code for each in (shut, nowhere))
        if there != not_there:
            told[route] = (there, not_there)

    assert told == {}


@pytest.mark.parametrize("name", OTHERS)
def test_no_list_through_the_api_counts_her(shut, name):
    shown = {}
    for operation in operations(shut.ids):
        if operation.method != "get" or operation.parameters or operation.name in WATCHED_OVER:
            continue
        text = body(call(shut, operation, name))
        shown[operation.name] = shut.woman.case.reference in text or str(shut.woman.case.pk) in text

    assert [name for name, there in shown.items() if there] == []


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_members_go_on_as_before(shut, name, caplog):
    """Otherwise the tests above would pass on a case that is lost."""
    nowhere = SimpleNamespace(**{**vars(shut), "ids": {**shut.ids, **unknown()}})
    about_her = [route for route in PAGES if where(shut, route) != where(nowhere, route)]
    shown = everything(crawl(shut, name, about_her, caplog))

    assert shut.woman.case.reference in shown
    assert "Канарейка" in shown


def unknown() -> dict[str, object]:
    return {name: uuid4() if kind is str else 987654 for name, kind in HERS.items()}


def answered(world, operation, name: str) -> tuple[int, str]:
    """What came back, without the ids it was asked with."""
    mark = transaction.savepoint()
    answer = call(world, operation, name)
    transaction.savepoint_rollback(mark)
    text = body(answer)
    for each in (each for each, kind in HERS.items() if kind is str):
        text = text.replace(str(world.ids[each]), each)
    return answer.status_code, text


def without_what_was_asked(shown: str) -> str:
    """A refused page names its own address, in the form that changes the language."""
    return re.sub(r'name="next" value="[^"]*"', "", shown)
