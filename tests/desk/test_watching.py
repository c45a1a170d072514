"""What whoever watches the server is told: that it answers, and whether officers can be sent to it. Never who is on record."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

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
