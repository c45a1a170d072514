"""What whoever watches the server is told: that it answers, and whether officers can be sent to it. Never who is on record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from panoh.desk.readiness import shape
from panoh.registry.key_ring import KeyRing
from panoh.registry.models import LedgerHead
from tests.journeys import ways

pytestmark = pytest.mark.django_db


def test_a_server_with_its_records_and_keys_is_ready(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


def test_records_of_another_release_are_not_ready(client):
    newest = MigrationLoader(connection).graph.leaf_nodes("panoh")[0][1]
    MigrationRecorder.Migration.objects.filter(app="panoh", name=newest).delete()

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "panoh serve" in answer.json()["status"]


def test_without_its_keys_it_is_not_ready_and_makes_no_new_ones(client, settings, tmp_path):
    settings.KEY_RING_FILE = tmp_path / "keys.json"

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert "panoh keys put-back" in answer.json()["status"]
    assert not settings.KEY_RING_FILE.exists()


def test_a_database_that_does_not_answer_is_said_plainly(client, monkeypatch):
    def gone(self):
        raise DatabaseError("connection to 10.0.0.1 as panoh failed")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", gone)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"status": "the database does not answer"})


def test_a_connection_that_is_open_here_and_closed_over_there_is_not_called_healthy(client, monkeypatch):
    def closed(*_):
        raise DatabaseError("server closed the connection unexpectedly")

    monkeypatch.setattr(connection, "cursor", closed)

    assert [client.get(each).status_code for each in ("/healthz", "/readyz")] == [503, 503]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"current": "k1"}', '{"current": 1, "index": 2, "ledger": 3}'])
def test_a_file_that_holds_no_keys_is_not_ready(client, settings, tmp_path, text):
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    settings.KEY_RING_FILE.write_text(text, encoding="ascii")

    answer = client.get("/readyz")

    assert (answer.status_code, "cannot be read" in answer.json()["status"]) == (503, True)


@pytest.mark.parametrize("kept", [(), ("ledger",)], ids=["all other keys", "other keys of records"])
def test_keys_of_another_installation_are_not_ready(client, cast, now, settings, tmp_path, kept):
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    assert client.get("/readyz").status_code == 200
    own, other = KeyRing.load(settings.KEY_RING_FILE), KeyRing.new()
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    replace(other, **{name: getattr(own, name) for name in kept}).save(settings.KEY_RING_FILE)

    answer = client.get("/readyz")

    assert (answer.status_code, "not those" in answer.json()["status"]) == (503, True)


def test_a_key_of_the_ledger_that_is_not_in_the_ring_is_not_ready(client, cast):
    LedgerHead.objects.update(segment="k00000")

    assert "not those" in client.get("/readyz").json()["status"]


def test_whoever_asks_again_and_again_costs_a_few_small_questions(client, cast, django_assert_max_num_queries):
    client.get("/readyz")
    shape()
    with django_assert_max_num_queries(7):
        client.get("/readyz")

    assert shape.cache_info().currsize == 1
