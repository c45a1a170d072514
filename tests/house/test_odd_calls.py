"""No call of the API breaks it, whoever makes it and whatever is in it: an answer below 500, and no mark of hers to whoever may
not read it. In every run by our own draws; in the long run by Schemathesis, operation by operation, as every role."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panoh.web.api import api
from tests.cast import PARTS
from tests.house.conftest import BESIDE
from tests.house.odd_calls import METHODS_WITH_BODY, Call, calls, described
from tests.house.test_what_is_shown import SEE_WHO_SHE_IS
from tests.house.visits import signed_in
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]

OPERATIONS, SCHEMAS = described()
TAGS = sorted({each.tag for each in OPERATIONS})
EVERYBODY = (*PARTS, *BESIDE)
THE_WORLD_STANDS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.parametrize("tag", TAGS)
@settings(max_examples=80, deadline=None, derandomize=True, database=None, suppress_health_check=THE_WORLD_STANDS)
@given(data=st.data())
def test_whatever_is_sent_is_answered_and_gives_nothing_away(world, tag, data):
    operation = data.draw(st.sampled_from([each for each in OPERATIONS if each.tag == tag and not each.takes_file]))
    name = data.draw(st.sampled_from(EVERYBODY))

    held(world, name, data.draw(calls(operation, SCHEMAS, world.ids)))


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERYBODY)
def test_schemathesis_finds_no_call_that_breaks_it(world, name):
    schemathesis = pytest.importorskip("schemathesis", reason="needs the extra: pip install schemathesis")
    schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api"))
    for found in schema.get_all_operations():
        _as_schemathesis_draws(found.ok(), world, name)


def _as_schemathesis_draws(operation: Any, world: Any, name: str) -> None:
    """Half of the time with records that are there in the address, so that it comes past the door."""

    @settings(max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), known=st.booleans())
    def drawn(case: Any, known: bool) -> None:
        there = {key: world.ids[key] for key in case.path_parameters or {} if known and key in world.ids}
        case.path_parameters = {**(case.path_parameters or {}), **there}
        sent = None if case.media_type != "application/json" else case.body
        held(world, name, Call(case.method.lower(), case.formatted_path, dict(case.query or {}), sent))

    drawn()


def held(world: Any, name: str, made: Call) -> None:
    mark = transaction.savepoint()
    sent = json.dumps(made.body) if made.method in METHODS_WITH_BODY else ""
    answer = signed_in(world, name).generic(
        made.method.upper(), made.path, sent, content_type="application/json", query_params=made.query
    )
    transaction.savepoint_rollback(mark)
    told = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = told.decode(errors="replace")
    assert answer.status_code < 500, (name, made)
    if name not in SEE_WHO_SHE_IS:
        assert not [each for each in ways.WHO_SHE_IS[1:] if each in text and each not in sent], (name, made)


@pytest.mark.parametrize("years", [{"born_to": 0}, {"born_from": 1990, "born_to": 1980}, {"born_from": 2**63}])
def test_years_of_birth_that_cannot_be_are_refused(world, years):
    """Found by Schemathesis: a year 0 and a range the wrong way round went through to the database."""
    path = f"/api/screening/{world.ids['screening_id']}/person"
    mark = transaction.savepoint()
    answer = signed_in(world, "zarina").post(path, years, content_type="application/json")
    transaction.savepoint_rollback(mark)

    assert answer.status_code == 422
    assert answer.json()["reason"]
