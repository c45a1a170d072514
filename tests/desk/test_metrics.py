"""What a machine that watches is told: counts and seconds, right across processes, and nothing to whoever has no token."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from panoh.desk.request_counts import begin_anew, counted
from panoh.registry import ledger
from panoh.registry.actions import open_in_emergency
from panoh.registry.models import CaseClock, EmergencyOpening
from tests.journeys import ways

pytestmark = pytest.mark.django_db
TOKEN = "a" * 32
COUNTS = """
import sys; from pathlib import Path; from panoh.desk.request_counts import count
for status in (200, 200, 404): count(Path(sys.argv[1]), status=status, seconds=0.3)
"""


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.REQUEST_COUNTS = tmp_path / "requests"
    settings.METRICS_TOKEN_FILE = tmp_path / "metrics.token"
    settings.METRICS_TOKEN_FILE.write_text(TOKEN + "\n", encoding="ascii")
    return settings.REQUEST_COUNTS


def asked(client, token=TOKEN):
    return client.get("/metrics", headers={"Authorization": f"Bearer {token}"})


def numbers(client) -> dict[str, float]:
    lines = asked(client).content.decode().splitlines()
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}


def test_without_the_token_there_is_no_such_page(client, settings):
    assert asked(client).status_code == 200
    assert [asked(client, each).status_code for each in ("", "b" * 32)] == [404, 404]
    assert client.get("/metrics").status_code == 404

    settings.METRICS_TOKEN_FILE.write_text("short", encoding="ascii")
    assert asked(client, "short").status_code == 404
    settings.METRICS_TOKEN_FILE.unlink()
    assert [asked(client, each).status_code for each in ("", TOKEN)] == [404, 404]


def test_whoever_is_signed_in_has_no_token_by_that(client, cast):
    client.force_login(cast.safar)

    assert client.get("/metrics").status_code == 404


def test_every_line_is_a_name_and_a_number_and_names_nobody(client, cast, now):
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)

    text = asked(client).content.decode()

    for line in text.splitlines():
        assert re.fullmatch(r"# (HELP|TYPE) panoh_[a-z_]+ .+|panoh_[a-z_]+(\{[a-z]+=\"[\w.+]+\"\})? [\d.e+-]+", line), (
            line
        )
    assert not [mark for mark in ways.WHO_SHE_IS if mark in text]
    assert "zarina" not in text.casefold()


def test_requests_are_counted_for_all_processes_together_and_go_on_when_one_ends(client, folder):
    for _ in range(2):
        subprocess.run([sys.executable, "-c", COUNTS, str(folder)], check=True)

    found = numbers(client)

    assert (found['panoh_requests_total{status="2xx"}'], found['panoh_requests_total{status="4xx"}']) == (4, 2)
    assert (found['panoh_request_seconds_bucket{le="0.25"}'], found['panoh_request_seconds_bucket{le="0.5"}']) == (0, 6)
    assert (found["panoh_request_seconds_count"], round(found["panoh_request_seconds_sum"], 6)) == (6, 1.8)
    begin_anew(folder)
    assert counted(folder).total == 0


def test_acts_late_clocks_and_the_last_copy_are_told_and_go_on_from_where_they_were(client, cast, now):
    ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    before = numbers(client)
    assert "panoh_backup_age_seconds" not in before

    with transaction.atomic():
        ledger.write(act="make_copy", by=None, at=timezone.now() - timedelta(hours=2))
    CaseClock.objects.filter(stopped_at=None).update(started_at=now, due_at=now)
    after = numbers(client)

    assert after['panoh_acts_total{act="make_copy"}'] == 1
    assert after['panoh_acts_total{act="open_case"}'] == before['panoh_acts_total{act="open_case"}'] == 1
    assert 7200 <= after["panoh_backup_age_seconds"] < 7300
    assert after["panoh_clocks_late"] == CaseClock.objects.filter(stopped_at=None).count() > 0


def test_emergencies_nobody_reviewed_in_time_are_told(client, cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    told = {"reference": case.reference, "because": "At the gate.", "by": cast.shahlo}
    opening = open_in_emergency(**told, at=timezone.now() - timedelta(days=2))
    assert numbers(client)["panoh_emergency_reviews_late"] == 0

    EmergencyOpening.objects.filter(pk=opening.pk).update(opened_at=timezone.now() - timedelta(days=4))

    assert numbers(client)["panoh_emergency_reviews_late"] == 1


def test_posts_with_an_address_wait_for_their_digest(client, cast):
    assert numbers(client)["panoh_digests_waiting"] == 0

    cast.zarina.post.mail = "desk@agency.example"
    cast.zarina.post.save()

    assert numbers(client)["panoh_digests_waiting"] == 1


def test_without_its_database_the_server_still_says_so(client, monkeypatch):
    def closed(*_):
        raise DatabaseError("server closed the connection unexpectedly")

    monkeypatch.setattr(connection, "cursor", closed)

    assert numbers(client)["panoh_database_reachable"] == 0
