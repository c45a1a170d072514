"""A resident never vanishes from the house they live in: it is told in time to ask, and can ask later too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification.actions import tell_guardianship
from panoh.protection.actions import ask_resident_again, end_stay
from panoh.protection.queries import shelter_page, worklist
from panoh.protection.queries.in_view import house_view
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Disclosure, LedgerEntry
from panoh.registry.moment import at_moment
from panoh.registry.refusals import Conflict, NotPermitted, Refused

pytestmark = pytest.mark.django_db
ASK = "Ask the person whether your house may go on seeing their case"
DAY = timedelta(days=1)


def asked_for(officer, at) -> list:
    with at_moment(at):
        return [each for each in worklist(officer, now=at).items if each.what == ASK]


@pytest.fixture
def seen(staying, cast):
    """Somebody who lives in the house, and until when it sees them."""
    stay = staying()
    return stay, house_view(stay.case, cast.shahlo.desk).until_at


def test_the_house_is_told_two_weeks_before_its_view_ends_and_still_afterwards(seen, cast, now):
    stay, until = seen

    assert asked_for(cast.shahlo, until - 15 * DAY) == []
    [early] = asked_for(cast.shahlo, until - 13 * DAY)
    [late] = asked_for(cast.farzona, until + 5 * DAY)

    assert (early.reference, early.escalated) == (str(stay.place), False)
    assert "the bed stays theirs" in early.why
    assert late.escalated
    assert asked_for(cast.zarina, until) == []


def test_a_resident_whose_time_is_over_stays_on_the_list_of_the_house(seen, cast):
    stay, until = seen

    with at_moment(until + DAY):
        [resident] = shelter_page(cast.shahlo, now=until + DAY).residents

    assert (resident.stay, resident.seen) == (stay, False)


@pytest.mark.parametrize("days", [-10, 10])
def test_a_yes_shows_them_for_a_new_time_before_the_end_and_after_it(seen, cast, days):
    stay, until = seen
    at = until + days * DAY

    with at_moment(at):
        ask_resident_again(stay=stay, agreed=True, language="tg", explained=True, by=cast.shahlo, at=at)
        [resident] = shelter_page(cast.shahlo, now=at).residents

    assert resident.seen
    assert asked_for(cast.shahlo, at) == []
    assert house_view(stay.case, cast.shahlo.desk).until_at > until + 100 * DAY
    assert LedgerEntry.objects.last().act == "ask_resident_again"
    referral = stay.case.needs.get().referrals.get()
    assert referral.disclosure.until_at > until


def test_a_no_ends_nothing_and_is_not_asked_again_and_again(seen, cast):
    stay, until = seen
    at = until - 5 * DAY

    with at_moment(at):
        ask_resident_again(stay=stay, agreed=False, language="tg", explained=True, by=cast.shahlo, at=at)
        [resident] = shelter_page(cast.shahlo, now=at).residents

    assert resident.seen  # until the day agreed before
    assert asked_for(cast.shahlo, at) == asked_for(cast.shahlo, until + DAY) == []
    stay.refresh_from_db()
    assert stay.until_at is None


def test_who_took_their_yes_back_or_never_shared_is_left_in_peace(seen, cast, now):
    stay, until = seen
    withdraw_consent(consent=stay.case.consents.get(purpose="service"), by=cast.zarina, at=now)

    assert asked_for(cast.shahlo, until) == []


def test_a_child_goes_on_being_seen_without_consent_and_child_protection_knows(staying, cast):
    stay = staying("3", 1, born=2015)
    tell_guardianship(case=stay.case, by=cast.zarina, at=stay.from_at) if not _told(stay) else None
    until = house_view(stay.case, cast.shahlo.desk).until_at

    with at_moment(until):
        ask_resident_again(stay=stay, agreed=True, language="tg", explained=True, by=cast.shahlo, at=until)

    assert asked_for(cast.shahlo, until) == []
    assert not stay.case.consents.filter(purpose="service").exists()
    assert _told(stay)


def _told(stay) -> bool:
    return stay.case.disclosures.filter(to_desk__posts__role="guardian").exists()


def test_refusals_say_why(seen, officer_elsewhere, cast, now):
    stay, _until = seen
    yes = {"agreed": True, "language": "tg", "explained": True}

    with pytest.raises(Refused, match="only after it was explained"):
        ask_resident_again(stay=stay, agreed=True, language="tg", explained=False, by=cast.shahlo, at=now)
    with pytest.raises(Refused, match="until that day"):
        ask_resident_again(stay=stay, **yes, until=(now - DAY).date(), by=cast.shahlo, at=now)
    for by in (officer_elsewhere, cast.zarina):
        with pytest.raises(NotPermitted):
            ask_resident_again(stay=stay, **yes, by=by, at=now)
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)
    with pytest.raises(Conflict, match="ended already"):
        ask_resident_again(stay=stay, **yes, by=cast.shahlo, at=now)


def test_page_and_api(seen, client, cast):
    stay, _until = seen
    client.force_login(cast.shahlo)
    views = Disclosure.objects.filter(case=stay.case, ended_at=None, to_answer=False)
    given = {"agreed": "yes", "language": "tg"}

    refused = client.post(reverse("protection:ask_again", args=[stay.pk]), given)
    assert "only after it was explained" in refused.content.decode()
    client.post(reverse("protection:ask_again", args=[stay.pk]), {**given, "explained": "on"})
    body = {"agreed": True, "language": "tg", "explained": True}
    sent = client.post(f"/api/protection/stays/{stay.pk}/asked-again", data=body, content_type="application/json")

    assert sent.status_code == 204
    assert stay.case.consents.filter(purpose="service").count() == 3
    assert views.count() == 1
