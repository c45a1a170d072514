"""A list is taken part by part: broken off it goes on where it stopped, nobody is doubled, and its columns are remembered."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from panoh.exchange.actions import map_columns, send_list, take_list
from panoh.exchange.manifest import ManifestUnusable
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.exchange.queries import summary
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import open_operation
from panoh.screening.models import ListSent, ManifestSource, Operation, RosterEntry
from tests.exchange.files import parquet, workbook

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
UNTOLD = "Nombre,Nacido,Sexo\nСаидов Алӣ,1990-05-31,hombre\nНазарова Зебо,1991,mujer\n"
TOLD = ColumnMap({"nombre": "full_name", "nacido": "birth_date", "sexo": "sex"}, {"hombre": "male", "mujer": "female"})


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)


@pytest.fixture
def send(flight, cast, now):
    def send(content: bytes | str, **more) -> ListSent:
        data = content.encode() if isinstance(content, str) else content
        return send_list(**{"operation": flight, "content": data, "by": cast.zarina, "at": now, **more})

    return send


@pytest.fixture
def zarina(client, cast):
    client.force_login(cast.zarina)
    return client


def people(count: int) -> str:
    return "full name,passport\n" + "".join(f"Саидов Алӣ,DEMO{number}\n" for number in range(count))


# part by part


def test_each_part_comes_whole_with_a_ledger_line_of_its_own(send, cast, now):
    sent = send(people(25))

    states = []
    while sent.state != "taken":
        sent = take_list(sent=sent, most=10, by=cast.zarina, at=now)
        states.append((sent.state, sent.done, sent.added, RosterEntry.objects.count()))

    assert states == [("taking", 10, 10, 10), ("taking", 20, 20, 20), ("taken", 25, 25, 25)]
    assert LedgerEntry.objects.filter(act="import_roster").count() == 3


def test_a_part_that_breaks_leaves_nothing_of_itself_and_is_taken_when_called_again(send, cast, now, monkeypatch):
    sent = take_list(sent=send(people(25)), most=10, by=cast.zarina, at=now)
    real, calls = RosterEntry.objects.bulk_create, []

    def dies(entries):
        calls.append(len(entries))
        real(entries)
        raise KeyboardInterrupt  # as if the process were ended

    monkeypatch.setattr(type(RosterEntry.objects), "bulk_create", lambda self, entries: dies(entries))
    with pytest.raises(KeyboardInterrupt):
        take_list(sent=sent, most=10, by=cast.zarina, at=now)
    monkeypatch.undo()

    assert (calls, RosterEntry.objects.count(), ListSent.objects.get().done) == ([10], 10, 10)
    while sent.state != "taken":
        sent = take_list(sent=sent, most=10, by=cast.zarina, at=now)
    assert (sent.added, sent.already, RosterEntry.objects.count()) == (25, 0, 25)


def test_a_list_taken_in_parts_counts_namesakes_as_if_it_were_taken_at_once(send, cast, now):
    sent = send("full name,sex\n" + "Саидов Алӣ,m\n" * 5)

    for _ in range(2):
        while sent.state != "taken":
            sent = take_list(sent=sent, most=2, by=cast.zarina, at=now)
        sent = take_list(sent=sent, most=2, by=cast.zarina, at=now)

    assert RosterEntry.objects.count() == 5


def test_the_page_of_a_list_half_taken_shows_how_far_it_is_and_goes_on_by_a_button(
    zarina, send, cast, now, monkeypatch
):
    sent = take_list(sent=send(people(25)), most=10, by=cast.zarina, at=now)

    page = zarina.get(reverse("exchange:list", args=[sent.pk])).content.decode()
    assert "10 of 25 people are done." in page
    assert 'value="10" max="25"' in page

    done = zarina.post(reverse("exchange:take", args=[sent.pk]), follow=True).content.decode()
    assert "25 people were added." in done


def test_a_list_half_taken_is_found_again_where_lists_are_sent(zarina, send, cast, now, flight):
    sent = take_list(sent=send(people(25)), most=10, by=cast.zarina, at=now)

    page = zarina.get(reverse("exchange:send", args=[flight.pk])).content.decode()

    assert reverse("exchange:list", args=[sent.pk]) in page
    assert "10 of 25 people" in page


def test_a_list_half_taken_is_not_erased_after_a_day(send, cast, now):
    half = take_list(sent=send(people(25), at=now - timedelta(hours=30)), most=10, by=cast.zarina, at=now)

    send(people(3))
    assert ListSent.objects.filter(pk=half.pk).exists()

    send(people(3), at=now + timedelta(days=7))
    assert not ListSent.objects.filter(pk=half.pk).exists()


def test_columns_are_not_changed_while_a_list_is_being_taken(send, cast, now):
    sent = take_list(sent=send(people(25)), most=10, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder):
        map_columns(sent=sent, column_map=ColumnMap({"full_name": "full_name"}), by=cast.zarina, at=now)


def test_nobody_else_goes_on_with_a_list(send, cast, now):
    sent = send(people(3))

    for officer in (cast.nigina, cast.behruz, cast.safar):
        with pytest.raises(NotPermitted):
            take_list(sent=sent, by=officer, at=now)


@pytest.mark.parametrize("made", ["csv", "xlsx", "parquet"])
def test_a_list_of_any_kind_is_sent_shown_and_taken(zarina, flight, made):
    content = {
        "csv": "full name,birth date\nСаидов Алӣ,1990\n".encode(),
        "xlsx": workbook(("full name", "birth date"), ("Саидов Алӣ", 1990)),
        "parquet": parquet(full_name=["Саидов Алӣ"], birth_date=[1990]),
    }[made]
    file = SimpleUploadedFile(f"list.{made}", content)

    sent = zarina.post(reverse("exchange:send", args=[flight.pk]), {"file": file}).url
    zarina.post(f"{sent}take/")

    entry = RosterEntry.objects.get()
    assert (entry.born_from, ListSent.objects.get().kind) == (1990, made)


def test_the_rows_to_mend_of_a_workbook_come_as_a_workbook_that_runs_nothing(zarina, send):
    sent = send(
        workbook(("full name", "birth date", "phone"), ("Саидов Алӣ", "31.02.1990", "+992"), ("Назаров С.", 1990, ""))
    )

    answer = zarina.get(reverse("exchange:to_mend_workbook", args=[sent.pk]))

    heading, row = load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert heading[:4] == ("full name", "birth date", "phone", "row in the file sent")
    assert row[:4] == ("Саидов Алӣ", "31.02.1990", "'+992", "2")
    assert LedgerEntry.objects.latest("seq").act == "read_rows_to_mend"


def test_a_mended_workbook_sent_again_adds_only_the_mended(zarina, send, cast, now):
    sent = send(workbook(("full name", "birth date"), ("Саидов Алӣ", "31.02.1990"), ("Назаров С.", 1990)))
    take_list(sent=sent, by=cast.zarina, at=now)
    content = zarina.get(reverse("exchange:to_mend_workbook", args=[sent.pk])).content
    book = load_workbook(io.BytesIO(content))
    book.active["B2"] = "28.02.1990"
    mended = io.BytesIO()
    book.save(mended)

    again = take_list(sent=send(mended.getvalue()), by=cast.zarina, at=now)

    assert (again.added, again.already, RosterEntry.objects.count()) == (1, 0, 2)


# what columns mean


def test_a_list_whose_columns_nobody_knows_waits_to_be_told_and_is_read_then(zarina, send):
    sent = send(UNTOLD)
    page = zarina.get(reverse("exchange:list", args=[sent.pk])).content.decode()
    assert "Say what the columns mean" in page
    assert "Add" not in page.split("Erase this list")[0].split("Say what the columns mean")[1]

    given = {"column_0": "full_name", "column_1": "birth_date", "column_2": "sex", "word_male": "hombre",
             "word_female": "mujer, femenino", "source": "Aerolínea DEMO"}  # fmt: skip
    shown = zarina.post(reverse("exchange:columns", args=[sent.pk]), given, follow=True)

    assert (shown.context["found"].new, shown.context["found"].bad) == (2, 0)
    source = ManifestSource.objects.get()
    assert (source.name, source.version, source.columns["sexes"]["femenino"]) == ("Aerolínea DEMO", 1, "female")
    assert "Саидов" not in str(source.columns)


def test_the_next_list_with_the_same_headings_is_read_the_same_way_and_says_so(send, cast, now):
    map_columns(sent=send(UNTOLD), column_map=TOLD, source="DEMO Air", by=cast.zarina, at=now)

    found = summary(send(UNTOLD.replace("Nacido", "Extra,Nacido").replace(",1", ",x,1")), language="en")

    assert (found.new, found.needs) == (2, "")
    assert "DEMO Air" in found.about_file[0][0]


def test_another_desk_does_not_read_by_it(send, cast, now):
    map_columns(sent=send(UNTOLD), column_map=TOLD, source="DEMO Air", by=cast.zarina, at=now)
    theirs = open_operation(kind="raid", title="R", on=DAY, by=cast.behruz, at=now)

    assert summary(send(UNTOLD, operation=theirs, by=cast.behruz), language="en").needs


def test_a_change_is_a_new_version_and_the_same_again_is_none(send, cast, now):
    sent = send(UNTOLD)
    for column_map in (TOLD, TOLD, ColumnMap({**TOLD.fields, "sexo": ""})):
        sent = map_columns(sent=sent, column_map=column_map, source="DEMO Air", by=cast.zarina, at=now)

    assert list(ManifestSource.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert sent.source.version == 2


def test_a_taken_list_is_not_read_anew_which_would_put_everybody_there_twice(send, zarina, cast, now):
    sent = take_list(
        sent=map_columns(sent=send(UNTOLD), column_map=TOLD, by=cast.zarina, at=now), by=cast.zarina, at=now
    )
    before = RosterEntry.objects.count()

    with pytest.raises(OutOfOrder, match="on the roster"):
        map_columns(sent=sent, column_map=ColumnMap({**TOLD.fields, "sexo": ""}), by=cast.zarina, at=now)

    assert "Change what the columns mean" not in zarina.get(reverse("exchange:list", args=[sent.pk])).content.decode()
    assert RosterEntry.objects.count() == before == 2


def test_a_first_row_that_is_a_persons_is_neither_shown_nor_remembered(send, cast, now):
    with pytest.raises(ManifestUnusable) as refused:
        send("Саидов Алӣ,1990-05-31,мард\nНазаров Салим,1991,мард\n")
    assert "Саидов" not in str(refused.value)

    sent = send("full name,Назаров Салим\nСаидов Алӣ,x\n")
    with pytest.raises(Refused):
        map_columns(sent=sent, column_map=ColumnMap({"назаров_салим": "place"}), source="x", by=cast.zarina, at=now)
    assert not ManifestSource.objects.exists()


@pytest.mark.parametrize("fields", [{"nombre": "password"}, {"no_such_heading": "sex"}])
def test_what_does_not_fit_the_list_is_refused(send, cast, now, fields):
    with pytest.raises(Refused):
        map_columns(sent=send(UNTOLD), column_map=ColumnMap(fields), by=cast.zarina, at=now)


def test_two_columns_said_to_mean_the_same_are_told_and_nothing_is_lost(zarina, send):
    sent = send(UNTOLD)

    shown = zarina.post(
        reverse("exchange:columns", args=[sent.pk]), {"column_0": "full_name", "column_1": "full_name"}, follow=True
    )

    assert "mean the same" in shown.context["found"].needs
    assert ListSent.objects.get().sealed


def test_the_whole_way_goes_through_the_api(zarina, flight):
    file = SimpleUploadedFile("list.csv", UNTOLD.encode())
    sent = zarina.post(f"/api/exchange/operations/{flight.pk}/lists", {"file": file}).json()
    assert sent["needs_columns"]

    given = {**TOLD.kept(), "source": "DEMO Air"}
    told = zarina.post(f"/api/exchange/lists/{sent['id']}/columns", given, content_type="application/json").json()
    assert (told["new"], told["source"]) == (2, "DEMO Air")
    assert [each["name"] for each in zarina.get("/api/exchange/sources").json()] == ["DEMO Air"]

    taken = zarina.post(f"/api/exchange/lists/{sent['id']}/take").json()
    assert taken == {"state": "taken", "done": 2, "people": 2, "new": 2, "already_on_roster": 0}
    assert zarina.get(f"/api/exchange/lists/{sent['id']}").json()["already"] == 2


def test_the_template_row_is_still_read(zarina, send):
    text = zarina.get(reverse("exchange:template")).content.decode("utf-8-sig")

    assert next(csv.reader(io.StringIO(text)))[0] == "family_name"
    assert summary(send(text), language="en").new == 1
