"""A number longer than Python reads (4,300 digits) or than a database keeps is refused in plain words wherever somebody can send
one: in every part of every address, in every query a page reads, in every field of every form, in JSON."""

from __future__ import annotations

import inspect
import re
import sys
from functools import cache

import pytest
from django import forms
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import resolve

from panoh.desk.views.visitor import sent_json
from tests.house.access_operations import OPERATIONS
from tests.house.access_pages import BY_FORM_ONLY, OPEN_TO_ALL, PAGES
from tests.house.access_who import EVERYBODY
from tests.house.addresses import Operation, named_routes, operations
from tests.house.visits import signed_in, where

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]
LONG = ("9" * 5000, "9" * 25)
MEETS_A_DATABASE = LONG if connection.vendor == "sqlite" else LONG[1:]
"""What is longer than Python reads comes to no database."""
DEEP = "[" * 100_000 + "]" * 100_000
SPARED = {"leave", "sign_out"}
"""End the session of whoever sends them."""


def may(route: str) -> str:
    """Somebody the page opens to; the data-protection officer where the tables name nobody."""
    return (PAGES.get(route, "").split() or ["firuza"])[0]


def answered(world, name: str, method: str, path: str, *sent, **more) -> int:
    mark = transaction.savepoint()
    answer = getattr(signed_in(world, name), method)(path, *sent, **more)
    b"".join(answer.streaming_content) if answer.streaming else answer.content
    transaction.savepoint_rollback(mark)
    return answer.status_code


def asked_in_queries(path: str) -> set[str]:
    """The names a page's module looks for behind the question mark, itself or by one of the house's questions (`asked_…`)."""
    module = inspect.getmodule(inspect.unwrap(resolve(path).func))
    source = inspect.getsource(module) if module else ""
    if ".GET" not in source:
        return set()
    return {*re.findall(r"GET\.get(?:list)?\(\"(\w+)\"", source), *(("year", "report") if "asked_" in source else ())}


@cache
def fields() -> tuple[str, ...]:
    """The names of all fields for numbers, and of those that views read by themselves."""
    kinds, met = [forms.BaseForm], set[type]()
    while kinds:
        kind = kinds.pop()
        kinds += [each for each in kind.__subclasses__() if each not in met]
        met.add(kind)
    every = [each for kind in met for each in getattr(kind, "base_fields", {}).items()]
    return tuple(sorted({name for name, field in every if isinstance(field, forms.IntegerField)} | {"after", "place"}))


@pytest.mark.parametrize("long", MEETS_A_DATABASE, ids=len)
def test_in_any_part_of_an_address(world, long):
    broken = {}
    for route, arguments in named_routes().items():
        for argument in arguments if route not in SPARED else ():
            path = where(world, route).replace(f"/{world.ids[argument]}/", f"/{long}/", 1)
            if answered(world, may(route), "get", path) >= 500:
                broken[route] = argument

    assert broken == {}


@pytest.mark.parametrize("long", MEETS_A_DATABASE, ids=len)
def test_in_any_query(world, long):
    asked = {route: asked_in_queries(where(world, route)) for route in named_routes() if route not in SPARED}
    assert {"before", "subject"} <= asked["ledger"]
    assert "report" in asked["assessment:tiers"]

    broken = {
        (route, name)
        for route, names in asked.items()
        for name in names
        if answered(world, may(route), "get", where(world, route), {name: long}) >= 500
    }

    assert broken == set()


@pytest.mark.parametrize("long", MEETS_A_DATABASE, ids=len)
def test_in_any_field_of_a_form(world, long):
    sent = dict.fromkeys(fields(), long)

    broken = {
        route
        for route in (*PAGES, *BY_FORM_ONLY, *OPEN_TO_ALL)
        if route not in SPARED and answered(world, may(route), "post", where(world, route), sent) >= 500
    }

    assert broken == set()


@pytest.mark.parametrize("long", MEETS_A_DATABASE, ids=len)
def test_in_any_part_of_an_operation(world, long):
    broken = set()
    for operation in operations(world.ids):
        name = (OPERATIONS[operation.name].split() or [EVERYBODY[0]])[0]
        for argument in operation.parameters:
            path = operation.path.replace(f"{{{argument}}}", long).format(**world.ids)
            if answered(world, name, "get", path) >= 500:
                broken.add((operation.name, argument))

    assert broken == set()


def one_of_each_tag(world) -> list[Operation]:
    """They are read by one parser."""
    taking = [each for each in operations(world.ids) if each.body is not None and not each.takes_file]
    return list({each.path.split("/")[2]: each for each in taking}.values())


@pytest.mark.parametrize(
    "sent", [f'{{"text": {LONG[0]}}}', f'{{"text": {LONG[1]}}}', DEEP, f'{{"a": {DEEP}}}'], ids=range(4)
)
def test_in_json(world, sent):
    broken = {
        operation.name
        for operation in one_of_each_tag(world)
        for name in (OPERATIONS[operation.name].split() or [EVERYBODY[0]])[:1]
        if answered(world, name, operation.method, operation.path.format(**world.ids), sent, "application/json") >= 500
    }

    assert broken == set()


@pytest.mark.parametrize("sent", [DEEP, f'{{"id": {DEEP}}}', f'{{"id": {LONG[0]}}}'], ids=["list", "object", "number"])
def test_in_what_the_page_of_a_passkey_sends(sent):
    """Before anybody is in: the page reads what its own script sent."""
    asked = RequestFactory().post("/sign-in/second/passkey/", sent, content_type="application/json")

    assert sent_json(asked) == {}


@pytest.mark.parametrize("beds", LONG, ids=len)
def test_in_a_line_that_names_beds(world, beds):
    answer = world.clients["shahlo"].post(where(world, "protection:add_places"), {"rooms": f"1, women, {beds}"})

    assert answer.status_code < 500
    assert "1 to 50 beds" in answer.content.decode()


NARRATIVE = (
    "The government identified {} victims of trafficking in 2025. For the {}th consecutive year, the government did not "
    "convict traffickers, including {} involving officials. The government provided ${} million to the shelters of the country."
)


@pytest.mark.parametrize("long", MEETS_A_DATABASE, ids=len)
def test_in_a_narrative_that_is_brought_in(world, long):
    sent = {"country": "TJK", "report": "2020", "publisher": "Invented", "text": NARRATIVE.replace("{}", long)}
    path = where(world, "assessment:bring")

    assert answered(world, "alisher", "post", path, sent) == 302


def test_no_limit_was_lifted_to_pass():
    assert sys.get_int_max_str_digits() == 4300
