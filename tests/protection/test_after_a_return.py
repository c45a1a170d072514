"""After a return: the receiving desk says that the person came, and who agreed is asked after them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.protection.actions import (
    depart,
    end_stay,
    receive_return,
    record_return_contact,
)
from panoh.protection.queries import worklist
from panoh.registry import vault
from panoh.registry.actions import record_consent, set_contact_rules
from panoh.registry.models import Case, Disclosure
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.rules.contact import Said
from tests.protection.returns import prepared, works

pytestmark = pytest.mark.django_db


def test_the_receiving_desk_says_that_the_person_came(managed, cast, now):
    case = managed()
    row = prepared(case, by=cast.parvina, at=now, to="TJ", region="TJ-SU", desk=cast.shahlo.desk)
    came = {"arrived_on": (now + timedelta(days=1)).date(), "words": "tired and well"}
    tomorrow = now + timedelta(days=1)
    with pytest.raises(OutOfOrder, match="departed"):
        receive_return(of_return=row, **came, by=cast.shahlo, at=tomorrow)
    depart(of_return=row, by=cast.parvina, at=now)
    assert "Receive the person, and record that they came" in works(cast.shahlo, now)
    assert "Ask whether the person arrived" not in works(cast.parvina, now + timedelta(days=2))
    assert "Ask whether the person arrived" in works(cast.parvina, now + timedelta(days=4))

    with pytest.raises(Refused, match="which day"):
        receive_return(
            of_return=row, **{**came, "arrived_on": now.date().replace(year=2020)}, by=cast.shahlo, at=tomorrow
        )
    receive_return(of_return=row, **came, by=cast.shahlo, at=tomorrow)

    row.refresh_from_db()
    assert (row.received_by, vault.unseal(row)["received"]) == (cast.shahlo, "tired and well")
    assert "Receive the person, and record that they came" not in works(cast.shahlo, tomorrow)
    with pytest.raises(Conflict):
        receive_return(of_return=row, **came, by=cast.shahlo, at=tomorrow)
    with pytest.raises(NotPermitted):
        receive_return(of_return=row, **came, by=cast.zarina, at=tomorrow)


def agreed_and_departed(case, cast, now, **more):
    record_consent(case=case, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now)
    row = prepared(case, by=cast.parvina, at=now, **more)
    return depart(of_return=row, by=cast.parvina, at=now)


@pytest.mark.parametrize(("days", "found"), [(82, 0), (84, 1), (174, 2), (359, 3)])
def test_after_3_6_and_12_months_who_agreed_is_asked_after(managed, cast, now, days, found):
    agreed_and_departed(managed(), cast, now)

    due = [item for item in worklist(cast.parvina, now=now + timedelta(days=days)).items if "return" in item.why]

    assert len(due) == found


def test_a_contact_is_recorded_once_stops_its_clock_and_never_without_agreement(managed, cast, now):
    case = managed()
    row = agreed_and_departed(case, cast, now)
    later = now + timedelta(days=88)
    said = {"of_return": row, "months": 3, "came": "spoke", "words": "канарейка: works"}
    with pytest.raises(OutOfOrder, match="early"):
        record_return_contact(**said, by=cast.parvina, at=now)

    record_return_contact(**said, by=cast.parvina, at=later)

    assert not case.clocks.filter(clock="follow_up_3_months", stopped_at=None).exists()
    with pytest.raises(Conflict):
        record_return_contact(**said, by=cast.parvina, at=later)
    with pytest.raises(Refused, match="3, 6 and 12"):
        record_return_contact(**{**said, "months": 4}, by=cast.parvina, at=later)
    with pytest.raises(NotPermitted):
        record_return_contact(**said, by=cast.zarina, at=later)
    set_contact_rules(case=case, said=Said(allowed=False), after=None, by=cast.zarina, at=later)
    with pytest.raises(OutOfOrder, match="did not agree"):
        record_return_contact(**{**said, "months": 6}, by=cast.parvina, at=now + timedelta(days=180))


def test_the_desk_that_received_the_person_asks_after_them_and_sees_how(managed, cast, now):
    case = managed(state="presumed")
    row = agreed_and_departed(case, cast, now, to="TJ", region="TJ-SU", desk=cast.shahlo.desk)
    Case.objects.filter(pk=case.pk).update(manager=None)

    shown = Disclosure.objects.get(case=case, purpose="follow_up", ended_at=None)
    due = [item.what for item in worklist(cast.shahlo, now=now + timedelta(days=84)).items]

    assert (shown.to_desk_id, shown.fields) == (cast.shahlo.desk.pk, ["names", "contact"])
    assert "Contact the person as they agreed" in due
    record_return_contact(of_return=row, months=3, came="spoke", by=cast.shahlo, at=now + timedelta(days=88))


def test_who_left_a_shelter_and_returned_is_asked_after_once_and_not_twice(staying, cast, now):
    case = staying().case
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    record_consent(case=case, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now)
    end_stay(stay=case.stays.get(), because="wish", where_to="abroad", wished=True, by=cast.shahlo, at=now)
    depart(of_return=prepared(case, by=cast.parvina, at=now), by=cast.parvina, at=now)

    due = worklist(cast.parvina, now=now + timedelta(days=84)).items

    assert [each.why for each in due if each.what == "Contact the person as they agreed"] == [
        "3 months after the return"
    ]
