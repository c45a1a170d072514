"""An installation of the version before keeps what it holds, or is told how to come here; its people are found in the new way."""

from __future__ import annotations

from importlib import import_module

import pytest

from panoh.__main__ import main
from panoh.registry.actions import PersonGiven, register_person
from panoh.registry.models import KeyKind, LedgerEntry, PersonKey
from tests.conftest import NOON
from tests.exchange.backup.installation import house

_AS_BEFORE = """
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from panoh.registry.models import Agency
Agency.objects.create(code="a", kind="state", words={{"en": "DEMO"}})
call_command("migrate", "panoh", "0002", verbosity=0)
recorder = MigrationRecorder(connection)
recorder.migration_qs.filter(app="panoh").delete()
for name in {names}: recorder.record_applied("panoh", name)
"""
"""An installation whose tables were made step by step, as one stands that was begun before."""
_NOW = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from panoh.registry.models import Agency
print(Agency.objects.get().words, ("panoh", "0001_tables") in MigrationRecorder(connection).applied_migrations())
"""
STEPS = [name for _, name in import_module("panoh.migrations.0001_tables").Migration.replaces]


@pytest.fixture
def as_before(tmp_path):
    with house(tmp_path, migrated=True) as installation:
        yield installation


def stands_at(installation, names):
    assert installation.panoh("manage", "shell", "-v0", "-c", _AS_BEFORE.format(names=names)).returncode == 0


def test_an_installation_whose_tables_came_step_by_step_goes_on_with_what_it_holds(as_before):
    stands_at(as_before, STEPS)

    done = as_before.panoh("manage", "migrate", "-v0")

    assert done.returncode == 0, done.stderr
    assert as_before.panoh("manage", "shell", "-v0", "-c", _NOW).stdout == "{'en': 'DEMO'} True\n"


def test_one_that_stands_before_them_is_refused_with_the_way_forward_and_left_as_it_was(as_before):
    stands_at(as_before, STEPS[:14])

    said = as_before.panoh("serve", "--port", "1")

    assert said.returncode == 2
    assert "stand at 0014_doubts" in said.stderr
    assert "ae59c61" in said.stderr
    assert as_before.panoh("manage", "shell", "-v0", "-c", _NOW).stdout == "{'en': 'DEMO'} False\n"


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
