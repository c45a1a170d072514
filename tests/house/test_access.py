"""Who gets in where: every address of the house and every operation of the API × every member of the cast."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.house.access_operations import OPERATIONS
from tests.house.access_pages import BY_FORM_ONLY, OPEN_TO_ALL, PAGES
from tests.house.access_who import EVERYBODY
from tests.house.addresses import Operation, named_routes, operations
from tests.house.visits import opened, signed_in, where, who_calls, who_comes, who_knocks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]


def test_every_address_stands_in_the_tables():
    assert set(named_routes()) == OPEN_TO_ALL | set(PAGES) | BY_FORM_ONLY


def test_every_operation_of_the_api_stands_in_the_table(world):
    assert {each.name for each in operations(world.ids)} == set(OPERATIONS)


@pytest.mark.parametrize("route", PAGES)
def test_a_page_opens_to_those_in_the_table_and_to_nobody_else(world, route, caplog):
    knock = who_knocks(EVERYBODY, route, PAGES[route])

    met = {name: how_it_opens(world, name, route, caplog) for name in knock}

    assert met == {name: "open" if name in PAGES[route].split() else "refused" for name in knock}


@pytest.mark.parametrize("route", PAGES)
def test_a_form_sent_by_whoever_may_not_open_the_page_does_nothing(world, route):
    """Every third of them at one page, others at the next: whether they may was asked at the door by the test above."""
    others = [name for name in who_comes(EVERYBODY) if name not in PAGES[route].split()]
    turn = list(PAGES).index(route) % 3

    met = {name: signed_in(world, name).post(where(world, route)).status_code for name in others[turn::3]}

    assert set(met.values()) <= {403, 405, 422}, met


@pytest.mark.parametrize("route", sorted(BY_FORM_ONLY))
def test_what_only_takes_a_form_shows_nothing_when_opened_by_hand(world, route, caplog):
    met = {name: opened(world, name, where(world, route), caplog).status_code for name in who_comes(EVERYBODY)}

    assert set(met.values()) <= {302, 403, 405}, met


@pytest.mark.parametrize("route", [*PAGES, *sorted(BY_FORM_ONLY)])
def test_whoever_is_not_signed_in_is_asked_to(world, route):
    answer = Client().get(where(world, route))

    assert answer.status_code == 405 or answer.url.startswith(reverse("sign_in"))


@pytest.mark.parametrize("name", EVERYBODY)
def test_an_operation_of_the_api_is_done_for_those_in_the_table_and_refused_to_others(world, name):
    wrong = {}
    for turn, operation in enumerate(operations(world.ids)):
        if name not in who_calls(EVERYBODY, OPERATIONS[operation.name], turn):
            continue
        before = transaction.savepoint()
        answer = call(world, operation, name)
        transaction.savepoint_rollback(before)
        allowed = name in OPERATIONS[operation.name].split()
        if answer.status_code >= 500 or (answer.status_code == 403) is allowed:
            wrong[operation.name] = answer.status_code

    assert wrong == {}


def test_an_operation_of_the_api_asks_who_is_calling(world):
    met = {operation.name: call(world, operation, "").status_code for operation in operations(world.ids)}

    assert met == dict.fromkeys(met, 401)


def how_it_opens(world, name: str, route: str, log) -> str:
    """A page may send its visitor on to the page that fits, but never back to the door."""
    answer = opened(world, name, where(world, route), log)
    if answer.status_code == 302 and not answer.url.startswith(reverse("sign_in")):
        return "open"
    return {200: "open", 403: "refused", 422: "refused"}.get(answer.status_code, str(answer.status_code))


def call(world, operation: Operation, name: str):
    path = operation.path.format(**{each: world.ids[each] for each in operation.parameters})
    if operation.takes_file:
        file = SimpleUploadedFile("list.csv", b"full_name\nSomebody Invented\n", content_type="text/csv")
        return signed_in(world, name).post(path, {"file": file})
    given = json.dumps(operation.body) if operation.body is not None else ""
    return signed_in(world, name).generic(
        operation.method.upper(), path, given, content_type="application/json", query_params=operation.query
    )
