"""Answer files as officers see them: what is counted, what lies with whom, what is protected; and the API says the same."""

from __future__ import annotations

import io
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from panoh.assessment.actions import hand_out_gap, match_recommendations, name_document, record_step
from panoh.assessment.actions.answers import sign_answers
from panoh.assessment.models import AnswerFile, HandedItem, ItemAnswer
from panoh.desk.work import my_work
from panoh.instruments.assessment import questionnaire
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused
from tests.assessment import texts
from tests.assessment.answered import DUE, REPORT, answered, approved, begun, handed, put_up
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
TYPED = {"kind": "answered", "text": "A unit of nine began in May.", "source": "Order 12", "because": "", "plan": ""}


@pytest.fixture
def visit(client, cast):
    """Opens or sends a page as one of the cast: `visit("alisher", path, {...})`."""

    def go(name: str, path: str, sent: dict[str, object] | None = None, status: int = 200) -> str:
        client.force_login(cast.officers[name])
        answer = client.get(path) if sent is None else client.post(path, sent, follow=True)
        assert answer.status_code == status, answer.content.decode()[:3000]
        return unescape(answer.content.decode())

    return go


def item_at(file: AnswerFile, item: str = "A25") -> str:
    return reverse("assessment:answer_item", args=[file.pk, item])


def at(name: str, *args: object) -> str:
    return reverse(f"assessment:{name}", args=args)


def test_a_file_goes_its_whole_way_on_pages(visit, cast):
    visit("alisher", at("begin_answers"), {"report": REPORT, "due_on": DUE})
    file = AnswerFile.objects.get()
    handing = {"items": ["A25"], "post": cast.jamshed.post_id, "due_on": DUE}
    assert "It stands in the work of that post" in visit("alisher", at("hand_out_items", file.pk), handing)
    assert "A25" in visit("jamshed", "/")
    assert "Another person checks it" in visit("jamshed", item_at(file), TYPED)
    answer = ItemAnswer.objects.get()
    visit("rustam", at("check_answer", answer.pk), {"holds": "yes"})
    assert "There are gaps" in visit("alisher", at("put_up_answers", file.pk), {}, status=422)
    visit("alisher", at("put_up_answers", file.pk), {"with_gaps": "on"})
    assert "Approve the answer file" in visit("rustam", "/")
    page = visit("rustam", at("sign_answers", file.pk), {"approved": "yes"})

    assert "The text fits its hash" in page
    assert "approved" in visit("alisher", at("answer_files"))


def test_what_was_typed_is_kept_where_something_does_not_hold_together(visit, cast):
    file = begun(cast)
    handed(file, cast, "A25")

    page = visit("jamshed", item_at(file), {**TYPED, "kind": "not_available"}, status=422)

    assert "Say why there are no data" in page or "stand alone" in page
    assert "A unit of nine began in May." in page


def test_of_two_who_answer_at_once_the_second_sees_both(visit, cast):
    file = answered(begun(cast), cast).file

    page = visit("alisher", item_at(file), {**TYPED, "text": "Another.", "after": ""}, status=409)

    assert "A unit of nine began in May." in page
    assert "Another." in page


def test_another_fault_of_an_older_page_does_not_hide_that_somebody_answered(visit, cast):
    file = begun(cast)
    theirs = answered(file, cast)

    faulty = visit("alisher", item_at(file), {**TYPED, "kind": "not_available", "after": ""}, status=409)
    unread = visit("alisher", item_at(file), {**TYPED, "kind": "no such", "after": ""}, status=422)
    fault = visit("alisher", item_at(file), {**TYPED, "kind": "not_available", "after": theirs.pk}, status=422)

    assert f'name="after" value="{theirs.pk}"' in faulty
    assert 'name="after" value=""' in unread, "whoever was not told sends the same mark again"
    assert f'name="after" value="{theirs.pk}"' in fault


def test_a_sum_without_its_day_is_asked_for(visit, cast):
    file = begun(cast)

    page = visit("alisher", item_at(file, "B13"), {"kind": "answered", "amount_1": "100"}, status=422)

    assert "A sum has its amount, its currency and its day." in page


@pytest.mark.parametrize("item", ["A20", "B32", "C05", "C09"])
def test_training_campaigns_and_visits_stand_counted_and_the_page_asks_for_the_rest_in_words(visit, cast, item):
    page = visit("alisher", item_at(begun(cast), item))

    assert "What the records say" in page
    assert "counted in part; nobody completed it" in visit("alisher", at("answer_file", AnswerFile.objects.get().pk))
    assert 'name="text"' in page


def test_a_long_file_can_be_gone_through_by_its_groups(visit, cast):
    page = visit("alisher", at("answer_file", begun(cast).pk))

    for key, name in questionnaire().groups.items():
        assert f'<a href="#group-{key}">{key} · {name.en}</a>' in page
        assert f'id="group-{key}"' in page


def test_words_can_be_put_beside_what_is_counted_whole(visit, cast):
    page = visit("alisher", item_at(begun(cast), "B04"))

    assert "Add something in words" in page
    assert 'name="text"' in page


def test_an_item_that_is_not_asked_is_refused_with_what_to_do(visit, cast):
    assert "choose the item there" in visit("alisher", item_at(begun(cast), "Z99"), status=422)


def test_the_page_says_that_the_set_is_our_reconstruction_and_how_well_each_item_was_seen(visit, cast):
    file = begun(cast)

    assert "Our reconstruction" in visit("jamshed", at("answer_file", file.pk))
    assert "provisional" in visit("jamshed", item_at(file, "A06"))


def test_a_paper_and_a_table_can_be_taken_out_in_every_language_and_stand_in_the_ledger(client, cast):
    file = approved(cast)
    client.force_login(cast.zarina)

    for language in ("en", "ru", "tg"):
        paper = client.get(at("answer_paper", file.pk), {"language": language})
        assert paper.content.startswith(b"%PDF")
        table = client.get(reverse("exchange:answer_workbook", args=[file.pk]), {"language": language})
        book = load_workbook(io.BytesIO(table.content))
        rows = list(book["Panoh"].iter_rows(values_only=True))
        assert len(rows) > 105
        assert {row[0] for row in rows[1:]} == {each.id for each in questionnaire().items}

    lines = LedgerEntry.objects.values_list("act", flat=True)
    assert (list(lines).count("print_answers"), list(lines).count("take_answers")) == (3, 3)


def test_the_table_says_what_it_is_and_who_signed_it_as_the_paper_does(client, cast):
    file = approved(cast)
    client.force_login(cast.zarina)

    table = client.get(reverse("exchange:answer_workbook", args=[file.pk]))

    told = str(list(load_workbook(io.BytesIO(table.content))["What this is"].iter_rows(values_only=True)))
    assert "Our reconstruction" in told
    assert file.texts.get().digest in told
    assert ("Alisher" in told, "Rustam" in told) == (True, True)


def test_the_table_of_a_draft_says_that_it_is_one(client, cast):
    client.force_login(cast.zarina)

    table = client.get(reverse("exchange:answer_workbook", args=[begun(cast).pk]))

    assert ("Draft, not approved", None) in load_workbook(io.BytesIO(table.content)).active.iter_rows(values_only=True)


def test_what_waits_stands_in_the_work_of_the_post_it_lies_with(cast):
    file = answered(begun(cast), cast).file
    handed(file, cast, "A22", to=cast.manuchehr.post)

    def work(name: str) -> list[str]:
        return [each.reference for each in my_work(cast.officers[name], now=NOON).mine if each.stage == "assessment"]

    assert work("manuchehr") == ["A22"]
    assert work("jamshed") == []
    assert work("rustam") == ["A25"]  # to check
    assert work("safar") == []


def test_an_item_that_is_late_is_escalated_and_never_closed(cast):
    handed(begun(cast), cast, "A25")
    HandedItem.objects.update(due_at=NOON.replace(day=1))

    (late,) = [each for each in my_work(cast.jamshed, now=NOON).mine if each.stage == "assessment"]

    assert late.escalated


def test_what_nobody_answered_waits_no_more_once_the_file_went_out_without_it(cast):
    file = begun(cast)
    handed(file, cast, "A25")
    text = put_up(file, cast)

    def work() -> int:
        return sum(each.stage == "assessment" for each in my_work(cast.jamshed, now=NOON).mine)

    assert work() == 0
    sign_answers(text=text, approved=False, because="A25 is missing.", by=cast.rustam, at=NOON)
    assert work() == 1
    sign_answers(text=put_up(file, cast), approved=True, by=cast.rustam, at=NOON)
    assert work() == 0


def test_a_file_put_up_waits_for_the_others_and_not_for_whoever_put_it_up(cast):
    file = begun(cast)
    put_up(file, cast)

    def work(name: str) -> int:
        return sum(each.stage == "assessment" for each in my_work(cast.officers[name], now=NOON).mine)

    assert (work("alisher"), work("rustam"), work("jamshed")) == (0, 1, 0)


def test_a_recommendation_stands_in_the_work_of_its_owner_until_it_is_done(cast):
    later, earlier = (
        texts.brought(cast.alisher, text, report=report).recommendations.get(kind="recommendation", number=1)
        for text, report in ((texts.TEXT, 2021), (texts.EARLIER, 2020))
    )
    step = {"owner": cast.manuchehr.post, "state": "under_way", "words": "A draft."}
    record_step(recommendation=earlier, **step, by=cast.alisher, at=NOON)

    def work() -> list[str]:
        return [each.reference for each in my_work(cast.manuchehr, now=NOON).mine if each.stage == "assessment"]

    assert work() == ["2020"]
    match_recommendations(earlier=earlier, later=later, same=True, by=cast.alisher, at=NOON)
    done = {**step, "state": "done", "evidence": "Order 5 of May"}
    record_step(recommendation=later, **done, by=cast.manuchehr, at=NOON)
    assert work() == []


def test_nothing_is_late_in_a_file_that_is_approved(visit, cast, monkeypatch):
    file = begun(cast)
    handed(file, cast, "A27")
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(days=60))
    assert "overdue by" in visit("alisher", at("answer_file", file.pk))
    sign_answers(text=put_up(file, cast), approved=True, by=cast.rustam, at=NOON)

    for page in (at("answer_file", file.pk), at("answer_item", file.pk, "A27")):
        shown = visit("alisher", page)
        assert "overdue by" not in shown
        assert "· late" not in shown


def test_a_gap_handed_to_a_post_is_closed_by_the_document_it_names(visit, cast):
    gap = {"country": "TJK", "report": 2021, "criterion": "ms1", "evidence": "law"}
    issued = {"issuer": "state", "issued_by": "Parliament"}
    paper = {"title": "Criminal Code", "on": date(2020, 7, 1), "found_at": "Register of laws", **issued}
    with pytest.raises(NotPermitted):
        name_document(**gap, **paper, by=cast.manuchehr, at=NOON)

    sent = {**gap, "post": cast.manuchehr.post_id, "due_on": DUE}
    assert "stands in the work" in visit("alisher", at("hand_out_gap"), sent)
    assert "Bring what is missing" in visit("manuchehr", "/")
    assert "Name the document" in visit("manuchehr", at("criterion", "TJK", 2021, "ms1"))
    name_document(**gap, **paper, by=cast.manuchehr, at=NOON)

    assert "Bring what is missing" not in visit("manuchehr", "/")


def test_a_gap_nobody_asks_for_is_not_handed_out(cast):
    with pytest.raises(Refused, match="no such gap"):
        hand_out_gap(
            country="TJK",
            report=2021,
            criterion="ms1",
            evidence="nothing",
            post=cast.jamshed.post,
            due_on=DUE,
            by=cast.alisher,
            at=NOON,
        )


def test_a_file_goes_its_way_through_the_api(client, cast):
    def call(name: str, path: str, **sent: object) -> object:
        client.force_login(cast.officers[name])
        answer = client.post(f"/api/assessment/{path}", sent, content_type="application/json")
        assert answer.status_code == 201, answer.content
        return answer.json()

    made = call("alisher", "answers", report=REPORT, due_on=str(DUE))["id"]
    call(
        "alisher",
        f"answers/{made}/hand-out",
        items=["A25", "B13"],
        post_code=cast.jamshed.post.code,
        due_on=str(DUE),
    )
    money = [{"what": "Shelter", "amount": "113.20", "currency": "TJS", "on": "2026-05-01", "rate": "11.32",
              "rate_on": "2026-05-01", "rate_source": "National Bank"}]  # fmt: skip
    sum_ = call("jamshed", f"answers/{made}/items/B13", kind="answered", money=money)["id"]
    words = call("jamshed", f"answers/{made}/items/A25", kind="answered", text="Nine.")["id"]
    for answer in (sum_, words):
        call("rustam", f"answers/check/{answer}", holds=True)
    call("alisher", f"answers/{made}/text", with_gaps=True)
    call("rustam", f"answers/{made}/signature", approved=True)

    whole = client.get(f"/api/assessment/answers/{made}").json()
    lines = {each["id"]: each for each in whole["lines"]}
    assert (whole["state"], len(whole["digest"]), len(lines)) == ("approved", 64, 105)
    assert lines["B13"]["said"]["money"][0]["dollars"] == "10.00"
    assert lines["A05"]["counts"][0]["value"] == {"kind": "none"}
    assert client.get(f"/api/assessment/answers/{made}/paper").content.startswith(b"%PDF")
    assert client.get(f"/api/exchange/answers/{made}/workbook").content.startswith(b"PK")
