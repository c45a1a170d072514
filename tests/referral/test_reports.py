"""What came of a yes comes back to whoever sent the person: begun, given, ended, not given, below the standard, or silence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.referral.actions import answer, note_report, report_service
from panoh.referral.models import Referral, ServiceReport
from panoh.referral.queries import worklist
from panoh.referral.rules.reports import AFTER, may_follow
from panoh.registry import vault
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db

TELL = "Tell what came of it: did the service begin?"
SILENT = "Ask the desk whether the person is helped"
READ = "Read what the desk tells"


@pytest.fixture
def helping(sent, cast, now) -> Referral:
    return answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now).referral


def tell(helping, by, at, outcome="begun", **given) -> ServiceReport:
    said = {"reason": "", "below_standard": False, "words": ""} | given
    return report_service(referral=helping, outcome=outcome, **said, by=by, at=at)


def whats(viewer, now) -> list[str]:
    return [item.what for item in worklist(Officer.objects.get(pk=viewer.pk), now=now).items]


def test_what_was_not_given_ends_it_and_everything_else_can_go_on():
    assert AFTER["not_given"] == frozenset()
    assert may_follow("ended", "begun")
    assert not may_follow("", "ended")
    assert not may_follow("given", "not_given")


def test_a_yes_waits_to_be_told_of_and_then_to_be_read(helping, cast, now):
    assert TELL in whats(cast.farzona, now)
    assert READ not in whats(cast.zarina, now)

    report = tell(helping, cast.shahlo, now)

    assert LedgerEntry.objects.last().act == "report_service"
    assert TELL not in whats(cast.shahlo, now)
    [line] = [each for each in worklist(cast.zarina, now=now).items if each.what == READ]
    assert line.why == "Safe accommodation, now: Shelter, Dushanbe tells: it began"
    note_report(report=report, by=cast.zarina, at=now)
    assert READ not in whats(cast.zarina, now)
    with pytest.raises(Conflict):
        note_report(report=report, by=cast.zarina, at=now)


def test_silence_goes_to_the_sender_and_to_the_intake_desk(helping, cast, now):
    assert SILENT not in whats(cast.zarina, now + timedelta(hours=20))

    late = now + timedelta(days=2)

    assert SILENT in whats(cast.zarina, late)
    assert SILENT in whats(cast.nigina, late)
    assert SILENT not in whats(cast.behruz, late)
    assert [each.escalated for each in worklist(cast.shahlo, now=late).items if each.what == TELL] == [True]


def test_what_could_not_be_given_closes_the_view_and_looks_for_another_desk(helping, cast, now):
    with pytest.raises(Refused, match="why it could not"):
        tell(helping, cast.shahlo, now, "not_given")
    assert LedgerEntry.objects.last().act == "report_service.refused"

    tell(helping, cast.shahlo, now, "not_given", reason="full", words="The roof leaks.")

    assert Referral.objects.get().standing == "failed"
    assert cases_for(cast.shahlo).count() == 0
    assert {"Find another desk", READ} <= set(whats(cast.zarina, now))
    with pytest.raises(OutOfOrder):
        tell(helping, cast.shahlo, now)


def test_a_shortfall_says_in_what_and_stays_sealed(helping, cast, now):
    with pytest.raises(Refused, match="in what the standard"):
        tell(helping, cast.shahlo, now, below_standard=True, words=" ")

    report = tell(helping, cast.shahlo, now, below_standard=True, words="Men and women share a corridor.")

    kept = ServiceReport.objects.get()
    assert b"corridor" not in bytes(kept.sealed)
    assert vault.unseal(kept) == {"words": "Men and women share a corridor."}
    [line] = [each for each in worklist(cast.zarina, now=now).items if each.what == READ]
    assert "below the standard" in line.why
    assert report.below_standard


def test_only_the_desk_that_helps_tells_and_in_order(helping, sent, cast, now):
    with pytest.raises(NotPermitted):
        tell(helping, cast.parvina, now)
    with pytest.raises(OutOfOrder, match="told last"):
        tell(helping, cast.shahlo, now, "ended")
    tell(helping, cast.shahlo, now)
    with pytest.raises(OutOfOrder):
        tell(helping, cast.farzona, now)
    assert ServiceReport.objects.count() == 1


def test_before_a_yes_there_is_nothing_to_tell(sent, cast, now):
    with pytest.raises(OutOfOrder, match="not said yes"):
        tell(sent, cast.shahlo, now)


def test_told_by_page_and_read_by_page(client, helping, need, cast):
    address = reverse("referral:report", args=[helping.pk])
    client.force_login(cast.shahlo)
    assert "its address is hidden" in client.get(address).content.decode()
    kept = client.post(address, {"outcome": "not_given", "reason": "", "words": "Kept words."})
    assert kept.status_code == 422
    assert "Kept words." in kept.content.decode()
    shortfall = {"outcome": "begun", "reason": "", "below_standard": "on", "words": "No lock."}
    assert client.post(address, shortfall).status_code == 302

    client.force_login(cast.zarina)
    page = client.get(reverse("referral:need", args=[need.pk])).content.decode()
    assert "No lock." in page
    assert "below the standard" in page
    case_page = client.get(reverse("case", args=[need.case_id])).content.decode()
    assert "it began" in case_page
    assert client.post(reverse("referral:note", args=[ServiceReport.objects.get().pk])).status_code == 302


def test_told_and_read_through_the_api(client, helping, cast):
    client.force_login(cast.shahlo)
    address = f"/api/referral/received/{helping.pk}/report"
    assert client.post(address, {"outcome": "ended"}, content_type="application/json").status_code == 422
    told = client.post(address, {"outcome": "given", "words": "Fed."}, content_type="application/json")
    assert told.status_code == 201
    assert told.json()["words"] == ""

    client.force_login(cast.zarina)
    [read] = client.get(f"/api/referral/sent/{helping.pk}/reports").json()
    assert (read["outcome"], read["words"]) == ("given", "Fed.")
    assert LedgerEntry.objects.last().act == "read_reports"
    assert client.post(f"/api/referral/reports/{read['id']}/noted").status_code == 204
