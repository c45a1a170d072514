"""Finishing: presumed or not, moving the case only where the procedure allows, and never closing anything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.registry.models import Case, CaseStep, LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder
from panoh.screening.actions import begin_screening, finish, record_agreement, record_answers, screen_also
from panoh.screening.models import Finding, Screening
from panoh.screening.queries import worklist
from tests.screening.conftest import ADULT, ADULT_SEXUAL, COERCED, GIVEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def negative(agreed, cast, now) -> Screening:
    record_answers(screening=agreed, answers={"act": "no"}, by=cast.zarina, at=now)
    finish(screening=agreed, by=cast.zarina, at=now)
    return agreed


def screened_again(case: Case, answers: dict[str, str], cast, at) -> Finding:
    again = begin_screening(case=case, instrument=ADULT, language="tg", by=cast.zarina, at=at)
    record_agreement(screening=again, by=cast.zarina, at=at)
    record_answers(screening=again, answers=answers, by=cast.zarina, at=at)
    return finish(screening=again, by=cast.zarina, at=at)


def test_signs_make_the_person_presumed_and_say_why(coerced, cast, now):
    finding = finish(screening=coerced, by=cast.zarina, at=now)

    case = Case.objects.get()
    assert (finding.outcome, finding.presumed, finding.positive) == ("TIP_POSSIBLE", True, ["CD"])
    assert (case.state, case.form) == ("presumed", "labour")
    assert Screening.objects.get().outcome == "finished"
    assert LedgerEntry.objects.latest("seq").act == "finish"


def test_a_negative_finding_closes_nothing_and_is_no_determination(negative):
    assert Finding.objects.get().presumed is False
    assert (Case.objects.get().state, Case.objects.get().form) == ("screened_negative", "unknown")


def test_an_officer_may_presume_on_judgement_whatever_the_score(negative, cast, now):
    finding = finish(screening=negative, on_judgement=True, by=cast.zarina, at=now)

    assert (finding.presumed, finding.on_judgement, finding.outcome) == (True, True, "INSUFFICIENT")
    assert list(CaseStep.objects.order_by("pk").values_list("step", "to_state")) == [
        ("open", "signal"),
        ("screen", "screened_negative"),
        ("screen_again", "presumed"),
    ]


def test_an_officer_may_presume_before_any_question(begun, cast, now):
    record_agreement(screening=begun, given=GIVEN, by=cast.zarina, at=now)

    finish(screening=begun, on_judgement=True, by=cast.zarina, at=now)

    assert Case.objects.get().state == "presumed"


def test_without_an_answer_there_is_nothing_to_assess(agreed, cast, now):
    with pytest.raises(OutOfOrder, match="nothing to assess"):
        finish(screening=agreed, by=cast.zarina, at=now)

    assert Case.objects.get().state == "signal"


def test_an_earlier_negative_weighs_nothing(negative, cast, now):
    screened_again(negative.case, COERCED, cast, now + timedelta(days=30))

    assert Case.objects.get().state == "presumed"


def test_a_later_negative_never_takes_a_presumption_away(coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)

    finding = screened_again(coerced.case, {"act": "no"}, cast, now + timedelta(days=1))

    assert finding.presumed is False
    assert (Case.objects.get().state, Case.objects.get().form) == ("presumed", "labour")


def test_a_finding_further_along_is_recorded_and_moves_nothing(coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)
    Case.objects.update(state="recovery", form="labour")

    also = screen_also(screening=coerced, instrument=ADULT_SEXUAL, by=cast.zarina, at=now)
    record_answers(
        screening=also, answers={"AS.CD.documents": "yes", "AS.CD.debt_bondage": "yes"}, by=cast.zarina, at=now
    )
    finding = finish(screening=also, by=cast.zarina, at=now)

    assert (finding.presumed, finding.provisional) == (True, True)
    assert (Case.objects.get().state, Case.objects.get().form) == ("recovery", "labour")


def test_pressing_finish_twice_records_one_finding(coerced, cast, a_colleague, now):
    first = finish(screening=coerced, by=cast.zarina, at=now)

    assert finish(screening=coerced, by=a_colleague, at=now) == first
    assert Finding.objects.count() == 1


def test_a_correction_after_the_finding_opens_the_interview_and_keeps_the_finding(negative, cast, now):
    record_answers(screening=negative, answers=COERCED, by=cast.zarina, at=now)
    assert Screening.objects.get().outcome == "open"

    finish(screening=negative, by=cast.zarina, at=now)

    assert list(Finding.objects.order_by("pk").values_list("presumed", flat=True)) == [False, True]
    assert Case.objects.get().state == "presumed"


def test_another_desk_cannot_finish(coerced, cast, now):
    with pytest.raises(NotPermitted):
        finish(screening=coerced, by=cast.behruz, at=now)

    assert Finding.objects.count() == 0


def test_an_unfinished_interview_waits_for_its_desk(coerced, cast, now):
    mine = worklist(cast.zarina, now=now)

    assert (mine.total, mine.items[0].reference) == (1, coerced.case.reference)
    assert mine.items[0].due_at == now + timedelta(hours=24)
    assert worklist(cast.behruz, now=now).total == worklist(cast.safar, now=now).total == 0


@pytest.mark.parametrize(("day", "due"), [(1, None), (24, 30), (40, 30), (100, 30)])
def test_a_person_in_whom_nothing_was_found_is_seen_again_after_thirty_days(negative, cast, now, day, due):
    mine = worklist(cast.zarina, now=now + timedelta(days=day))

    assert [item.due_at for item in mine.items] == ([now + timedelta(days=due)] if due else [])


def test_after_the_second_look_the_third_is_due_at_ninety_days_and_then_none(negative, cast, now):
    screened_again(negative.case, {"act": "no"}, cast, now + timedelta(days=30))
    assert worklist(cast.zarina, now=now + timedelta(days=40)).total == 0
    assert worklist(cast.zarina, now=now + timedelta(days=84)).items[0].due_at == now + timedelta(days=90)

    screened_again(negative.case, {"act": "no"}, cast, now + timedelta(days=88))

    assert worklist(cast.zarina, now=now + timedelta(days=120)).total == 0


def test_a_worklist_takes_as_many_queries_for_twenty_as_for_two(negative, cast, now):
    """Of two kinds: a talk that is over and is to be held again, and talks to go on with."""

    def begin(times: int) -> None:
        for _ in range(times):
            screening = begin_screening(language="tg", by=cast.zarina, at=now)
            record_agreement(screening=screening, by=cast.zarina, at=now)

    def queries_of(total: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert worklist(cast.zarina, now=now + timedelta(days=31)).total == total
        return len(asked)

    begin(1)
    for_two = queries_of(2)
    begin(18)

    assert queries_of(20) == for_two <= 12
