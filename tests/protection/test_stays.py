"""Places are given to those accepted, in an emergency straight from the need, never twice; the guest is seen by consent."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from panoh.protection.actions import PlaceTaken, end_stay, give_place
from panoh.protection.models import Stay
from panoh.referral.actions import record_need
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Disclosure, LedgerEntry
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db


def test_a_place_is_given_and_the_need_is_met(accepted, place, cast, now):
    case = accepted()

    stay = give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    assert stay.until_at is None
    assert case.needs.get().met_at == now
    assert LedgerEntry.objects.last().detail["emergency"] is False


def test_without_referral_or_urgent_need_no_place_is_given(someone, place, cast, now):
    case = someone()
    record_need(case=case, service="safe_accommodation", urgency="later", note="", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="accepted no referral") as refused:
        give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    assert "urgent" in refused.value.way_forward


def test_in_an_emergency_the_place_comes_before_the_paper(someone, place, cast, now):
    case = someone()
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    assert LedgerEntry.objects.last().detail["emergency"] is True
    assert cases_for(cast.shahlo).count() == 0  # nobody agreed yet to show who she is


def test_in_an_emergency_the_shelter_sees_whom_the_person_lets_it_see(someone, place, cast, now):
    case = someone()
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    record_consent(case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now)

    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    assert cases_for(cast.shahlo).get() == case


def test_a_child_in_an_emergency_is_shown_and_child_protection_told(someone, place, cast, now):
    case = someone(born=2015)
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    give_place(case=case, place=place("3", 1), by=cast.shahlo, at=now)

    kinds = set(Disclosure.objects.values_list("to_desk__agency__kind", flat=True))
    assert kinds == {"shelter", "guardianship"}


def test_a_taken_place_names_the_places_still_free(accepted, place, cast, now):
    give_place(case=accepted(), place=place("1", 1), by=cast.shahlo, at=now)

    with pytest.raises(PlaceTaken) as refused:
        give_place(case=accepted(), place=place("1", 1), by=cast.farzona, at=now)

    assert "room 1, bed 2 (women)" in refused.value.way_forward
    assert "men)" not in refused.value.way_forward.replace("women)", "")
    assert Stay.objects.count() == 1


def test_one_person_holds_one_place(accepted, place, cast, now):
    case = accepted()
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)
    record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="place here already"):
        give_place(case=case, place=place("1", 2), by=cast.shahlo, at=now)


def test_a_place_that_does_not_suit_says_why(accepted, place, cast, now):
    with pytest.raises(Refused, match="another sex"):
        give_place(case=accepted(sex="male"), place=place("1", 1), by=cast.shahlo, at=now)


def test_a_family_shares_its_room_and_no_other_family_does(accepted, place, cast, now):
    ours = uuid4()
    give_place(case=accepted(), place=place("5", 1), family=ours, by=cast.shahlo, at=now)
    give_place(case=accepted(born=2018, sex="male"), place=place("5", 2), family=ours, by=cast.shahlo, at=now)

    with pytest.raises(PlaceTaken, match="A family has this room"):
        give_place(case=accepted(), place=place("5", 3), family=uuid4(), by=cast.shahlo, at=now)
    with pytest.raises(PlaceTaken):
        give_place(case=accepted(), place=place("5", 3), by=cast.shahlo, at=now)


def test_a_person_alone_in_a_family_room_has_it_to_themselves(accepted, place, cast, now):
    give_place(case=accepted(sex="other"), place=place("5", 1), by=cast.shahlo, at=now)

    with pytest.raises(PlaceTaken):
        give_place(case=accepted(), place=place("5", 2), family=uuid4(), by=cast.shahlo, at=now)


def test_another_desk_gives_no_place(accepted, place, officer_elsewhere, now):
    with pytest.raises(NotPermitted, match="runs the shelter"):
        give_place(case=accepted(), place=place("1", 1), by=officer_elsewhere, at=now)


def test_when_consent_is_withdrawn_the_bed_stays_and_the_view_ends(accepted, place, cast, now):
    case = accepted()
    stay = give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now)

    withdraw_consent(consent=case.consents.get(), by=cast.zarina, at=now)

    assert cases_for(cast.shahlo).count() == 0
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)


def test_the_two_hours_for_a_shelter_run_from_the_need_to_the_place(accepted, place, cast, now):
    case = accepted()
    running = case.clocks.filter(clock="emergency_shelter", stopped_at=None)
    assert running.get().due_at == now + timedelta(hours=2)

    give_place(case=case, place=place("1", 1), by=cast.shahlo, at=now + timedelta(hours=1))

    assert not running.exists()
