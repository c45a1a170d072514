"""One page asks for the status: filled in already, made by anybody who stands by the person, counting from first contact."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification import actions
from panoh.identification.models import Application
from panoh.identification.queries import application_page, case_block
from panoh.referral.actions import record_need
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import decide

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def apply(case, *, by, at, **given):
    return actions.apply_for_status(case=case, by=by, at=at, **{"made_by": "person", **given})


def test_it_counts_from_first_contact_whenever_it_is_written(woman, cast, now):
    made = apply(woman, made_by="representative", representative="a lawyer", by=cast.zarina, at=now + 40 * DAY)

    assert made.counts_from == woman.opened_at == now
    assert b"a lawyer" not in bytes(made.sealed)
    assert LedgerEntry.objects.last().act == "apply_for_status"


def test_nothing_that_is_missing_refuses_it_and_no_help_waited_for_it(presume, cast, now):
    case = presume(PersonGiven())
    page = application_page(case, cast.zarina, at=now)
    assert {"Name as written", "Born", "Documents", "Nationality"} <= {str(each) for each in page.missing}
    assert record_need(case=case, service="medical_care", urgency="now", note="", by=cast.zarina, at=now).pk

    assert apply(case, by=cast.zarina, at=now).pk


def test_it_is_filled_in_for_whoever_may_open_the_name_and_that_is_on_record(woman, cast, now):
    page = application_page(woman, cast.zarina, at=now)

    assert "1990-04-02" in {value for _label, value in page.known}
    line = LedgerEntry.objects.last()
    assert (line.act, line.purpose) == ("read_identity", "application")


def test_it_is_asked_for_once(woman, cast, now):
    apply(woman, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="counts from first contact"):
        apply(woman, by=cast.nigina, at=now)
    assert [door.page for door in case_block(cast.nigina, woman, now=now).beside] == ["compare_with"]


def test_who_does_not_want_to_wait_opens_the_formal_decision_by_applying(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    with pytest.raises(OutOfOrder):
        actions.open_formal_decision(case=pending, asked_by_person=False, by=cast.rustam, at=now)
    apply(pending, decide_now=True, by=cast.zarina, at=now)

    actions.open_formal_decision(case=pending, asked_by_person=False, by=cast.rustam, at=now)

    assert Case.objects.get().state == "formal_pending"


def test_others_do_not_apply_and_a_record_without_a_name_takes_none(woman, cast, now):
    for officer in (cast.behruz, cast.davlat, cast.rustam, cast.shahlo, cast.safar):
        with pytest.raises(NotPermitted):
            apply(woman, by=officer, at=now)
    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder, match="keeps none"):
        apply(woman, by=cast.zarina, at=now)
    assert LedgerEntry.objects.last().act == "apply_for_status.refused"


def test_by_page_and_api(woman, cast, client):
    client.force_login(cast.zarina)
    address = f"/identification/{woman.pk}/apply/"
    page = client.get(address).content.decode()
    assert "1990-04-02" in page
    assert "nothing that is missing here" in page

    assert client.post(address, {"seen": "presumed", "made_by": "person"}).status_code == 302
    assert Application.objects.get().received_by == cast.zarina
    assert "Application for status received" in client.get(f"/identification/{woman.pk}/").content.decode()
    again = {"seen": "presumed", "made_by": "desk"}
    api = f"/api/identification/cases/{woman.pk}/application"
    assert client.post(api, again, "application/json").status_code == 409


@pytest.mark.parametrize(("who", "says"), [("a neighbour", "not among what can be chosen"), ("guardian", "an adult")])
def test_only_those_on_the_list_apply_and_no_guardian_for_an_adult(woman, cast, now, who, says):
    with pytest.raises(Refused, match=says):
        apply(woman, made_by=who, by=cast.zarina, at=now)

    assert not Application.objects.exists()
