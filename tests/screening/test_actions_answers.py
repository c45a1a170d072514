"""Answers and own words: corrections kept, two officers told of each other, other desks kept out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry import vault
from panoh.registry.models import Consent, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.actions import (
    begin_screening,
    record_agreement,
    record_answers,
    record_words,
    screen_also,
)
from panoh.screening.models import Answer, Screening
from panoh.screening.queries import screening_for
from panoh.screening.queries.earlier import earlier_cases
from panoh.screening.queries.reading import mark_of
from tests.screening.conftest import ADULT_SEXUAL, GIVEN

pytestmark = pytest.mark.django_db


def last_line() -> LedgerEntry:
    return LedgerEntry.objects.latest("seq")


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
