"""A list of people fined, held or to be removed, against those the mechanism knows: found across scripts, confirmed by a
person, recorded once, and erased."""

from __future__ import annotations

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from panoh.exchange.housekeeping import sweep
from panoh.exchange.manifest import ManifestUnusable
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.exchange.penalties import actions as lists
from panoh.exchange.penalties.actions import compare_penalties, drop_penalties, screen_listed, send_penalties
from panoh.exchange.penalties.queries import list_for, penalties_of, penalty_summary
from panoh.justice.actions import confirm_hit, dismiss_hit, note_removal, reopen_hit
from panoh.justice.models import Penalty, PenaltyHit, PenaltyList
from panoh.justice.queries import worklist
from panoh.justice.queries.hits import hit_page
from panoh.registry import vault
from panoh.registry.actions import forget_words
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.models import RosterEntry
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways
from tests.justice import staying

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)
RUSSIAN = """фио;дата рождения;пол;вид наказания;дата;по;статья;сумма штрафа
Канареева Мухаббат;02.04.1990;ж;штраф;10.11.2026;;130 КоАП РТ;720,50
Канареева Мухаббат;02.04.1990;ж;административный арест;12.11.2026;20.11.2026;130 КоАП;
Посторонний Человек;01.02.1971;м;штраф;10.11.2026;;;
"""


@pytest.fixture
def her(cast, now) -> Case:
    """Муҳаббат Канареева, as her passport has it in Tajik letters; Parvina manages her case."""
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    return Case.objects.select_related("person").get(pk=case.pk)


def sent(cast, now, content: str | bytes = RUSSIAN, kind: str = "fine", **more) -> PenaltyList:
    given = {"kind": kind, "authority": "police", "by": cast.behruz, "at": now, **more}
    return send_penalties(content=content.encode() if isinstance(content, str) else content, **given)


def compared(cast, now, *given, **more) -> list[PenaltyHit]:
    made = sent(cast, now, *given, **more)
    while made.state != "taken":
        made = compare_penalties(sent=made, by=cast.behruz, at=now)
    return list(PenaltyHit.objects.filter(list=made).order_by("row"))


def removal(day: date, name: str = "Kanareyeva Muhabbat") -> str:
    return f"name,date of birth,removal date\n{name},1990-04-02,{day}\n"


def told(viewer, at) -> list[str]:
    return [each.what for each in worklist(viewer, now=at).items]


def test_a_fine_and_a_detention_in_russian_find_her_and_nobody_else(her, cast, now):
    fine, held = compared(cast, now)

    assert {each.case_id for each in (fine, held)} == {her.pk}
    assert (fine.kind, fine.on, fine.row) == ("fine", date(2026, 11, 10), 2)
    assert (held.kind, held.on, held.row) == ("detention", date(2026, 11, 12), 3)
    assert held.look_by == now + timedelta(hours=24)
    assert not Penalty.objects.exists(), "a machine records nothing"
    assert b"\xd0\x9a\xd0\xb0\xd0\xbd" not in bytes(fine.sealed)


def test_it_is_put_before_whoever_works_on_the_case_and_nobody_else(her, cast, now):
    compared(cast, now)

    for name in ("parvina", "nigina", "zarina"):
        assert told(getattr(cast, name), now).count("A list may name this person: look whether it is the same") == 2
    for name in ("behruz", "davlat", "shahlo", "jamshed", "manuchehr", "safar"):
        assert told(getattr(cast, name), now) == []
        with pytest.raises(NotPermitted):
            hit_page(getattr(cast, name), PenaltyHit.objects.first().pk, at=now)


def test_confirmed_the_penalty_is_recorded_as_by_hand_and_the_words_are_destroyed(her, cast, now):
    fine, held = compared(cast, now)
    shown = hit_page(cast.parvina, fine.pk, at=now)
    assert shown.listed.names[0][0] == "Канареева Мухаббат"
    assert LedgerEntry.objects.latest("seq").act == "compare_people"

    confirm_hit(hit=fine, by=cast.parvina, at=now)
    confirm_hit(hit=held, by=cast.parvina, at=now)

    made = Penalty.objects.get(kind="fine")
    assert (made.case, made.offence, made.amount, made.currency) == (her, "commercial_sex", Decimal("720.50"), "TJS")
    assert made.assess_by > now
    assert Penalty.objects.get(kind="detention").until_on == date(2026, 11, 20)
    fine.refresh_from_db()
    assert (fine.state, fine.penalty, fine.sealed) == ("same", made, None)
    assert sum("hangs together" in each for each in told(cast.parvina, now)) == 2
    with pytest.raises(Conflict):
        confirm_hit(hit=fine, by=cast.zarina, at=now)


def test_the_same_rows_in_another_file_record_and_propose_nothing_twice(her, cast, now):
    fine, _ = compared(cast, now)
    confirm_hit(hit=fine, by=cast.parvina, at=now)
    dismissed = PenaltyHit.objects.get(state="proposed")
    dismiss_hit(hit=dismissed, by=cast.parvina, at=now)

    assert compared(cast, now, RUSSIAN.replace("Посторонний", "Другой")) == []
    assert (Penalty.objects.count(), PenaltyHit.objects.count()) == (1, 2)


def test_what_broke_off_goes_on_where_it_stood_and_doubles_nobody(her, cast, now, monkeypatch):
    made = sent(cast, now)
    made = compare_penalties(sent=made, most=1, by=cast.behruz, at=now)
    assert (made.state, made.done, made.people) == ("taking", 1, 3)
    with monkeypatch.context() as breaks:
        breaks.setattr(lists.ledger, "write", _breaks)
        with pytest.raises(OSError):
            compare_penalties(sent=made, most=1, by=cast.behruz, at=now)
    assert PenaltyHit.objects.count() == 1, "the part that broke off left nothing"

    for _ in range(2):
        made = compare_penalties(sent=made, most=1, by=cast.behruz, at=now)

    assert (made.state, made.done, PenaltyHit.objects.count()) == ("taken", 3, 2)


def _breaks(**_given: object) -> None:
    raise OSError("the power went")


def test_somebody_else_can_be_taken_back_for_a_week_and_no_longer(her, cast, now):
    fine, held = compared(cast, now)
    for each in (fine, held):
        dismiss_hit(hit=each, by=cast.parvina, at=now)
    reopen_hit(hit=fine, by=cast.nigina, at=now)
    assert told(cast.parvina, now).count("A list may name this person: look whether it is the same") == 1

    sent(cast, now + timedelta(days=8), removal(TODAY + timedelta(days=30), "Nobody Known"), kind="removal")

    held.refresh_from_db()
    assert held.sealed is None
    with pytest.raises(OutOfOrder, match="within a week"):
        reopen_hit(hit=held, by=cast.nigina, at=now)


def test_a_list_is_erased_after_a_day_and_its_hits_stay(her, cast, now):
    made = compared(cast, now)[0].list
    assert list_for(cast.behruz, made.pk) == made

    sent(cast, now + timedelta(days=1, minutes=1))

    with pytest.raises(NotPermitted, match="no longer kept"):
        list_for(cast.behruz, made.pk)
    made.refresh_from_db()
    assert (made.sealed, made.hits.count()) == (None, 2)


def test_the_house_erases_a_list_and_who_was_nobody_though_none_is_sent_after_it(her, cast, now):
    fine, held = compared(cast, now)
    dismiss_hit(hit=held, by=cast.parvina, at=now)

    assert sweep(at=now + timedelta(hours=23)).lists == 0
    assert sweep(at=now + timedelta(days=8)).lists == 1

    for each in (fine.list, fine, held):
        each.refresh_from_db()
    assert [each.sealed is None for each in (fine.list, fine, held)] == [True, False, True]


def test_nobody_else_opens_a_list(her, cast, now):
    made = sent(cast, now)

    for name in ("zarina", "nigina", "parvina", "safar"):
        with pytest.raises(NotPermitted):
            list_for(getattr(cast, name), made.pk)


def test_a_removal_comes_first_escalates_and_once_confirmed_the_authority_is_given_notice(her, cast, now):
    komil, planned = staying.authority(cast), TODAY + timedelta(days=2)
    [hit] = compared(cast, now, removal(planned), kind="removal", authority="migration")
    assert hit.look_by == now + timedelta(hours=24)
    first = worklist(cast.parvina, now=now)
    assert first.first == 1
    assert first.items[0].escalated
    assert told(komil, now) == [], "nobody has confirmed anything yet"

    confirm_hit(hit=hit, by=cast.parvina, at=now)

    [notice] = worklist(komil, now=now).items
    assert her.reference not in f"{notice.reference} {notice.what} {notice.why}"
    assert notice.due_at.date() == planned
    assert any("hangs together" in each for each in told(cast.parvina, now))
    note_removal(hit=hit, by=komil, at=now)
    assert told(komil, now) == []
    with pytest.raises(Conflict):
        note_removal(hit=hit, by=komil, at=now)
    with pytest.raises(NotPermitted):
        note_removal(hit=hit, by=cast.parvina, at=now)


def test_a_removal_of_tomorrow_is_due_before_it(her, cast, now):
    [hit] = compared(cast, now, removal(TODAY + timedelta(days=1)), kind="removal")

    assert hit.look_by == now.replace(hour=0) + timedelta(days=1)


def test_somebody_on_a_roster_who_was_never_asked_is_found_too(cast, now):
    row = RosterRow(row=2, name="Канареев Лист", birth_date="1980-05-06", born_from=1980, born_to=1980)
    operation = ways.came_by_flight((row,), by=cast.zarina, at=now)
    content = "name,date of birth,removal date\nКанареев Лист,06.05.1980,2026-11-20\n"
    [hit] = compared(cast, now, content, kind="removal")
    assert (hit.case, hit.roster_entry.operation) == (None, operation)
    assert "A list may name this person: look whether it is the same" in told(cast.zarina, now)

    confirm_hit(hit=hit, by=cast.zarina, at=now)

    assert RosterEntry.objects.get().removal_on == date(2026, 11, 20), "the alert of every removal on a roster"


def test_forgetting_her_destroys_what_the_list_says_of_her(her, cast, now):
    fine, _ = compared(cast, now)

    forget_words(her, by=cast.nigina, at=now)

    fine.refresh_from_db()
    assert not vault.unseal(fine)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("Somebody Invented,1980,whipping,2026-11-01,,,", "penalty", "kind of penalty is not known"),
        ("Somebody Invented,1980,fine,2026-13-01,,,", "date", "no day that can be read"),
        ("Somebody Invented,1980,fine,2026-12-01,,,", "date", "only a removal is planned"),
        ("Somebody Invented,1980,detention,2026-11-05,2026-11-04,,", "until", "ends before it begins"),
        ("Somebody Invented,1980,fine,2026-11-05,,much,", "amount", "no sum of money"),
        ("Somebody Invented,1980,fine,2026-11-05,,10,ZZZ", "amount", "no sum of money"),
        ("Somebody Invented,31.02.1980,fine,2026-11-05,,,", "born", "no such day"),
        (",,fine,2026-11-05,,,", "", "names nobody"),
    ],
)
def test_a_row_that_cannot_be_is_named_with_its_column_and_the_others_are_compared(row, column, said, cast, now):
    good = "Somebody Good,1970,fine,2026-11-05,,72,TJS"
    made = sent(cast, now, f"name,born,penalty,date,until,amount,currency\n{good}\n{row}\n")

    found = penalty_summary(made, language="en")

    assert (found.rows, found.bad, made.people) == (1, 1, 1)
    assert [(each.row, each.column) for each in found.faults] == [(3, column)]
    assert said in found.faults[0].what.casefold()
    assert found.faults[0].remedy


def test_two_fines_of_one_person_are_two_rows_and_one_fine_twice_is_one(her, cast, now):
    line = "Канареева Мухаббат,02.04.1990,2026-11-0{}\n"
    content = "фио,дата рождения,дата\n" + line.format(1) + line.format(2) + line.format(2)

    assert [each.row for each in compared(cast, now, content)] == [2, 3]


def test_an_article_nobody_can_read_stands_in_the_words(her, cast, now):
    [hit] = compared(cast, now, "фио,дата рождения,дата,статья\nКанареева Мухаббат,02.04.1990,2026-11-01,999.9 X\n")

    made = confirm_hit(hit=hit, by=cast.parvina, at=now).penalty

    assert made.offence == ""
    assert "999.9 X" in vault.unseal(made)["words"]


def test_what_the_columns_of_a_sender_mean_is_said_once(cast, now):
    content = "Кто;Родился;Что;Когда\nКанареев Лист;1980;штраф;10.11.2026\n"
    made = sent(cast, now, content)
    assert penalty_summary(made, language="en").needs

    fields = {"кто": "full_name", "родился": "birth_date", "что": "penalty", "когда": "imposed_on"}
    lists.map_penalty_columns(
        sent=made, column_map=ColumnMap(fields=fields), source="Police of Sughd", by=cast.behruz, at=now
    )

    again = sent(cast, now, content.replace("1980", "1981"))
    assert again.source.name == "Police of Sughd"
    assert penalties_of(again).rows[0].penalty.on == date(2026, 11, 10)
    compare_penalties(sent=again, by=cast.behruz, at=now)
    with pytest.raises(OutOfOrder, match="being compared"):
        lists.map_penalty_columns(sent=again, column_map=ColumnMap(fields=fields), by=cast.behruz, at=now)


def test_a_workbook_is_read_as_a_text_file_is(her, cast, now):
    book, file = Workbook(), io.BytesIO()
    for line in RUSSIAN.splitlines():
        book.active.append(line.split(";"))
    book.save(file)

    assert [each.kind for each in compared(cast, now, file.getvalue())] == ["fine", "detention"]


def test_the_people_of_a_list_come_onto_a_roster_to_be_screened(her, cast, now):
    made = sent(cast, now, removal(TODAY + timedelta(days=9)), kind="removal")

    manifest = screen_listed(sent=made, title="Isolator, 25 November", on=TODAY, by=cast.behruz, at=now)

    assert (manifest.operation.kind, manifest.people) == ("detention", 1)
    with pytest.raises(Refused):
        screen_listed(sent=made, title=" ", on=TODAY, by=cast.behruz, at=now)


@pytest.mark.parametrize("content", [b"", b"name\n", b"PK\x03\x04 no workbook"])
def test_what_is_no_list_is_refused_with_what_to_do_and_nothing_is_kept(content, cast, now):
    with pytest.raises(ManifestUnusable) as unusable:
        sent(cast, now, content)

    assert unusable.value.what("en")
    assert unusable.value.remedy("ru")
    assert not PenaltyList.objects.exists()


def test_a_list_whose_columns_nobody_knows_waits_for_them_to_be_said(cast, now):
    assert penalty_summary(sent(cast, now, b"a,b\n1,2\n"), language="tg").needs


def test_a_kind_that_is_none_is_refused(cast, now):
    with pytest.raises(Refused, match="one of the list"):
        sent(cast, now, kind="whipping")
    with pytest.raises(NotPermitted):
        sent(cast, now, by=cast.jamshed)


def test_dropped_it_is_gone(cast, now):
    made = sent(cast, now)

    drop_penalties(sent=made, by=cast.behruz, at=now)

    with pytest.raises(NotPermitted):
        list_for(cast.behruz, made.pk)


def test_on_pages_a_list_is_sent_seen_compared_and_its_hit_confirmed(her, cast):
    behruz, parvina = Client(), Client()
    behruz.force_login(cast.behruz)
    parvina.force_login(cast.parvina)
    file = SimpleUploadedFile("list.csv", RUSSIAN.encode(), content_type="text/csv")
    gone = behruz.post(reverse("exchange:send_penalties"), {"file": file, "kind": "fine", "authority": "police"})
    page = behruz.get(gone.url).content.decode()
    assert "Rows that can be compared" in page
    assert "Канареева" not in page

    behruz.post(gone.url + "compare/")

    hit = PenaltyHit.objects.order_by("row").first()
    assert behruz.get(reverse("justice:hit", args=[hit.pk])).status_code == 403
    assert "Канареева Мухаббат" in parvina.get(reverse("justice:hit", args=[hit.pk])).content.decode()
    answer = parvina.post(reverse("justice:confirm_hit", args=[hit.pk]))
    assert answer.url == reverse("justice:penalty", args=[Penalty.objects.get().pk])
    again = parvina.post(reverse("justice:confirm_hit", args=[hit.pk]))
    assert again.status_code == 409


def test_through_the_api_the_same_is_done(her, cast):
    behruz, parvina = Client(), Client()
    behruz.force_login(cast.behruz)
    parvina.force_login(cast.parvina)
    file = SimpleUploadedFile("list.csv", RUSSIAN.encode(), content_type="text/csv")
    made = behruz.post("/api/exchange/penalty-lists", {"file": file, "kind": "fine", "authority": "police"}).json()
    assert (made["rows"], made["bad"], made["hits"]) == (3, 0, 0)

    done = behruz.post(f"/api/exchange/penalty-lists/{made['id']}/compare").json()

    assert done == {"state": "taken", "done": 3, "people": 3}
    assert behruz.get(f"/api/exchange/penalty-lists/{made['id']}").json()["open_hits"] == 2
    hit = PenaltyHit.objects.order_by("row").first()
    read = parvina.get(f"/api/justice/hits/{hit.pk}").json()
    assert read["listed"]["names"][0]["text"] == "Канареева Мухаббат"
    confirmed = parvina.post(f"/api/justice/hits/{hit.pk}/confirm").json()
    assert confirmed["penalty_id"] == str(Penalty.objects.get().pk)
