"""What has ended is thrown away by the clock, nothing that people decide about is, and the list of erasures is written."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client

from panoh.exchange.actions import send_list
from panoh.exchange.housekeeping import Swept, sweep
from panoh.registry.kept_anchors import here, newest
from panoh.registry.models import Case, LedgerEntry, OpenSession
from panoh.screening.models import ListSent
from panoh.web.commands import housekeeping
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
LIST = b"full_name\nSomebody Invented\n"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """Anchors are kept in a folder of the test's own."""
    settings.DATA = tmp_path / "data"


def test_ended_sessions_go_and_those_that_run_stay(cast, now):
    for name in ("zarina", "nigina"):
        Client().force_login(getattr(cast, name))
    ended = OpenSession.objects.order_by("pk").first()
    OpenSession.objects.filter(pk=ended.pk).update(expire_date=now - timedelta(minutes=1))

    assert sweep(at=now).sessions == 1
    assert OpenSession.objects.count() == 1
    assert LedgerEntry.objects.latest("seq").act == "sweep"


def test_a_list_past_its_day_goes_without_waiting_for_the_next_one(cast, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    send_list(operation=operation, content=LIST, by=cast.zarina, at=now)

    assert sweep(at=now + timedelta(hours=1)).lists == 0
    assert sweep(at=now + timedelta(days=2)).lists == 1
    assert not ListSent.objects.exists()


def test_names_beyond_their_time_are_counted_and_never_erased(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=365 * 6))

    assert sweep(at=now) == Swept(sessions=0, lists=0, emptied=0, narrowed=0, over=1, asked=0, unusual=0)
    case.person.refresh_from_db()
    assert case.person.sealed is not None


def test_a_sweep_that_finds_nothing_leaves_no_line(cast, now):
    before = LedgerEntry.objects.count()

    sweep(at=now)

    assert LedgerEntry.objects.count() == before


def test_the_command_writes_the_list_of_erasures(cast, tmp_path, capsys):
    to = tmp_path / "erasures.json"

    class Given:
        erasures, anchors = to, None

    assert housekeeping.run(Given()) == 0
    assert set(json.loads(to.read_text())) == {"erasures", "seal"}
    assert "Thrown away" in capsys.readouterr().out


def test_a_list_that_cannot_be_written_is_said_and_the_rest_is_done(cast, tmp_path, capsys):
    class Given:
        erasures, anchors = tmp_path / "nowhere" / "erasures.json", None

    assert housekeeping.run(Given()) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_list_of_erasures_is_written_though_no_anchor_can_be(cast, tmp_path, capsys):
    """A later restore would bring erased names back."""
    to = tmp_path / "erasures.json"
    (tmp_path / "share").write_text("a share that is away leaves a file, or nothing")

    class Given:
        erasures, anchors = to, tmp_path / "share"

    assert housekeeping.run(Given()) == 2
    assert to.exists()
    assert newest(here()), "the data folder's own as well"
    assert "not everything was kept" in capsys.readouterr().err
