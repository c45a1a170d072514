"""Two officers at once, with real threads and real transactions: with one person only one begins unknowingly."""

from __future__ import annotations

from uuid import uuid4

from panoh.registry import ledger
from panoh.registry.models import Case
from panoh.screening.actions import begin_screening, record_agreement, record_answers
from panoh.screening.models import Answer, Receipt, Screening

ITEM = "AL.CD.documents"


def test_of_two_who_begin_at_the_same_moment_one_is_told(at_once, entry, cast, now):
    came = at_once(*[lambda: begin_screening(roster_entry=entry, by=cast.zarina, at=now)] * 2)

    assert sorted(type(each).__name__ for each in came) == ["Conflict", "Screening"]
    assert Screening.objects.count() == 1
    assert ledger.verify().whole


def test_two_who_talk_with_one_person_of_a_list_knowingly_come_to_one_case(at_once, entry, cast, now):
    both = [
        begin_screening(roster_entry=entry, language="tg", knowingly=True, by=cast.zarina, at=now) for _ in range(2)
    ]

    came = at_once(*[lambda each=each: record_agreement(screening=each, by=cast.zarina, at=now) for each in both])

    assert came[0] == came[1] == Case.objects.get()


def test_a_change_sent_twice_at_the_same_moment_is_taken_once(at_once, agreed, cast, now):
    change = {"answers": {ITEM: "yes"}, "seen": {ITEM: ""}, "change": uuid4()}

    came = at_once(*[lambda: record_answers(screening=agreed, **change, by=cast.zarina, at=now)] * 2)

    assert {type(each) for each in came} == {Screening}
    assert (Answer.objects.count(), Receipt.objects.count()) == (1, 1)
