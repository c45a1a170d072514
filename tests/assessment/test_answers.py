"""The answer file: handed out, answered, checked by another, approved by two, and from then on never altered."""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from panoh.assessment.actions import answers as actions
from panoh.assessment.models import AnswerFile, AnswerText, HandedItem, ItemAnswer
from panoh.assessment.queries.answers.files import text_approved, whole_now, whole_of
from panoh.assessment.queries.answers.pages import file_page, item_page
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import Kind
from panoh.assessment.rules.answers.standing import State
from panoh.assessment.rules.answers.text import read, text_of
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.statistics.rules.editions import digest
from tests.assessment.answered import DUE, REPORT, answered, approved, begun, checked, handed, put_up, said
from tests.conftest import NOON
from tests.journeys import ways

pytestmark = pytest.mark.django_db


def line(file, item: str, cast):
    found = item_page(cast.alisher, file.pk, item, now=NOON).line
    assert found is not None
    return found


def acts() -> list[str]:
    return list(LedgerEntry.objects.order_by("seq").values_list("act", flat=True))


def test_a_file_is_begun_once_for_a_report_whose_period_has_begun(cast):
    file = begun(cast)

    assert (file.number, acts()[-1]) == (1, "begin_answers")
    with pytest.raises(OutOfOrder, match="There is an answer file"):
        begun(cast)
    with pytest.raises(Refused, match="has not begun"):
        begun(cast, REPORT + 1)
    with pytest.raises(NotPermitted):
        actions.begin_answers(report=REPORT - 1, due_on=DUE, by=cast.jamshed, at=NOON)
    with pytest.raises(Refused, match="has passed"):
        actions.begin_answers(report=REPORT - 1, due_on=(NOON - timedelta(days=2)).date(), by=cast.alisher, at=NOON)


def test_every_item_stands_in_it_counted_or_waiting_for_words(cast):
    whole = whole_now(begun(cast), now=NOON)

    assert len(whole.lines) == 105
    assert {each.state for each in whole.lines} == {State.COUNTED, State.OPEN}
    assert all(each.counts for each in whole.lines if each.state is State.COUNTED)


def test_an_item_handed_out_is_answered_by_its_post_and_by_nobody_else(cast):
    file = begun(cast)
    handed(file, cast, "A25")

    with pytest.raises(NotPermitted, match="was not handed to your post"):
        actions.answer_item(file=file, item="A25", said=said(), by=cast.zarina, at=NOON)
    actions.answer_item(file=file, item="A25", said=said(), by=cast.jamshed, at=NOON)

    assert line(file, "A25", cast).state is State.TO_CHECK
    assert not HandedItem.objects.filter(open=True).exists()


def test_an_item_handed_to_another_post_is_the_first_ones_no_more(cast):
    file = begun(cast)
    handed(file, cast, "A25")
    handed(file, cast, "A25", to=cast.manuchehr.post)

    with pytest.raises(NotPermitted):
        actions.answer_item(file=file, item="A25", said=said(), by=cast.jamshed, at=NOON)


@pytest.mark.parametrize(("items", "because"), [([], "No item"), (["Z99"], "no item “Z99”"), (["A5"], "no item")])
def test_what_is_no_item_is_not_handed_out(cast, items, because):
    with pytest.raises(Refused, match=because):
        handed(begun(cast), cast, *items)


def test_nothing_is_handed_to_a_post_that_sees_no_figures(cast):
    with pytest.raises(Refused, match="may not see figures"):
        handed(begun(cast), cast, "A25", to=cast.safar.post)


def test_whoever_wrote_an_answer_does_not_check_it_and_a_colleague_or_the_keepers_do(cast):
    answer = answered(begun(cast), cast)

    with pytest.raises(OutOfOrder, match="You wrote this"):
        actions.check_answer(answer=answer, holds=True, by=cast.jamshed, at=NOON)
    with pytest.raises(NotPermitted):
        actions.check_answer(answer=answer, holds=True, by=cast.zarina, at=NOON)
    actions.check_answer(answer=answer, holds=True, by=cast.rustam, at=NOON)

    assert line(answer.file, "A25", cast).state is State.CHECKED


def test_an_answer_sent_back_lies_with_its_post_again_and_says_why(cast):
    answer = answered(begun(cast), cast)
    with pytest.raises(Refused, match="says why"):
        actions.check_answer(answer=answer, holds=False, by=cast.alisher, at=NOON)

    actions.check_answer(answer=answer, holds=False, because="Since when?", by=cast.alisher, at=NOON)

    assert line(answer.file, "A25", cast).state is State.OPEN
    assert HandedItem.objects.get(open=True).post == cast.jamshed.post
    again = actions.answer_item(file=answer.file, item="A25", said=said(), after=answer.pk, by=cast.jamshed, at=NOON)
    assert line(again.file, "A25", cast).state is State.TO_CHECK


def test_two_who_answer_one_item_see_each_other_and_nothing_is_lost(cast):
    file = begun(cast)
    first = answered(file, cast)

    with pytest.raises(Conflict, match="meanwhile") as no:
        actions.answer_item(file=file, item="A25", said=said(text="Other."), by=cast.alisher, at=NOON)

    assert no.value.both == first
    actions.answer_item(file=file, item="A25", said=said(text="Both."), after=first.pk, by=cast.alisher, at=NOON)
    assert ItemAnswer.objects.count() == 2


def test_a_file_with_an_unchecked_answer_or_a_gap_nobody_knows_of_is_not_put_up(cast):
    file = begun(cast)
    answer = answered(file, cast)

    with pytest.raises(OutOfOrder, match="wait for a check: A25"):
        put_up(file, cast)
    actions.check_answer(answer=answer, holds=True, by=cast.alisher, at=NOON)
    with pytest.raises(Refused, match=r"There are gaps: A17, S02"):
        actions.put_up_answers(file=file, with_gaps=False, by=cast.alisher, at=NOON)

    text = put_up(file, cast)
    assert (text.digest, acts()[-1]) == (digest(text.text), "put_up_answers")


def test_two_people_approve_and_whoever_put_it_up_is_not_the_second(cast):
    file = begun(cast)
    checked(file, cast)
    text = put_up(file, cast)

    with pytest.raises(OutOfOrder, match="yours is the first signature"):
        actions.sign_answers(text=text, approved=True, by=cast.alisher, at=NOON)
    with pytest.raises(NotPermitted):
        actions.sign_answers(text=text, approved=True, by=cast.jamshed, at=NOON)
    actions.sign_answers(text=text, approved=True, by=cast.rustam, at=NOON)
    with pytest.raises(Conflict):
        actions.sign_answers(text=text, approved=True, by=cast.malika, at=NOON)

    assert text_approved(file) == text
    assert LedgerEntry.objects.filter(act="sign_answers").last().detail["digest"] == text.digest


def test_not_approved_says_why_and_the_file_can_be_written_in_again(cast):
    file = begun(cast)
    checked(file, cast)
    text = put_up(file, cast)
    with pytest.raises(OutOfOrder, match="waits for its second signature"):
        answered(file, cast, "A22")
    with pytest.raises(Refused, match="has reasons"):
        actions.sign_answers(text=text, approved=False, by=cast.rustam, at=NOON)

    actions.sign_answers(text=text, approved=False, because="A22 is missing.", by=cast.rustam, at=NOON)

    checked(file, cast, "A22", text="One was asked for, and granted.")
    assert put_up(file, cast).pk != text.pk


def test_what_was_approved_is_never_altered_and_the_database_sees_to_it(cast):
    file = approved(cast)
    answer = ItemAnswer.objects.get()

    with pytest.raises(OutOfOrder, match="nothing in it is ever altered"):
        actions.answer_item(file=file, item="A25", said=said(), after=answer.pk, by=cast.alisher, at=NOON)
    for attack in (
        lambda: AnswerText.objects.update(text="{}"),
        lambda: ItemAnswer.objects.update(said={}),
        lambda: AnswerFile.objects.update(report=1),
        lambda: AnswerText.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attack()


def test_a_correction_is_a_new_version_that_names_the_one_it_corrects_and_keeps_its_answers(cast):
    file = approved(cast)

    with pytest.raises(Refused, match="says why"):
        actions.correct_answers(file=file, because=" ", due_on=DUE, by=cast.alisher, at=NOON)
    new = actions.correct_answers(file=file, because="A22 was left out.", due_on=DUE, by=cast.alisher, at=NOON)

    assert (new.number, new.corrects) == (2, file)
    assert line(new, "A25", cast).state is State.CHECKED
    with pytest.raises(OutOfOrder, match="newer version"):
        actions.correct_answers(file=file, because="Again.", due_on=DUE, by=cast.alisher, at=NOON)
    checked(new, cast, "A22", text="One was granted.")
    actions.sign_answers(text=put_up(new, cast), approved=True, by=cast.rustam, at=NOON)
    assert read(AnswerText.objects.get(file=new).text).corrects == 1
    assert whole_of(file, now=NOON).line("A22").state is State.OPEN


def test_a_file_that_is_not_approved_is_not_corrected(cast):
    with pytest.raises(OutOfOrder, match="can be written in"):
        actions.correct_answers(file=begun(cast), because="x", due_on=DUE, by=cast.alisher, at=NOON)


def test_the_frozen_text_is_read_back_to_the_same_file(cast):
    file = begun(cast)
    sums = (Money("Shelter", Decimal("113200.00"), "TJS", NOON.date(), Decimal("11.32"), NOON.date(), "National Bank"),)
    checked(file, cast, "B13", text="", money=sums)
    checked(file, cast, "A22", kind=Kind.NOT_AVAILABLE, text="", because="The register is new.", plan="By June.")
    whole = whole_now(file, now=NOON)

    assert read(text_of(whole)) == whole
    assert text_of(read(text_of(whole))) == text_of(whole)


def test_the_text_names_no_officer_and_no_person(cast):
    woman = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)

    text = AnswerText.objects.get(file=approved(cast)).text

    for officer in cast.officers.values():
        assert officer.name not in text
    assert woman.case.reference not in text


def test_each_value_stands_beside_that_of_the_approved_file_before(cast):
    last = begun(cast, REPORT - 1)
    checked(last, cast, "A23", number=4)
    actions.sign_answers(text=put_up(last, cast), approved=True, by=cast.rustam, at=NOON)

    file = begun(cast)
    checked(file, cast, "A23", number=7)

    changed = {name.en: change.difference for name, _then, change in line(file, "A23", cast).changes}
    assert changed["inspections"] == 3
    assert file_page(cast.alisher, file.pk, now=NOON).whole.against == f"{REPORT - 1}, 1"
    beside = line(file, "D05", cast).counts[0]
    assert any(row.name.en.startswith("A23 inspections, before: 4") for row in beside.tables[0].rows)


def test_what_the_records_say_later_stands_beside_and_changes_nothing(cast):
    file = approved(cast)
    before = AnswerText.objects.get(file=file).text

    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)

    later = {each.item for each in file_page(cast.alisher, file.pk, now=NOON + timedelta(hours=3)).later}
    assert "B02" in later
    assert AnswerText.objects.get(file=file).text == before
    assert json.loads(before)["report"] == REPORT


def test_a_text_that_was_tampered_with_is_not_signed_and_the_page_says_so(cast):
    file = begun(cast)
    checked(file, cast)
    text = put_up(file, cast)
    lower_guard(connection)
    AnswerText.objects.update(text=text.text.replace('"number":1', '"number":3', 1))
    raise_guard(connection)

    with pytest.raises(Refused, match="not the one that was put up"):
        actions.sign_answers(text=AnswerText.objects.get(), approved=True, by=cast.rustam, at=NOON)
    assert file_page(cast.rustam, file.pk, now=NOON).intact is False


def test_gaps_are_listed_with_what_is_presumed_not_done_first(cast):
    file = begun(cast)
    checked(file, cast, "A17", kind=Kind.NOT_AVAILABLE, text="", because="No register yet.", plan="In autumn.")

    gaps = whole_now(file, now=NOON).gaps

    assert (gaps[0].id, gaps[0].gap.en, gaps[0].presumed_not_done) == ("A17", "No register yet.", True)
    assert not any(each.presumed_not_done for each in gaps[1:])
    assert {each.id: each.gap.en for each in gaps}["A16"] == "counted in part; nobody completed it"
