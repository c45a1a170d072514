"""Beginning, agreement, answers: what each act leaves, what stands in the ledger, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps

from panoh.registry import vault
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, Consent, LedgerEntry, Person
from panoh.registry.queries import read_identity
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.actions import (
    begin_screening,
    choose_instrument,
    decline,
    describe_person,
    record_agreement,
    record_answers,
    record_words,
    screen_also,
    tell_conditions,
)
from panoh.screening.models import Answer, Screening
from panoh.screening.queries import screening_for
from panoh.screening.queries.earlier import earlier_cases
from panoh.screening.queries.reading import mark_of
from tests.screening.conftest import ADULT, ADULT_SEXUAL, CHILD, GIVEN

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
    decline(screening=begun, sex="female", nationality="AF", reason="fears_person", by=cast.zarina, at=now)

    kept = Screening.objects.get()
    assert (kept.declined_sex, kept.declined_nationality, kept.declined_reason) == ("female", "AF", "fears_person")
    assert (kept.case, kept.roster_entry, kept.sealed, kept.outcome) == (None, None, None, "declined")
    assert [Person.objects.count(), Case.objects.count(), Consent.objects.count(), Answer.objects.count()] == [0] * 4
    assert last_line().detail == {"reason": "fears_person"}


def test_a_reason_for_declining_is_no_free_text(begun, cast, now):
    with pytest.raises(Refused, match="from the list"):
        decline(screening=begun, reason="Her husband Karim waits outside", by=cast.zarina, at=now)

    assert "Karim" not in everything_stored()


def test_nothing_can_be_added_after_the_person_declined(begun, cast, now):
    decline(screening=begun, reason="not_said", by=cast.zarina, at=now)

    with pytest.raises(Refused, match="declined"):
        record_agreement(screening=begun, given=GIVEN, by=cast.zarina, at=now)


def test_a_person_on_record_who_declines_this_time_is_not_linked_to_the_anonymous_record(agreed, cast, now):
    again = begin_screening(case=agreed.case, language="tg", by=cast.zarina, at=now)

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

    assert choose_instrument(screening=screening, instrument=CHILD, by=cast.zarina, at=now).instrument_version == "1.0"


def test_an_answer_is_kept_with_who_and_when_and_stands_in_the_ledger(agreed, cast, now):
    record_answers(screening=agreed, answers={"AL.CD.documents": "yes"}, by=cast.zarina, at=now)

    answer = Answer.objects.get()
    assert (answer.item, answer.value, answer.by, answer.at) == ("AL.CD.documents", "yes", cast.zarina, now)
    assert (last_line().act, last_line().fields) == ("record_answers", ["AL.CD.documents"])


def test_a_correction_keeps_the_earlier_answer(coerced, cast, now):
    later = now + timedelta(minutes=5)

    record_answers(screening=coerced, answers={"AL.CD.documents": "no"}, by=cast.zarina, at=later)

    rows = list(Answer.objects.filter(item="AL.CD.documents").order_by("pk").values_list("value", "replaced_at"))
    assert rows == [("yes", later), ("no", None)]


def test_the_same_answer_again_changes_nothing(coerced, cast, now):
    lines = LedgerEntry.objects.count()

    record_answers(screening=coerced, answers={"AL.CD.documents": "yes"}, by=cast.zarina, at=now)

    assert (Answer.objects.count(), LedgerEntry.objects.count()) == (2, lines)


@pytest.mark.parametrize(
    ("answers", "named"),
    [({"CL.EX.hazardous": "yes"}, "CL.EX.hazardous"), ({"AL.CD.documents": "perhaps"}, "perhaps")],
)
def test_what_is_no_question_or_no_answer_of_this_set_is_refused_by_name(agreed, cast, now, answers, named):
    with pytest.raises(Refused, match=named):
        record_answers(screening=agreed, answers={"act": "yes", **answers}, by=cast.zarina, at=now)

    assert Answer.objects.count() == 0


def test_a_colleague_of_the_same_desk_goes_on(agreed, a_colleague, now):
    record_answers(screening=agreed, answers={"act": "yes"}, by=a_colleague, at=now)

    assert Answer.objects.get().by == a_colleague


def test_two_officers_with_different_answers_are_told_and_nothing_is_lost(coerced, cast, a_colleague, now):
    with pytest.raises(Conflict, match="colleague") as told:
        record_answers(
            screening=coerced,
            answers={"AL.CD.documents": "no", "AL.CD.isolation": "yes"},
            seen={"AL.CD.documents": "", "AL.CD.isolation": ""},
            by=a_colleague,
            at=now,
        )

    assert told.value.both["AL.CD.documents"].value == "yes"
    assert dict(Answer.objects.filter(replaced_at=None).values_list("item", "value"))["AL.CD.documents"] == "yes"


def test_an_answer_the_officer_has_seen_may_be_corrected_by_a_colleague(coerced, a_colleague, now):
    record_answers(
        screening=coerced,
        answers={"AL.CD.documents": "no"},
        seen={"AL.CD.documents": "yes"},
        by=a_colleague,
        at=now,
    )

    assert Answer.objects.get(item="AL.CD.documents", replaced_at=None).value == "no"


def test_own_words_are_sealed_and_a_correction_keeps_them(agreed, cast, now):
    record_words(screening=agreed, text="first", by=cast.zarina, at=now)
    record_words(screening=agreed, text="second", by=cast.zarina, at=now)

    kept = vault.unseal(Screening.objects.get())
    assert (kept["words"], [each["words"] for each in kept["earlier"]]) == ("second", ["first"])


def test_two_officers_writing_the_persons_words_are_told(agreed, cast, a_colleague, now):
    mark = mark_of(agreed)
    record_words(screening=agreed, text="first", by=cast.zarina, at=now)

    with pytest.raises(Conflict):
        record_words(screening=agreed, text="other", seen=mark, by=a_colleague, at=now)

    assert vault.unseal(Screening.objects.get())["words"] == "first"


@pytest.mark.parametrize("other", ["behruz", "shahlo", "safar", "davlat"])
def test_another_desk_neither_works_on_a_screening_nor_learns_that_it_exists(coerced, cast, now, other):
    with pytest.raises(NotPermitted, match="no such screening"):
        record_answers(screening=coerced, answers={"act": "no"}, by=getattr(cast, other), at=now)


def test_before_agreement_only_the_desk_that_began_goes_on(begun, cast):
    assert screening_for(cast.zarina, begun.pk) == begun
    with pytest.raises(NotPermitted):
        screening_for(cast.behruz, begun.pk)


def test_the_other_set_goes_on_in_the_same_talk_without_asking_again(coerced, cast, now):
    also = screen_also(screening=coerced, instrument=ADULT_SEXUAL, by=cast.zarina, at=now)

    assert (also.case, also.agreed_at, also.instrument) == (coerced.case, coerced.agreed_at, ADULT_SEXUAL)
    assert Consent.objects.count() == 1


def test_a_person_already_on_record_is_hinted_at_only_where_the_officer_may_see_the_case(agreed, cast, now):
    elsewhere = begin_screening(language="ru", by=cast.behruz, at=now)
    other = record_agreement(screening=elsewhere, given=GIVEN, by=cast.behruz, at=now)

    assert list(earlier_cases(other, cast.behruz)) == []
    assert list(earlier_cases(other, cast.nigina)) == [agreed.case]
    assert earlier_cases(other, cast.nigina)[0].by_paper
