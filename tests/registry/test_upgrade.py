"""An installation of the version before keeps what it held, and finds its people in the new way."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from panoh.__main__ import main
from panoh.registry.actions import PersonGiven, register_person
from panoh.registry.ledger_guard import lower_guard
from panoh.registry.models import KeyKind, LedgerEntry, PersonKey
from tests.conftest import NOON

BEFORE = [("panoh", "0002_guard_the_ledger")]


def migrated(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return executor.loader.project_state(to).apps


@pytest.fixture
def newest(ledger_guarded_again, transactional_db):
    """The state of today, to which the database comes back whatever the test finds; the end empties it, guard lowered."""
    today = MigrationExecutor(connection).loader.graph.leaf_nodes("panoh")
    yield today
    migrated(today)
    lower_guard(connection)


def test_rosters_of_before_hold_the_new_constraints_and_have_somebody_responsible(newest):
    old = migrated(BEFORE)
    agency = old.get_model("panoh", "Agency").objects.create(code="a", kind="state", words={"en": "A"})
    desk = old.get_model("panoh", "Desk").objects.create(agency=agency, code="d", words={"en": "D"})
    post = old.get_model("panoh", "Post").objects.create(desk=desk, code="p", role="first_responder", words={"en": "P"})
    officer = old.get_model("panoh", "Officer").objects.create(username="o", name="O", post=post)
    operation = old.get_model("panoh", "Operation").objects.create(
        kind="flight", title="DEMO 1", on=NOON.date(), desk=desk, opened_by=officer, opened_at=NOON
    )
    entry = old.get_model("panoh", "RosterEntry")
    entry.objects.create(id=uuid.uuid4(), operation=operation, row=2, digest="x", status="moved_on")
    entry.objects.create(id=uuid.uuid4(), operation=operation, row=3, digest="y", status="screened")

    now = migrated(newest)

    statuses = now.get_model("panoh", "RosterEntry").objects.order_by("row").values_list("status", flat=True)
    assert list(statuses) == ["to_screen", "screened"]
    duty = now.get_model("panoh", "Duty").objects.get()
    assert (duty.operation_id, duty.officer_id, duty.until_at) == (operation.pk, officer.pk, None)


def test_the_index_is_made_anew_with_a_ledger_line_and_no_name_in_it(cast, capsys):
    given = PersonGiven(
        names=(("Муҳаббат Ҷӯраева", "passport"),), birth_date="1990-05-31", born_from=1990, born_to=1990
    )
    register_person(given=given, by=cast.zarina, at=NOON)
    before = set(PersonKey.objects.values_list("person", "kind", "digest"))
    PersonKey.objects.filter(kind=KeyKind.BORN).delete()

    assert main(["index"]) == 0

    assert set(PersonKey.objects.values_list("person", "kind", "digest")) == before
    line = LedgerEntry.objects.order_by("-seq").first()
    assert (line.act, line.officer, line.detail) == ("index_people", None, {"people": 1})
