"""An installation of the version before keeps what it held, and finds its people in the new way."""

from __future__ import annotations

from panoh.__main__ import main
from panoh.registry.actions import PersonGiven, register_person
from panoh.registry.models import KeyKind, LedgerEntry, PersonKey
from tests.conftest import NOON
from tests.exchange.backup.installation import house

_BEFORE = """
import uuid
from datetime import datetime, UTC
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
at = datetime(2026, 11, 16, 7, tzinfo=UTC)
old = MigrationExecutor(connection).loader.project_state([("panoh", "0002_guard_the_ledger")]).apps
def new(model, **given): return old.get_model("panoh", model).objects.create(**given)
desk = new("Desk", agency=new("Agency", code="a", kind="state", words={"en": "A"}), code="d", words={"en": "D"})
post = new("Post", desk=desk, code="p", role="first_responder", words={"en": "P"})
officer = new("Officer", username="o", name="O", post=post)
flight = new("Operation", kind="flight", title="DEMO 1", on=at.date(), desk=desk, opened_by=officer, opened_at=at)
new("RosterEntry", id=uuid.uuid4(), operation=flight, row=2, digest="x", status="moved_on")
new("RosterEntry", id=uuid.uuid4(), operation=flight, row=3, digest="y", status="screened")
"""
_NOW = """
from panoh.screening.models import Duty, RosterEntry
duty = Duty.objects.get()
print(list(RosterEntry.objects.order_by("row").values_list("status", flat=True)))
print(duty.operation.title, duty.officer.username, duty.until_at)
"""


def test_rosters_of_before_hold_the_new_constraints_and_have_somebody_responsible(tmp_path):
    with house(tmp_path) as installation:
        for step in (("migrate", "panoh", "0002", "-v0"), ("shell", "-c", _BEFORE), ("migrate", "-v0")):
            done = installation.panoh("manage", *step)
            assert done.returncode == 0, done.stderr
        found = installation.panoh("manage", "shell", "-c", _NOW).stdout

    assert "['to_screen', 'screened']\nDEMO 1 o None" in found


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
