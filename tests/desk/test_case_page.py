"""One case on one page: every track in one order, what is open with whom, and nothing a post may not see elsewhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.desk.case_page import case_page
from panoh.protection.models import Stay
from panoh.referral.actions import record_need, refer
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Desk, LedgerEntry
from panoh.registry.refusals import NotPermitted
from tests.journeys import ways

pytestmark = pytest.mark.django_db


def test_every_track_stands_in_one_order(way, cast, now):
    page = case_page(cast.nigina, way.case.pk, at=now + timedelta(days=2))

    assert [each.at for each in page.past] == sorted(each.at for each in page.past)
    assert {each.track for each in page.past} == {
        "case",
        "consent",
        "screening",
        "identification",
        "referral",
        "protection",
    }
    said = [each.what for each in page.past]
    found, asked, placed = (
        at(said, "Finding: presumed victim"),
        at(said, " asked for: "),
        at(said, "Safe place given"),
    )
    assert found < asked < placed < at(said, "Decided in the preliminary decision: reasonable grounds")


def test_what_is_open_says_with_whom_and_by_when(way, cast, now):
    record_need(case=way.case, service="legal_aid", urgency="soon", note="", by=cast.zarina, at=now)

    page = case_page(cast.nigina, way.case.pk, at=now + timedelta(days=2))

    seek = next(each for each in page.open if "Legal" in each.what)
    assert (seek.with_whom, seek.due_at) == (str(cast.zarina.desk), None)
    recovery = next(each for each in page.open if each.guaranteed)
    assert recovery.due_at == way.case.clocks.get(clock="reflection").due_at


def test_a_question_to_a_desk_is_due_at_that_desk_and_late_when_the_time_is_over(way, cast, now):
    need = record_need(case=way.case, service="legal_aid", urgency="now", note="", by=cast.zarina, at=now)
    desk = Desk.objects.filter(services__icontains="legal_aid").exclude(pk=cast.zarina.desk.pk).first()
    consent = way.case.consents.get(purpose="service")
    sent = refer(need=need, to_desk=desk, consent=consent, message="", by=cast.zarina, at=now)

    early = case_page(cast.zarina, way.case.pk, at=now + timedelta(minutes=1))
    late = case_page(cast.zarina, way.case.pk, at=sent.answer_due + timedelta(minutes=1))

    assert [(each.due_at, each.late) for each in early.open if each.with_whom == str(desk)] == [
        (sent.answer_due, False)
    ]
    assert [each.late for each in late.open if each.with_whom == str(desk)] == [True]


def test_a_missed_deadline_stays_in_the_past_with_whom_it_went_to(cast, now):
    way = ways.interviewed(ways.MAN, by=cast.zarina, at=now)
    clock = way.case.clocks.get(clock="referral", stopped_at=None)

    before = case_page(cast.zarina, way.case.pk, at=clock.due_at - timedelta(minutes=1))
    after = case_page(cast.zarina, way.case.pk, at=clock.due_at + timedelta(minutes=1))
    ways.lodged(way.case, by=cast.zarina, at=clock.due_at + timedelta(hours=1))
    done = case_page(cast.zarina, way.case.pk, at=clock.due_at + timedelta(hours=2))

    assert not missed(before)
    assert [each.at for each in missed(after)] == [each.at for each in missed(done)] == [clock.due_at]
    assert any(each.late for each in after.open)


def test_a_consent_withdrawn_and_the_view_it_closed_are_in_the_past(way, cast, now):
    at_last = now + timedelta(days=3)
    withdraw_consent(consent=way.case.consents.get(purpose="service"), by=cast.zarina, at=at_last)

    page = case_page(cast.zarina, way.case.pk, at=at_last)

    last = [each.what for each in page.past if each.at == at_last]
    assert any("Withdrew the consent to: a service" in what for what in last)
    assert any("sees nothing of it any more" in what for what in last)
    with pytest.raises(NotPermitted):
        case_page(cast.shahlo, way.case.pk, at=at_last)


def test_a_finding_that_rests_on_a_provisional_text_says_so(way, cast, now):
    def finding() -> str:
        page = case_page(cast.nigina, way.case.pk, at=now)
        return next(each.what for each in page.past if "Finding" in each.what)

    way.screening.findings.update(provisional=True)
    assert finding() == "Finding: presumed victim (rests on a provisional text)"

    way.screening.findings.update(provisional=False)
    assert finding() == "Finding: presumed victim"


def test_the_shelter_learns_nothing_of_the_screening_from_the_past(way, cast, now):
    page = case_page(cast.shahlo, way.case.pk, at=now + timedelta(days=2))

    assert "screening" not in {each.track for each in page.past}
    assert not [each for each in page.past if "Finding" in each.what or "Interview" in each.what]


def test_nobody_learns_from_the_past_which_house_or_room_it_is(way, cast, now):
    stay = Stay.objects.get(case=way.case)
    page = case_page(cast.nigina, way.case.pk, at=now + timedelta(days=2))

    events = [each for each in page.past if each.track == "protection"]
    assert [(each.what, each.by) for each in events] == [("Safe place given", "")]
    assert not [each for each in page.past if str(stay.place) in each.what or ways.ADDRESS in each.what]


def test_sealed_words_are_in_no_line_of_the_page(way, cast, now):
    page = case_page(cast.zarina, way.case.pk, at=now + timedelta(days=2))

    lines = "\n".join(each.what + each.by for each in page.past) + "\n".join(each.what for each in page.open)
    assert not [mark for mark in (*ways.SAID, ways.ADDRESS, *ways.WHO_SHE_IS) if mark in lines]


def test_the_commission_reads_the_past_without_a_name(way, open_as, cast):
    page = open_as(cast.rustam).get(reverse("case", args=[way.case.pk])).content.decode()

    assert "Finding: presumed victim" in page
    assert not [mark for mark in ways.WHO_SHE_IS if mark in page]
    assert "Need recorded" not in page


def test_the_api_gives_the_same_case_and_writes_the_read_down(way, open_as, cast):
    client, before = open_as(cast.zarina), LedgerEntry.objects.filter(act="read_identity").count()

    given = client.get(f"/api/desk/cases/{way.case.pk}").json()

    assert given["reference"] == way.case.reference
    assert given["responsible_desk"] == str(way.case.desk)
    assert given["identity"]["birth_date"] == "1990-04-02"
    assert "Safe place given" in [each["what"] for each in given["past"]]
    assert given["open"]
    assert LedgerEntry.objects.filter(act="read_identity").count() == before + 1


def at(said: list[str], part: str) -> int:
    return next(number for number, what in enumerate(said) if part in what)


def missed(page) -> list:
    return [each for each in page.past if each.track == "clock"]
