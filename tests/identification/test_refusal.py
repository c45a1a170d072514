"""An adult who declines leaves sex, nationality and a reason, and nothing else anywhere in the database."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps

from panoh.identification import actions
from panoh.identification.models import Refusal
from panoh.names.keys import keys
from panoh.registry import ledger, vault
from panoh.registry.actions import PersonGiven, disclose, open_case, record_consent, register_person, take_step
from panoh.registry.models import Case, LedgerEntry, Person, PersonKey
from panoh.registry.queries import find_people
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import plan_second_look
from panoh.screening.models import Joining, Operation, RosterEntry, RosterMatch, Screening, SecondLook
from tests.identification.conftest import agree

pytestmark = pytest.mark.django_db

PERSONAL = ("Муҳаббат", "Ҷӯраева", "Muhabbat", "DEMO 123", "DEMO123", "1990-04-02", "sister", "at the bus station")


@pytest.fixture
def listed(woman, cast, now) -> RosterEntry:
    """The woman came on a flight, stood on its list, and told her story in an interview."""
    flight = Operation.objects.create(
        kind="flight", title="Flight", on=now.date(), desk=cast.zarina.desk, opened_by=cast.zarina, opened_at=now
    )
    entry = RosterEntry(
        operation=flight, row=1, digest=vault.blind("row", "1"), case=woman, born_from=1990, born_to=1990
    )
    vault.seal(entry, {"name": "Muhabbat Juraeva", "document": "DEMO 123"})
    entry.save()
    interview = Screening(
        case=woman,
        roster_entry=entry,
        instrument="x",
        instrument_version="1",
        track="adult",
        outcome="finished",
        desk=cast.zarina.desk,
        started_by=cast.zarina,
        started_at=now,
        agreed_at=now,
    )
    vault.seal(interview, {"words": "He took my papers at the bus station."})
    interview.save()
    return entry


def everything_readable() -> str:
    """Every column of every table, and every sealed payload that a key still opens."""
    found = []
    for model in apps.get_models():
        for row in model.objects.all():
            found.append(" ".join(str(getattr(row, field.attname)) for field in model._meta.concrete_fields))
            if hasattr(row, "sealed"):
                found.append(str(vault.unseal(row)))
    return "\n".join(found)


def test_nothing_personal_is_left_in_any_column_or_behind_any_seal(woman, listed, cast, now):
    assert all(part in everything_readable() for part in ("Муҳаббат", "DEMO 123", "sister", "at the bus station"))
    digests = [vault.blind("name", key) for key in keys("Муҳаббат Ҷӯраева")]

    actions.record_refusal(case=woman, reason="fear_of_authorities", by=cast.zarina, at=now)

    left = everything_readable()
    assert [part for part in (*PERSONAL, *digests) if part in left] == []
    assert not PersonKey.objects.exists()
    assert not Person.objects.exclude(sealed=None, sealed_key=None).exists()
    assert not Screening.objects.exclude(sealed=None, sealed_key=None, roster_entry=None).exists()
    assert not find_people(names=("Муҳаббат Ҷӯраева",), documents=("DEMO 123",)).exists()


def test_sex_nationality_and_the_reason_stay(woman, cast, now):
    actions.record_refusal(case=woman, reason="fear_of_authorities", by=cast.zarina, at=now)

    woman.refresh_from_db()
    assert (woman.state, woman.person.sex, woman.person.nationality) == ("declined_anonymous", "female", "TJ")
    assert woman.person.born_from is None
    assert Refusal.objects.get().reason == "fear_of_authorities"
    assert LedgerEntry.objects.last().act == "record_refusal"
    assert ledger.verify().whole


def test_the_passenger_list_keeps_its_line_but_neither_name_nor_case(woman, listed, cast, now):
    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    entry = RosterEntry.objects.get()
    assert (entry.case_id, entry.status, entry.sealed, entry.born_from) == (None, "declined", None, None)
    assert entry.digest == listed.digest


def test_a_line_joined_to_theirs_is_emptied_too_and_nobody_is_sent_after_them(woman, listed, cast, now):
    second = RosterEntry(operation=listed.operation, row=2, digest="2" * 32, status="joined", born_from=1990)
    vault.seal(second, {"name": "Muhabbat Juraeva", "contact": "her sister"})
    second.save()
    Joining.objects.create(kept=listed, other=second, status_before="to_screen", at=now, by=cast.zarina)
    plan_second_look(case=woman, on=date(2026, 12, 1), why="trust", by=cast.zarina, at=now)

    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    assert [word for word in PERSONAL if word in everything_readable()] == []
    assert RosterEntry.objects.get(pk=second.pk).status == "joined"
    assert SecondLook.objects.get().ended_because == "not_wished"


def test_no_list_says_any_more_whose_record_it_was(woman, listed, cast, now):
    known = register_person(given=PersonGiven(), by=cast.behruz, at=now)
    other = RosterEntry.objects.create(operation=listed.operation, row=99, digest="9" * 32)
    for entry, person in ((listed, known), (other, woman.person)):
        RosterMatch.objects.create(entry=entry, person=person, strength="strong", proposed_at=now)

    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    assert not RosterMatch.objects.exists()


def test_consents_end_with_everything_shown_because_of_them_but_services_stay_open(woman, cast, now):
    for purpose, desk in (("referral", cast.nigina.desk), ("service", cast.shahlo.desk)):
        consent = record_consent(
            case=woman, purpose=purpose, given=True, language="tg", explained=True, by=cast.zarina, at=now
        )
        disclose(case=woman, to_desk=desk, purpose=purpose, fields=(), consent=consent, by=cast.zarina, at=now)

    actions.record_refusal(case=woman, reason="other_help", by=cast.zarina, at=now)

    assert set(woman.consents.filter(withdrawn_at=None).values_list("purpose", flat=True)) == {"service"}
    assert set(woman.disclosures.filter(ended_at=None).values_list("purpose", flat=True)) == {"service"}


def test_after_declining_only_a_new_consent_leads_to_a_referral(woman, cast, now):
    """Scenario 1 of the reference."""
    agree(woman, by=cast.zarina, at=now)
    actions.record_refusal(case=woman, reason="not_a_victim", by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder):
        actions.lodge(case=woman, by=cast.zarina, at=now)
    take_step(case=woman, step="come_back", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="not consented"):
        actions.lodge(case=woman, by=cast.zarina, at=now)

    agree(woman, by=cast.zarina, at=now)
    assert actions.lodge(case=woman, by=cast.zarina, at=now).state == "referred"


def test_another_case_of_the_same_person_keeps_its_name(woman, cast, now):
    other = open_case(person=woman.person, track="adult", by=cast.behruz, at=now)

    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    woman, other = Case.objects.get(pk=woman.pk), Case.objects.get(pk=other.pk)
    assert vault.unseal(woman.person) == {}
    assert vault.unseal(other.person)["names"]
    assert (woman.person.sex, woman.person.nationality) == ("female", "TJ")


def test_without_the_hotline_number_nothing_is_forgotten_or_moved(woman, cast, now):
    with pytest.raises(OutOfOrder, match="hotline") as refused:
        actions.record_refusal(case=woman, reason="not_told", hotline_given=False, by=cast.zarina, at=now)

    assert "leaflet" in refused.value.way_forward
    assert Case.objects.get().state == "presumed"
    assert vault.unseal(Person.objects.get())["names"]


def test_a_reason_that_could_hold_a_name_is_not_kept(woman, cast, now):
    with pytest.raises(Refused, match="not one of the reasons"):
        actions.record_refusal(case=woman, reason="Karim said no", by=cast.zarina, at=now)

    assert "Karim" not in everything_readable()


def test_a_case_that_moved_on_is_not_forgotten_from_an_old_page(agreed, cast, now):
    stale = Case.objects.get(pk=agreed.pk)
    actions.lodge(case=agreed, by=cast.zarina, at=now)

    with pytest.raises(Conflict):
        actions.record_refusal(case=stale, reason="not_told", by=cast.zarina, at=now)

    assert vault.unseal(Person.objects.get())["names"]


def test_only_a_desk_that_works_on_the_case_records_a_refusal(woman, cast, now):
    for officer in (cast.behruz, cast.davlat, cast.shahlo, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            actions.record_refusal(case=woman, reason="not_told", by=officer, at=now)


def test_who_agreed_twice_to_the_same_can_still_decline(woman, cast, now):
    for _ in range(2):
        record_consent(
            case=woman, purpose="referral", given=True, language="tg", explained=True, by=cast.zarina, at=now
        )

    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    assert not woman.consents.filter(withdrawn_at=None, given=True).exclude(purpose="service").exists()
