"""Which sheet of a workbook is read, and papers a workbook keeps as numbers: told on the page before anybody is added."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.__main__ import main
from panoh.exchange.contents import Contents, contents_of_file, understood
from panoh.exchange.manifest import ManifestUnusable
from panoh.exchange.manifest.column_map import NO_MAP
from panoh.screening.actions import open_operation
from panoh.screening.models import ListSent, Operation
from tests.exchange.files import parquet, workbook
from tests.exchange.test_formats import DAY, HEAD


def of_two_sheets(book) -> None:
    book.active.title = "Men"
    women = book.create_sheet("Women ")
    women.append(list(HEAD))
    women.append(["Саидова Мавҷуда", "1990", "X"])


TWO = workbook(HEAD, ("Саидов Алӣ", "1990", "X"), ("Назаров Салим", "1991", "X"), change=of_two_sheets)


def read(content: bytes, sheet: str = "") -> Contents:
    return understood(contents_of_file(io.BytesIO(content), sheet=sheet), NO_MAP, on=DAY)


@pytest.mark.parametrize(("sheet", "people"), [("", 2), ("men", 2), (" women", 1)])
def test_the_sheet_that_was_named_is_read(sheet, people):
    found = read(TWO, sheet)

    assert len(found.people) == people
    assert [note.code for note in found.notes] == ["other_sheets"]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(ManifestUnusable, match="no sheet “Children”; it has: Men, Women"):
        contents_of_file(io.BytesIO(TWO), sheet="Children")


@pytest.mark.parametrize(
    "content",
    [
        workbook(("full name", "passport"), ("Саидов Алӣ", 12345), ("Назаров Салим", "0012345")),
        parquet(full_name=["Саидов Алӣ"], passport=[12345]),
    ],
)
def test_papers_kept_as_numbers_are_told_and_nobody_is_left_out(content):
    found = read(content)

    (note,) = found.notes
    assert (note.code, "zeros at the beginning are lost" in note.what("en")) == ("zeros_lost", True)
    assert not found.bad
    assert Contents.of(found.payload()) == found


def test_a_year_kept_as_a_number_is_nothing_to_tell():
    assert read(workbook(("full name", "born", "passport"), ("Саидов Алӣ", 1990, "0012345"))).notes == ()


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="SZ 101", on=now.date(), by=cast.zarina, at=now)


@pytest.mark.django_db
def test_the_sheet_is_chosen_on_the_page_and_a_wrong_name_loses_nothing(client, flight, cast):
    client.force_login(cast.zarina)
    address = reverse("exchange:send", args=[flight.pk])

    refused = client.post(address, {"file": SimpleUploadedFile("list.xlsx", TWO), "sheet": "Children"})
    sent = client.post(address, {"file": SimpleUploadedFile("list.xlsx", TWO), "sheet": "Women"})

    assert "The workbook has no sheet “Children”" in refused.content.decode()
    assert 'value="Children"' in refused.content.decode()
    assert ListSent.objects.get().people == 1
    assert "the workbook also holds: Men" in client.get(sent.url).content.decode()


@pytest.mark.django_db
def test_the_sheet_is_chosen_through_the_api(client, flight, cast):
    client.force_login(cast.zarina)

    sent = client.post(
        f"/api/exchange/operations/{flight.pk}/lists",
        {"file": SimpleUploadedFile("list.xlsx", TWO), "sheet": "Women"},
    )

    assert (sent.status_code, sent.json()["people"]) == (201, 1)


@pytest.mark.django_db
def test_each_column_is_shown_by_how_its_first_value_looks_and_never_by_the_value(client, flight, cast):
    client.force_login(cast.zarina)
    content = b"pax name,doc no\n,\nSAIDOV/ALI <b>,P123\n"
    sent = client.post(reverse("exchange:send", args=[flight.pk]), {"file": SimpleUploadedFile("list.csv", content)})

    page = client.get(sent.url + "columns/").content.decode()

    assert "looks like AAAAAA/AAA &lt;a&gt;" in page
    assert "looks like A999" in page
    assert "SAIDOV" not in page


@pytest.mark.parametrize("more", [(), ("--instrument", "ilo_ec_adult_labour")])
def test_an_analyst_names_the_sheet_and_is_told_what_else_the_workbook_holds(tmp_path, capsys, more):
    def second(book) -> None:
        book.active.title = "Cover"
        people = book.create_sheet("Answers")
        people.append(["full name", "AL.CD.documents"])
        people.append(["Саидова Мавҷуда", "yes"])

    file = tmp_path / "list.xlsx"
    file.write_bytes(workbook(HEAD, ("Саидов Алӣ", "1990", "X"), change=second))

    status = main(["screen", str(file), "--sheet", "answers", *more])

    told = capsys.readouterr()
    assert status == 0
    assert len(told.out.splitlines()) == 2
    assert "Only the sheet “Answers” was read; the workbook also holds: Cover." in told.err
    assert main(["screen", str(file), "--sheet", "Nobody", *more]) == 2
    assert "no sheet “Nobody”" in capsys.readouterr().err
