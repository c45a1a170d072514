"""A stay ends by the person's wish at once; against it, and for a child, only with a second officer; never for a status."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.protection.actions import comes_back, end_stay, give_place, goes_out, refuse_departure, sign_departure
from panoh.protection.models import Absence, Departure, Stay
from panoh.protection.queries import worklist
from panoh.protection.rules.leaving import MayEnd, MayNotEnd, may_end
from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

pytestmark = pytest.mark.django_db
LATER = timedelta(days=30)


def signatures(officer, at) -> list[str]:
    return [item.why for item in worklist(officer, now=at).items if item.what.startswith("Look at the end of a stay")]


@pytest.mark.parametrize("track", ["adult", "child"])
@pytest.mark.parametrize("because", [each for each in Departure.Because.values if each not in {"not_back", "moved"}])
def test_whoever_wishes_to_leave_may_leave(because, track):
    answer = may_end(because=because, where_to="family", wished=True, track=track, out_for=None)

    assert answer == MayEnd(second=track == "child")


def test_no_wish_is_no_reason_by_itself():
    assert isinstance(may_end(because="wish", where_to="family", wished=False, track="adult", out_for=None), MayNotEnd)


def test_a_reason_the_rule_does_not_know_ends_nothing_against_the_wish():
    """A negative decision, a closed investigation, a refused testimony, the end of a term."""
    for because in ("negative", "closed_case", "no_testimony", "term_over", ""):
        answer = may_end(because=because, where_to="family", wished=False, track="adult", out_for=None)
        assert isinstance(answer, MayNotEnd), because


@pytest.mark.parametrize(("hours", "may"), [(None, False), (71, False), (72, True)])
def test_a_bed_left_is_kept_for_three_days(hours, may):
    out_for = None if hours is None else timedelta(hours=hours)

    answer = may_end(because="not_back", where_to="not_told", wished=False, track="adult", out_for=out_for)

    assert isinstance(answer, MayEnd) is may


def test_by_wish_the_place_is_free_at_once_and_the_reason_on_record(staying, accepted, place, cast, now):
    stay = staying()

    departure = end_stay(
        stay=stay, because="wish", where_to="own_home", wished=True, words="A room.", by=cast.farzona, at=now + LATER
    )

    line = LedgerEntry.objects.last()
    assert (line.act, line.detail["because"], line.detail["wished"], line.detail["waits"]) == (
        "end_stay",
        "wish",
        True,
        False,
    )
    assert vault.unseal(Departure.objects.get(pk=departure.pk)) == {"words": "A room."}
    assert give_place(case=accepted(), place=place("1", 1), by=cast.shahlo, at=now + LATER)


def test_a_stay_ends_once(staying, cast, now):
    stay = staying()
    end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.farzona, at=now + LATER)

    with pytest.raises(Conflict, match="ended already"):
        end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now + LATER)


def test_against_the_wish_the_person_stays_until_a_second_officer_signs(staying, cast, now):
    stay = staying()
    asked = end_stay(
        stay=stay, because="danger", where_to="shelter", wished=False, words="A knife.", by=cast.shahlo, at=now
    )
    stay.refresh_from_db()
    assert stay.until_at is None

    with pytest.raises(Refused, match="takes a colleague"):
        sign_departure(departure=asked, by=cast.shahlo, at=now)
    assert signatures(cast.shahlo, now) == []
    assert signatures(cast.farzona, now) == ["a danger to others in the house"]
    sign_departure(departure=asked, by=cast.farzona, at=now)

    stay.refresh_from_db()
    assert (stay.until_at, stay.ended_by) == (now, cast.farzona)
    assert LedgerEntry.objects.last().act == "sign_departure"


def test_against_the_wish_needs_written_reasons(staying, cast, now):
    with pytest.raises(Refused, match="written reasons"):
        end_stay(stay=staying(), because="care", where_to="health", wished=False, words="  ", by=cast.shahlo, at=now)

    assert LedgerEntry.objects.last().act == "end_stay.refused"


def test_what_is_not_signed_leaves_the_person_where_they_are_and_can_be_asked_again(staying, cast, now):
    stay = staying()
    asked = end_stay(stay=stay, because="care", where_to="health", wished=False, words="Ill.", by=cast.shahlo, at=now)

    refuse_departure(departure=asked, by=cast.farzona, at=now)

    assert Stay.objects.get().until_at is None
    with pytest.raises(Conflict, match="decided this already"):
        sign_departure(departure=asked, by=cast.farzona, at=now)
    end_stay(stay=stay, because="wish", where_to="health", wished=True, by=cast.shahlo, at=now)
    assert Stay.objects.get().until_at == now


def test_asked_twice_is_told(staying, cast, now):
    stay = staying()
    given = {"stay": stay, "because": "danger", "where_to": "shelter", "wished": False, "words": "A fight."}
    end_stay(**given, by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="signature already"):
        end_stay(**given, by=cast.farzona, at=now)


def test_a_child_leaves_to_somebody_and_with_two_signatures(staying, cast, now):
    stay = staying("3", 1, born=2015)
    with pytest.raises(Refused, match="leaves to somebody"):
        end_stay(stay=stay, because="wish", where_to="not_told", wished=True, by=cast.shahlo, at=now)

    asked = end_stay(stay=stay, because="wish", where_to="family", wished=True, by=cast.shahlo, at=now)

    assert Stay.objects.get().until_at is None
    sign_departure(departure=asked, by=cast.farzona, at=now)
    assert Stay.objects.get().until_at == now


def test_the_database_too_refuses_one_signature_for_two(staying, cast, now):
    row = {"stay": staying(), "because": "danger", "where_to": "family", "asked_by": cast.shahlo, "asked_at": now}

    for wrong in (
        {"wished": False, "needs_second": False, "decided_by": cast.shahlo, "decided_at": now},
        {"wished": False, "needs_second": True, "decided_by": cast.shahlo, "decided_at": now},
        {"wished": False, "needs_second": True, "decided_at": now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Departure.objects.create(**row, **wrong)


def test_whoever_is_out_keeps_the_bed_and_nothing_is_asked(staying, cast, now):
    stay = staying()

    goes_out(stay=stay, by=cast.shahlo, at=now)
    with pytest.raises(Conflict, match="already that the person is out"):
        goes_out(stay=stay, by=cast.farzona, at=now)
    with pytest.raises(Refused, match="bed is kept for three days"):
        end_stay(stay=stay, because="not_back", where_to="not_told", wished=False, words="-", by=cast.shahlo, at=now)
    comes_back(stay=stay, by=cast.farzona, at=now + timedelta(hours=5))

    assert Absence.objects.get().back_at == now + timedelta(hours=5)
    assert signatures(cast.shahlo, now + timedelta(hours=4)) == []
    with pytest.raises(Conflict, match="in already"):
        comes_back(stay=stay, by=cast.farzona, at=now)


def test_another_house_ends_no_stay(staying, officer_elsewhere, now):
    stay = staying()

    with pytest.raises(NotPermitted):
        end_stay(stay=stay, because="wish", where_to="family", wished=True, by=officer_elsewhere, at=now)
    with pytest.raises(NotPermitted):
        goes_out(stay=stay, by=officer_elsewhere, at=now)
