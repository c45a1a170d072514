"""After a stay only those are contacted who agreed, when it is due, by who they trust; a missed contact reaches others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import end_stay, give_place, record_follow_up, take_consent
from panoh.protection.models import FollowUp
from panoh.protection.queries import worklist
from panoh.protection.rules.following import CLOCKS, closes
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import CaseClock, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db
CONTACT = "Contact the person as they agreed"


@pytest.fixture
def left(staying, cast, now):
    """Somebody who left at noon; `left(agreed=True)` said yes to contact afterwards."""

    def leave(*, agreed: bool):
        stay = staying()
        if agreed:
            record_consent(
                case=stay.case, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now
            )
        return end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)

    return leave


def contacts(officer, at) -> list[str]:
    return [item.why for item in worklist(officer, now=at).items if item.what == CONTACT]


@pytest.mark.parametrize(("days", "found"), [(82, 0), (84, 1), (174, 2), (359, 3)])
def test_the_house_is_reminded_a_week_ahead_after_3_6_and_12_months(left, cast, now, days, found):
    left(agreed=True)

    assert len(contacts(cast.shahlo, now + timedelta(days=days))) == found
    assert contacts(cast.zarina, now + timedelta(days=days)) == []


@pytest.mark.parametrize("after", [timedelta(days=83, seconds=1), timedelta(days=83, hours=13)])
def test_what_stands_in_the_work_can_be_done(left, cast, now, after):
    departure = left(agreed=True)
    assert len(contacts(cast.shahlo, now + after)) == 1

    record_follow_up(departure=departure, months=3, came="spoke", by=cast.shahlo, at=now + after)

    assert contacts(cast.shahlo, now + after) == []


def test_where_a_case_has_a_manager_it_is_for_the_manager(left, cast, now):
    departure = left(agreed=True)
    case = departure.stay.case
    case.manager = cast.parvina
    case.save()

    assert contacts(cast.shahlo, now + timedelta(days=85)) == []
    assert contacts(cast.parvina, now + timedelta(days=85)) == ["3 months after the stay in a shelter"]


def test_who_did_not_agree_or_withdrew_is_never_contacted(left, cast, now):
    silent = left(agreed=False)
    later = now + timedelta(days=90)
    assert contacts(cast.shahlo, later) == []
    with pytest.raises(OutOfOrder, match="did not agree"):
        record_follow_up(departure=silent, months=3, came="spoke", by=cast.shahlo, at=later)

    consent = record_consent(
        case=silent.stay.case, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    assert len(contacts(cast.shahlo, later)) == 1
    withdraw_consent(consent=consent, by=cast.zarina, at=later)

    assert contacts(cast.shahlo, later) == []
    assert worklist(cast.nigina, now=later + timedelta(days=30)).total == 0


def test_a_missed_contact_reaches_the_named_post_and_ends_nothing(left, cast, now):
    left(agreed=True)
    on_time, missed = now + timedelta(days=88), now + timedelta(days=92)

    assert worklist(cast.nigina, now=on_time).total == 0
    (passed_on,) = worklist(cast.nigina, now=missed).items
    assert (passed_on.what, passed_on.escalated) == ("Ask why it was not done, and see that it is", True)
    assert len(contacts(cast.shahlo, missed)) == 1


def test_what_came_of_it_is_sealed_and_recorded_once_a_period(left, cast, now):
    departure, later = left(agreed=True), now + timedelta(days=90)

    kept = record_follow_up(departure=departure, months=3, came="spoke", words="Sews again.", by=cast.farzona, at=later)

    assert vault.unseal(FollowUp.objects.get()) == {"words": "Sews again."}
    assert LedgerEntry.objects.last().detail == {"months": 3, "came": "spoke"}
    assert contacts(cast.shahlo, later) == []
    assert len(contacts(cast.shahlo, now + timedelta(days=180))) == 1
    with pytest.raises(Conflict, match="on record already"):
        record_follow_up(departure=departure, months=3, came="spoke", by=cast.shahlo, at=later)
    assert kept.months == 3


def test_too_early_or_an_unknown_period_is_refused(left, cast, now):
    departure = left(agreed=True)

    with pytest.raises(OutOfOrder, match="too early"):
        record_follow_up(departure=departure, months=6, came="spoke", by=cast.shahlo, at=now + timedelta(days=90))
    with pytest.raises(Refused, match="3, 6 and 12"):
        record_follow_up(departure=departure, months=4, came="spoke", by=cast.shahlo, at=now + timedelta(days=300))


def test_the_house_sees_who_agreed_until_the_last_contact_and_nobody_else(left, cast, now):
    departure, later = left(agreed=True), now + timedelta(days=365)

    kept = record_follow_up(departure=departure, months=12, came="spoke", by=cast.shahlo, at=later)

    shown = departure.stay.case.disclosures.get(purpose="follow_up")
    assert (kept.months, shown.to_desk, shown.fields) == (12, cast.shahlo.desk, ["names", "contact"])
    withdraw_consent(consent=shown.consent, by=cast.shahlo, at=later)
    shown.refresh_from_db()
    assert shown.ended_at == later


def agrees_late(case, cast, at, purpose: str = "follow_up", given: bool = True):
    return take_consent(case=case, purpose=purpose, given=given, language="tg", explained=True, by=cast.zarina, at=at)


def test_who_agrees_only_after_leaving_is_shown_to_the_house_from_then_on_and_once(left, cast, now):
    departure, later = left(agreed=False), now + timedelta(days=20)
    case = departure.stay.case

    agrees_late(case, cast, later, given=False)
    agrees_late(case, cast, later, purpose="media")
    assert not case.disclosures.filter(purpose="follow_up").exists()
    consent = agrees_late(case, cast, later)
    agrees_late(case, cast, later + timedelta(days=1))

    shown = case.disclosures.get(purpose="follow_up")
    assert (shown.to_desk, shown.fields, shown.consent) == (cast.shahlo.desk, ["names", "contact"], consent)
    assert len(contacts(cast.shahlo, now + timedelta(days=90))) == 1
    assert record_follow_up(departure=departure, months=3, came="spoke", by=cast.shahlo, at=now + timedelta(days=90))


def test_who_agrees_after_half_a_year_is_not_owed_the_contact_of_three_months(left, cast, now):
    departure = left(agreed=False)

    agrees_late(departure.stay.case, cast, now + timedelta(days=200))

    assert contacts(cast.shahlo, now + timedelta(days=201)) == []
    assert contacts(cast.shahlo, now + timedelta(days=360)) == ["12 months after the stay in a shelter"]


def test_who_lives_in_a_house_agrees_and_nothing_is_shown_yet(staying, cast, now):
    stay = staying()

    agrees_late(stay.case, cast, now)

    assert not stay.case.disclosures.filter(purpose="follow_up").exists()


def test_the_page_and_the_api_of_consent_do_it(left, client, cast):
    first, second = left(agreed=False), None
    client.force_login(cast.zarina)
    said = {"purpose": "follow_up", "given": "yes", "language": "tg", "explained": "on", "giver": "self"}

    page = client.post(reverse("ask_consent", args=[first.stay.case_id]), said)
    assert page.status_code == 302
    assert first.stay.case.disclosures.filter(purpose="follow_up").count() == 1

    second = first.stay.case
    body = {"purpose": "research", "given": True, "language": "tg", "explained": False}
    refused = client.post(f"/api/desk/cases/{second.pk}/consents", data=body, content_type="application/json")
    given = client.post(
        f"/api/desk/cases/{second.pk}/consents", data=body | {"explained": True}, content_type="application/json"
    )
    assert (refused.status_code, given.status_code) == (422, 204)


def test_whoever_did_not_agree_is_not_shown_for_it(left):
    departure = left(agreed=False)

    assert not departure.stay.case.disclosures.filter(purpose="follow_up").exists()


def test_another_house_contacts_nobody(left, officer_elsewhere, other_house, now):
    departure = left(agreed=True)

    with pytest.raises(NotPermitted):
        record_follow_up(departure=departure, months=3, came="spoke", by=officer_elsewhere, at=now + timedelta(days=90))


def test_whoever_lives_in_a_house_again_is_not_contacted(left, accepted, place, cast, now):
    departure, later = left(agreed=True), now + timedelta(days=90)
    case = departure.stay.case
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=later)
    give_place(case=case, place=place("1", 2), by=cast.shahlo, at=later)

    assert contacts(cast.shahlo, later) == []


def test_the_page_shows_the_safe_contact_or_says_that_there_is_none_and_is_on_record(left, client, cast):
    departure = left(agreed=True)
    client.force_login(cast.shahlo)

    page = client.get(reverse("protection:follow_up", args=[departure.pk, 3])).content.decode()

    line = LedgerEntry.objects.last()
    assert "Do not try another way" in page
    assert (line.act, line.purpose) == ("read_identity", "follow_up")


def test_without_agreement_the_page_opens_no_contact(left, client, cast):
    departure = left(agreed=False)
    client.force_login(cast.shahlo)
    lines = LedgerEntry.objects.filter(act="read_identity").count()

    answered = client.get(reverse("protection:follow_up", args=[departure.pk, 3]))

    assert answered.status_code == 403
    assert LedgerEntry.objects.filter(act="read_identity").count() == lines


@pytest.mark.parametrize(
    ("came", "before", "over"),
    [("spoke", 0, True), ("no_safe_way", 0, True), ("not_reached", 0, False), ("not_reached", 1, False)],
)
def test_not_reached_leaves_room_for_two_more_tries(came, before, over):
    assert closes(came, tries_before=before) is over
    assert closes("not_reached", tries_before=2)


def test_a_person_not_reached_is_tried_again_and_the_third_try_closes_the_period(left, cast, now):
    departure, later = left(agreed=True), now + timedelta(days=90)
    for day in range(3):
        assert len(contacts(cast.shahlo, later)) == 1
        record_follow_up(
            departure=departure, months=3, came="not_reached", by=cast.shahlo, at=later + timedelta(days=day)
        )

    assert contacts(cast.shahlo, later) == []
    with pytest.raises(Conflict, match="on record already"):
        record_follow_up(departure=departure, months=3, came="spoke", by=cast.shahlo, at=later + timedelta(days=4))


def test_one_contact_stops_its_own_clock_and_not_the_two_after_it(left, cast, now):
    departure, later = left(agreed=True), now + timedelta(days=90)
    case = departure.stay.case
    for clock in CLOCKS.values():
        CaseClock.objects.create(case=case, clock=clock, started_at=now, due_at=later)

    record_follow_up(departure=departure, months=3, came="not_reached", by=cast.shahlo, at=later)
    assert case.clocks.filter(clock__in=CLOCKS.values(), stopped_at=None).count() == 3
    record_follow_up(departure=departure, months=3, came="spoke", by=cast.shahlo, at=later)

    running = case.clocks.filter(clock__in=CLOCKS.values(), stopped_at=None).values_list("clock", flat=True)
    assert set(running) == {"follow_up_6_months", "follow_up_12_months"}
