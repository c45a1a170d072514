"""Closing a case: what is open is shown first, the person knows and can still ask, and nothing that helps them ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from panoh.desk.closing import closing_page
from panoh.identification import actions as identification
from panoh.identification.models import Decision
from panoh.protection.actions import close_case
from panoh.protection.actions.closing import NOT_CLOSED, Given
from panoh.protection.models import CaseClosing
from panoh.protection.rules.closing import Closing, NotClosed, not_closed
from panoh.referral.actions import record_need
from panoh.registry.actions import PersonGiven, record_consent
from panoh.registry.models import Case, CaseClock, LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from tests.identification.test_telling import tell
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEEDS = "A dentist, and somebody to ask about school."
FINE = Closing(
    wished=False,
    untold=False,
    may_still_ask=False,
    child=False,
    told="in_person",
    way_agreed=False,
    last_needs=True,
    words=False,
    follow_up_agreed=False,
    follow_up_consent=False,
)
GIVEN = {"outcome": "wish", "told": "in_person", "follow_up": "declined", "last_needs": NEEDS}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"untold": True}, NotClosed.UNTOLD),
        ({"may_still_ask": True}, NotClosed.MAY_STILL_ASK),
        ({"may_still_ask": True, "wished": True}, None),
        ({"last_needs": False}, NotClosed.NO_LAST_NEEDS),
        ({"told": "not_possible"}, NotClosed.NOT_TOLD_WHY),
        ({"told": "not_possible", "words": True, "untold": True}, None),
        ({"child": True}, NotClosed.CHILD_ALONE),
        ({"child": True, "told": "telephone", "way_agreed": True}, NotClosed.CHILD_ALONE),
        ({"child": True, "told": "guardian"}, None),
        ({"told": "guardian"}, NotClosed.NO_GUARDIAN),
        ({"told": "telephone"}, NotClosed.WAY_NOT_AGREED),
        ({"told": "telephone", "way_agreed": True}, None),
        ({"follow_up_agreed": True}, NotClosed.NO_CONSENT_TO_CONTACT),
        ({"follow_up_agreed": True, "follow_up_consent": True}, None),
    ],
)
def test_when_a_case_may_be_closed(changed, why):
    assert not_closed(Closing(**{**vars(FINE), **changed})) is why
    assert set(NOT_CLOSED) == set(NotClosed)


@pytest.fixture
def refused(cast, now) -> Case:
    """A negative preliminary decision in effect, not told yet; Parvina manages the case."""
    given = PersonGiven(names=(("Гулбаҳор", "self"),), sex="female", born_from=1990, born_to=1990)
    case = ways.lodged(ways.interviewed(given, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    identification.name_manager(case=case, manager=cast.parvina, by=cast.nigina, at=now)
    ways.decided(case, "negative", cast, at=now)
    return Case.objects.get()


@pytest.fixture
def told(refused, cast, now) -> Case:
    tell(Decision.objects.get(), by=cast.nigina, at=now)
    return refused


def close(case, *, by, at, **changed):
    return close_case(case=case, given=Given(**{**GIVEN, **changed}), by=by, at=at)


def test_nobody_is_closed_who_does_not_know_what_was_decided_or_may_still_ask(refused, cast, now):
    with pytest.raises(Refused, match="does not know yet"):
        close(refused, by=cast.parvina, at=now)
    tell(Decision.objects.get(), by=cast.nigina, at=now)
    with pytest.raises(Refused, match="can still ask"):
        close(refused, outcome="reached", by=cast.parvina, at=now)

    close(refused, outcome="reached", by=cast.parvina, at=now + 91 * DAY)

    assert Case.objects.get().state == "closed"


def test_closed_by_the_persons_wish_the_follow_ups_run_and_the_needs_are_sealed(told, cast, now):
    record_consent(case=told, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now)

    closing = close(told, follow_up="agreed", still_open=2, by=cast.parvina, at=now)

    assert NEEDS.encode() not in bytes(closing.sealed)
    line = LedgerEntry.objects.last()
    assert (line.act, line.detail["outcome"], line.detail["still_open"]) == ("close_case", "wish", 2)
    running = set(CaseClock.objects.filter(stopped_at=None).values_list("clock", flat=True))
    assert {"follow_up_3_months", "follow_up_6_months", "follow_up_12_months"} <= running


def test_help_goes_on_after_closing_and_who_comes_back_is_protected_at_once(told, cast, now):
    close(told, by=cast.parvina, at=now)
    case = Case.objects.get()
    assert record_need(case=case, service="medical_care", urgency="now", note="", by=cast.zarina, at=now).pk

    identification.come_back(case=case, by=cast.zarina, at=now + DAY)

    assert Case.objects.get().state == "presumed"
    assert CaseClosing.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"outcome": "no victim"}, "not among what can be chosen for outcome"),
        ({"told": "by post"}, "not among what can be chosen for told"),
        ({"follow_up": "maybe"}, "not among what can be chosen for follow_up"),
        ({"last_needs": "  "}, "last needs are not written"),
        ({"told": "guardian"}, "no guardian hears it"),
        ({"follow_up": "agreed"}, "not on record as their consent"),
    ],
)
def test_what_is_missing_is_said_and_nothing_moves(told, cast, now, changed, says):
    with pytest.raises(Refused, match=says) as no:
        close(told, by=cast.parvina, at=now, **changed)

    assert no.value.way_forward
    assert Case.objects.get().state == "preliminary_negative"
    assert LedgerEntry.objects.last().act == "close_case.refused"


def test_only_the_manager_closes_and_not_from_everywhere(told, cast, now):
    for officer in (cast.zarina, cast.nigina, cast.davlat, cast.rustam, cast.shahlo, cast.safar):
        with pytest.raises(NotPermitted):
            close(told, by=officer, at=now)
    Case.objects.update(state="recovery")
    with pytest.raises(OutOfOrder, match="not possible while the case is at"):
        close(Case.objects.get(), by=cast.parvina, at=now)


def test_a_child_s_case_is_closed_after_an_assessment_of_best_interests_only(told, cast, now):
    Case.objects.update(track="child")

    with pytest.raises(OutOfOrder, match="best-interests assessment"):
        close(Case.objects.get(), told="guardian", by=cast.parvina, at=now)


def test_the_page_shows_first_what_is_open_and_keeps_what_was_typed(told, cast, now, client):
    client.force_login(cast.parvina)
    record_need(case=told, service="medical_care", urgency="now", note="", by=cast.zarina, at=now)
    address = f"/case/{told.pk}/close/"
    page = client.get(address).content.decode()
    assert page.index("What is open") < page.index("Why is it closed?")
    assert "Find a desk for" in page
    assert f'href="{address}"' in client.get(f"/case/{told.pk}/").content.decode()
    shown = len(closing_page(cast.parvina, told.pk, at=timezone.localtime()).open)
    given = {**GIVEN, "seen": told.state, "shown": shown, "open_seen": "on"}

    record_need(case=told, service="legal_aid", urgency="soon", note="", by=cast.zarina, at=now)
    late = client.post(address, given)

    assert late.status_code == 409
    assert NEEDS in late.content.decode()
    assert f'name="shown" value="{shown + 1}"' in late.content.decode()
    assert client.post(address, {**given, "shown": shown + 1}).status_code == 302
    assert "Closed on" in client.get(f"/case/{told.pk}/", follow=True).content.decode()


def test_by_api_the_same(told, cast, client):
    client.force_login(cast.parvina)
    address = f"/api/desk/cases/{told.pk}/closing"
    shown = len(client.get(address).json())

    old = client.post(address, {**GIVEN, "seen": told.state, "still_open": shown + 1}, "application/json")
    done = client.post(address, {**GIVEN, "seen": told.state, "still_open": shown}, "application/json")

    assert (old.status_code, old.json()["code"]) == (409, "conflict")
    assert (done.status_code, done.json()["outcome"]) == (201, "wish")
    again = client.post(address, {**GIVEN, "seen": told.state, "still_open": shown}, "application/json")
    assert again.status_code == 409
