"""Beginning, agreement, who the person is: what each act leaves, what stands in the ledger, what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.apps import apps

from panoh.registry import vault
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, Consent, LedgerEntry, Person
from panoh.registry.queries import read_identity
from panoh.registry.refusals import NotPermitted, Refused
from panoh.screening.actions import (
    begin_screening,
    choose_instrument,
    decline,
    describe_person,
    record_agreement,
    record_answers,
    record_words,
    tell_conditions,
)
from panoh.screening.models import Answer, Screening
from tests.screening.conftest import ADULT, CHILD, GIVEN

pytestmark = pytest.mark.django_db


def last_line() -> LedgerEntry:
    return LedgerEntry.objects.latest("seq")


def everything_stored() -> str:
    """Every value of every table, as text."""
    rows = (str(row) for model in apps.get_models() for row in model.objects.values_list())
    return "\n".join(rows)


def test_beginning_asks_about_danger_and_stores_nothing_of_the_person(cast, now):
    screening = begin_screening(in_danger=True, by=cast.zarina, at=now)

    assert (screening.in_danger, screening.case, screening.sealed) == (True, None, None)
    assert Person.objects.count() == 0
    assert last_line().act == "begin_screening"


@pytest.mark.parametrize("post", ["shahlo", "davlat", "rustam", "jamshed", "firuza", "alisher", "safar"])
def test_a_post_that_does_not_screen_cannot_begin(cast, now, post):
    with pytest.raises(NotPermitted):
        begin_screening(by=getattr(cast, post), at=now)

    assert Screening.objects.count() == 0
    assert last_line().act == "begin_screening.refused"


def test_no_interview_where_others_listen(cast, now):
    screening = begin_screening(by=cast.zarina, at=now)

    with pytest.raises(Refused, match="others listen"):
        tell_conditions(
            screening=screening,
            private_place=False,
            language="tg",
            interpreter=False,
            track="adult",
            by=cast.zarina,
            at=now,
        )


def test_agreement_counts_only_after_the_conditions_were_told(cast, now):
    screening = begin_screening(by=cast.zarina, at=now)

    with pytest.raises(Refused, match="private place"):
        record_agreement(screening=screening, by=cast.zarina, at=now)


def test_agreement_opens_a_case_and_keeps_the_consent(begun, cast, now):
    case = record_agreement(screening=begun, given=GIVEN, by=cast.zarina, at=now)

    consent = Consent.objects.get(case=case)
    assert (case.state, case.track) == ("signal", "adult")
    assert (consent.purpose, consent.given, consent.language, consent.explained) == ("interview", True, "tg", True)
    assert Screening.objects.get().case == case
    assert last_line().act == "record_agreement"


@pytest.mark.parametrize(
    "act",
    [
        lambda screening, **by: record_words(screening=screening, text="anything", **by),
        lambda screening, **by: record_answers(screening=screening, answers={"act": "yes"}, **by),
        lambda screening, **by: describe_person(screening=screening, given=GIVEN, **by),
        lambda screening, **by: choose_instrument(screening=screening, instrument=ADULT, **by),
    ],
)
def test_nothing_personal_is_written_before_agreement(begun, cast, now, act):
    with pytest.raises(Refused, match="Nothing personal"):
        act(begun, by=cast.zarina, at=now)

    assert (Person.objects.count(), Answer.objects.count(), Screening.objects.get().sealed) == (0, 0, None)


def test_an_adult_who_declines_leaves_sex_nationality_and_reason_and_nothing_else(begun, cast, now):
    decline(screening=begun, sex="female", nationality="AF", reason="fear_of_traffickers", by=cast.zarina, at=now)

    kept = Screening.objects.get()
    assert (kept.declined_sex, kept.declined_nationality, kept.declined_reason) == (
        "female",
        "AF",
        "fear_of_traffickers",
    )
    assert (kept.case, kept.roster_entry, kept.sealed, kept.outcome) == (None, None, None, "declined")
    assert [Person.objects.count(), Case.objects.count(), Consent.objects.count(), Answer.objects.count()] == [0] * 4
    assert last_line().detail == {"reason": "fear_of_traffickers"}


def test_a_reason_for_declining_is_no_free_text(begun, cast, now):
    with pytest.raises(Refused, match="from the list"):
        decline(screening=begun, reason="Her husband Karim waits outside", by=cast.zarina, at=now)

    assert "Karim" not in everything_stored()


def test_nothing_can_be_added_after_the_person_declined(begun, cast, now):
    decline(screening=begun, reason="not_told", by=cast.zarina, at=now)

    with pytest.raises(Refused, match="declined"):
        record_agreement(screening=begun, given=GIVEN, by=cast.zarina, at=now)


def test_a_person_on_record_who_declines_this_time_is_not_linked_to_the_anonymous_record(agreed, cast, now):
    again = begin_screening(case=agreed.case, language="tg", knowingly=True, by=cast.zarina, at=now)

    decline(screening=again, sex="male", reason="not_now", by=cast.zarina, at=now)

    assert Screening.objects.get(pk=again.pk).case is None
    assert agreed.case.consents.latest("pk").given is False


def test_a_child_is_asked_and_protected_whatever_the_child_answers(cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)

    case = record_agreement(screening=screening, agreed=False, by=cast.zarina, at=now)

    assert case.track == "child"
    assert Consent.objects.get(case=case).given is False


def test_a_child_is_never_recorded_as_declining(cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)

    with pytest.raises(Refused, match="cannot decline"):
        decline(screening=screening, reason="not_now", by=cast.zarina, at=now)


def test_an_adult_who_does_not_agree_is_not_interviewed(begun, cast, now):
    with pytest.raises(Refused, match="not interviewed"):
        record_agreement(screening=begun, agreed=False, by=cast.zarina, at=now)


@pytest.mark.parametrize(
    "given", [replace(GIVEN, age_in_doubt=True), PersonGiven(birth_date="2010", born_from=2010, born_to=2010)]
)
def test_a_child_or_a_doubt_turns_the_case_to_the_childs_way(agreed, cast, now, given):
    describe_person(screening=agreed, given=given, by=cast.zarina, at=now)

    assert Case.objects.get().track == "child"
    assert Screening.objects.get().track == "child"


def test_the_eighteenth_birthday_is_counted_in_the_countrys_own_day(agreed, cast, now):
    """20:00 in Greenwich on the eve is one o'clock in the morning of the birthday in Dushanbe."""
    born = PersonGiven(birth_date="2008-11-17", born_from=2008, born_to=2008)
    eve = datetime(2026, 11, 16, 20, 0, tzinfo=UTC)

    describe_person(screening=agreed, given=born, by=cast.zarina, at=now)
    assert Case.objects.get().track == "child"

    describe_person(screening=agreed, given=born, by=cast.zarina, at=eve)
    assert Case.objects.get().track == "adult"


def test_who_was_seen_as_a_child_stays_one_while_no_birth_date_says_otherwise(cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)
    record_agreement(screening=screening, agreed=False, by=cast.zarina, at=now)

    describe_person(screening=screening, given=PersonGiven(), by=cast.zarina, at=now)
    assert Case.objects.get().track == "child"

    with pytest.raises(Refused, match="did not agree"):
        describe_person(screening=screening, given=GIVEN, by=cast.zarina, at=now)


def test_a_correction_of_the_particulars_keeps_what_stood_there(agreed, cast, now):
    describe_person(screening=agreed, given=replace(GIVEN, contact="sister, evenings"), by=cast.zarina, at=now)

    person = Person.objects.get()
    kept = vault.unseal(person)["earlier"][0]
    assert kept["contact"] == ""
    assert kept["replaced_by"] == cast.zarina.pk
    assert (
        read_identity(case=Case.objects.get(), viewer=cast.zarina, purpose="test", at=now).contact == "sister, evenings"
    )


def test_what_is_stored_shows_no_name_number_or_word_of_the_person(agreed, cast, now):
    record_words(screening=agreed, text="The foreman kept my passport", by=cast.zarina, at=now)

    stored = everything_stored()
    assert not [part for part in ("Раҳимов", "4455661", "foreman", "1994-03-02") if part in stored]


def test_a_child_gets_no_set_of_questions_for_adults(cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)
    record_agreement(screening=screening, by=cast.zarina, at=now)

    with pytest.raises(Refused, match="is for adults"):
        choose_instrument(screening=screening, instrument=ADULT, by=cast.zarina, at=now)

    assert choose_instrument(screening=screening, instrument=CHILD, by=cast.zarina, at=now).instrument_version == "1.1"
