"""What a desk is shown has an end: it closes by itself, sooner by the person's word, later only by asking again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from panoh.instruments.referral import sharing_period
from panoh.referral.actions import answer, record_need, refer, share_again, shorten_sharing, withdraw_referral
from panoh.referral.models import Referral
from panoh.referral.queries import referral_for, worklist
from panoh.registry.access import Act
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Disclosure, LedgerEntry, Purpose
from panoh.registry.moment import at_moment
from panoh.registry.queries import cases_for, read_identity
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db

HALF_A_YEAR = datetime(2027, 5, 15, 23, 59, 59)


@pytest.fixture
def helping(sent, cast, now) -> Referral:
    return answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now).referral


def asked_again(case, cast, at):
    return record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=at
    )


@pytest.mark.parametrize("purpose", Purpose.values)
def test_every_purpose_has_a_period(purpose):
    assert sharing_period(purpose).sources


def test_what_is_shown_ends_with_the_period_of_its_purpose(sent, cast):
    assert sent.disclosure.until_at.replace(tzinfo=None) == HALF_A_YEAR


def test_the_person_may_say_a_shorter_time_and_accepting_keeps_it(need, shelter, agreed, cast, now):
    day = date(2026, 11, 20)
    sent = refer(need=need, to_desk=shelter, consent=agreed, message="", until=day, by=cast.zarina, at=now)

    accepted = answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now).referral

    assert accepted.disclosure.until_at == datetime(2026, 11, 20, 23, 59, 59, tzinfo=now.tzinfo)
    assert accepted.disclosure.fields == ["names", "birth_date", "contact"]


@pytest.mark.parametrize("day", [date(2026, 11, 15), date(2027, 5, 16)])
def test_a_day_gone_by_or_beyond_the_period_is_refused_with_the_last_one_possible(
    day, need, shelter, agreed, cast, now
):
    with pytest.raises(Refused) as refused:
        refer(need=need, to_desk=shelter, consent=agreed, message="", until=day, by=cast.zarina, at=now)

    assert "15.05.2027" in refused.value.way_forward
    assert not Disclosure.objects.exists()
    assert LedgerEntry.objects.last().act == "refer.refused"


def test_the_view_closes_by_itself_at_that_moment(helping, case, cast):
    end = helping.disclosure.until_at

    with at_moment(end - timedelta(seconds=1)):
        assert cases_for(cast.shahlo).count() == 1
        assert helping.standing == "accepted"
    with at_moment(end):
        assert cases_for(cast.shahlo).count() == 0
        assert helping.standing == "over"
        with pytest.raises(NotPermitted):
            referral_for(cast.shahlo, helping.pk)
    with pytest.raises(NotPermitted):
        answer(referral=helping, accepted=True, decline_reason="", words="", by=cast.safar, at=end)


def test_a_name_is_not_read_after_the_end(helping, case, cast):
    end = helping.disclosure.until_at

    with at_moment(end), pytest.raises(NotPermitted):
        read_identity(case=case, viewer=cast.shahlo, purpose="case_page", at=end)

    assert not LedgerEntry.objects.filter(act="read_identity").exists()


def test_a_question_whose_time_is_over_is_not_answered_and_can_be_asked_anew(sent, need, shelter, case, cast, now):
    end = sent.disclosure.until_at

    with pytest.raises(Conflict):
        answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=end)
    anew = asked_again(case, cast, end)
    refer(need=need, to_desk=shelter, consent=anew, message="", by=cast.zarina, at=end)

    with at_moment(end):
        assert sorted(each.standing for each in Referral.objects.all()) == ["over", "sent"]
        assert cases_for(cast.shahlo, Act.ANSWER_REFERRAL).count() == 1


def test_the_end_moves_nearer_by_the_persons_word_and_never_further(helping, cast, now):
    shorten_sharing(referral=helping, until=date(2026, 12, 1), by=cast.zarina, at=now)

    assert Disclosure.objects.get(ended_at=None).until_at.astimezone(now.tzinfo).date() == date(2026, 12, 1)
    assert LedgerEntry.objects.last().act == "shorten_sharing"
    with pytest.raises(Refused, match="cannot be shown until"):
        shorten_sharing(referral=helping, until=date(2026, 12, 2), by=cast.zarina, at=now)
    assert LedgerEntry.objects.last().act == "shorten_sharing.refused"


def test_what_was_taken_back_is_not_shortened(helping, cast, now):
    withdraw_referral(referral=helping, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder):
        shorten_sharing(referral=helping, until=date(2026, 12, 1), by=cast.zarina, at=now)


def test_the_desk_that_sees_does_not_move_its_own_end(helping, cast, now):
    with pytest.raises(NotPermitted):
        share_again(referral=helping, by=cast.shahlo, at=now)


def test_longer_is_only_by_asking_again(helping, case, cast, now):
    later = now + timedelta(days=100)
    with pytest.raises(Refused, match="not asked again"):
        share_again(referral=helping, by=cast.zarina, at=later)
    anew = asked_again(case, cast, later)

    shown = share_again(referral=helping, by=cast.zarina, at=later).disclosure

    assert shown.consent == anew
    assert shown.until_at == later.replace(hour=23, minute=59, second=59) + timedelta(days=180)
    assert list(LedgerEntry.objects.order_by("-seq").values_list("act", flat=True)[:3]) == [
        "share_again",
        "disclose",
        "end_disclosure",
    ]
    withdraw_consent(consent=anew, by=cast.zarina, at=later)
    assert cases_for(cast.shahlo).count() == 0


def test_a_view_that_closed_opens_again_when_the_person_agrees_again(helping, case, cast):
    over = helping.disclosure.until_at + timedelta(days=1)
    asked_again(case, cast, over)

    share_again(referral=helping, by=cast.zarina, at=over)

    with at_moment(over):
        assert cases_for(cast.shahlo).count() == 1


def test_whoever_works_on_the_case_is_told_a_week_before_and_after(helping, cast):
    end = helping.disclosure.until_at

    def asks(at):
        return [each for each in worklist(cast.zarina, now=at).items if each.what.startswith("Ask the person again")]

    assert asks(end - timedelta(days=8)) == []
    [ahead] = asks(end - timedelta(days=6))
    assert "15.05.2027" in ahead.why
    assert not ahead.escalated
    with at_moment(end + timedelta(days=1)):
        assert [each.escalated for each in asks(end + timedelta(days=1))] == [True]


def test_a_child_is_shown_on_the_duty_to_protect_whatever_consent_is_handed_in(child, case, agreed, shelter, cast, now):
    of_the_child = record_consent(
        case=child, purpose="referral", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    for consent in (agreed, of_the_child):
        need = record_need(case=child, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

        sent = refer(need=need, to_desk=shelter, consent=consent, message="", by=cast.zarina, at=now)

        assert (sent.disclosure.consent, sent.disclosure.purpose) == (None, "service")
    withdraw_consent(consent=of_the_child, by=cast.zarina, at=now)
    assert Referral.objects.latest("sent_at").standing == "sent"


def test_what_child_protection_is_shown_has_no_dated_end_but_what_a_shelter_is_shown_has(child, shelter, cast, now):
    need = record_need(case=child, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    sent = refer(need=need, to_desk=shelter, consent=None, message="", by=cast.zarina, at=now)

    assert Disclosure.objects.get(to_desk__agency__kind="guardianship").until_at is None
    assert sent.disclosure.until_at is not None


def test_both_sides_read_until_when_and_on_which_ground(client, sent, need, cast):
    for officer, address in (
        (cast.zarina, reverse("referral:need", args=[need.pk])),
        (cast.shahlo, reverse("referral:referral", args=[sent.pk])),
    ):
        client.force_login(officer)
        page = client.get(address).content.decode()

        assert "shown until 15.05.2027, then it closes by itself" in page
        assert "on the agreement to a service of 16.11.2026" in page


def test_the_end_is_moved_by_page_and_by_api(client, helping, cast, now):
    client.force_login(cast.zarina)
    client.post(reverse("referral:shorten", args=[helping.pk]), {"until": "2027-03-01"})
    assert Disclosure.objects.get(ended_at=None).until_at.date() == date(2027, 3, 1)

    address = f"/api/referral/sent/{helping.pk}/shorten"
    answered = client.post(address, {"until": "2027-02-01"}, content_type="application/json")
    assert answered.json()["seen_until"].startswith("2027-02-01")

    longer = client.post(address, {"until": "2027-04-01"}, content_type="application/json")
    assert longer.status_code == 422
    assert "01.02.2027" in longer.json()["way_forward"]
    for unreadable in ("", "soon"):
        refused = client.post(reverse("referral:shorten", args=[helping.pk]), {"until": unreadable})
        assert refused.status_code == 422
        assert "2027-01-31" in refused.content.decode()

    again = f"/api/referral/sent/{helping.pk}/again"
    assert client.post(again, {}, content_type="application/json").status_code == 422
