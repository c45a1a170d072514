"""Figures as files: the same cells in every form, none reckoned by a spreadsheet, small ones never in what is for abroad."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from panoh.exchange.figures import table
from panoh.exchange.figures.actions import take_out_figures
from panoh.exchange.figures.files import FORMS, KINDS
from panoh.exchange.figures.htcds import take_out_cases
from panoh.exchange.writing import write_book
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused
from panoh.statistics.queries.sheet import sheet_in_words
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.table_file import COLUMNS
from tests.cast import Cast
from tests.conftest import NOON
from tests.statistics.book import CANARY, Book

pytestmark = pytest.mark.django_db
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)


@pytest.fixture
def book(cast: Cast) -> Book:
    """Twelve women and four men identified."""
    book = Book(cast)
    book.opened("2025-01-01")
    for number in range(16):
        person = book.person(sex="female" if number < 12 else "male")
        book.decided(book.presumed("2026-03-01", person), "2026-04-01")
    return book


def taken(form: str, cast: Cast) -> bytes:
    return b"".join(take_out_figures(form=form, period=YEAR, by=cast.alisher, at=NOON))


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def cells(rows: Iterable[dict[str, object]]) -> set[tuple[str, ...]]:
    return {tuple("" if row[name] is None else str(row[name]) for name in COLUMNS) for row in rows}


def test_every_form_holds_the_same_cells(book, cast):
    plain = cells(read(taken("sheet.csv", cast)))
    sheet = load_workbook(io.BytesIO(taken("sheet.xlsx", cast)))["Figures"]
    head, *rows = sheet.iter_rows(values_only=True)
    parquet = pq.read_table(io.BytesIO(taken("sheet.parquet", cast))).to_pylist()

    assert len(plain) > 200
    assert cells(json.loads(taken("sheet.json", cast))) == plain
    assert cells(parquet) == plain
    assert cells(dict(zip(head, row, strict=True)) for row in rows) == plain


def test_the_tags_stand_under_the_heads(book, cast):
    tags, *rows = read(taken("sheet.hxl.csv", cast))

    assert set(tags) == set(table.HXL) == set(COLUMNS)
    assert all(tag.startswith("#") for tag in tags.values())
    assert cells(rows) == cells(read(taken("sheet.csv", cast)))


def test_a_value_is_a_number_in_the_workbook_and_what_looks_like_a_formula_is_text():
    file = io.BytesIO()
    write_book(file, {"x": [["=1+1", "+7", 5, "@SUM(A1)", "-"]]})

    (row,) = load_workbook(file)["x"].iter_rows()
    assert [cell.value for cell in row] == ["'=1+1", "'+7", 5, "'@SUM(A1)", "'-"]
    assert [cell.data_type for cell in row] == ["s", "s", "n", "s", "s"]


def test_for_the_indicator_a_breakdown_with_a_small_row_is_left_out_whole(book, cast):
    rows = read(taken("sdg-16-2-2.csv", cast))

    total = rows[0]
    by_sex = [row for row in rows if row["SEX"] in {"F", "M", "_O", "_U"}]
    by_form = {row["SERIES"]: row["OBS_VALUE"] for row in rows[1:] if row["SEX"] == "_T"}
    assert (total["SERIES"], total["OBS_VALUE"], total["CONF_STATUS"]) == ("VC_HTF_DETV", "16", "F")
    assert {(row["OBS_VALUE"], row["OBS_STATUS"], row["CONF_STATUS"]) for row in by_sex} == {("", "Q", "C")}
    assert by_form == {"VC_HTF_DETVFL": "16", "VC_HTF_DETVSX": "0", "VC_HTF_DETVOP": "0"}
    assert all("provisional" in row["COMMENT_OBS"] for row in rows)


def test_the_description_names_every_form_and_holds_no_figure(book, cast):
    said = json.loads(taken("catalogue.jsonld", cast))

    assert {each["dct:title"] for each in said["dcat:distribution"]} == set(FORMS) - {"catalogue.jsonld"}
    assert said["@type"] == "dcat:Dataset"
    assert said["dct:temporal"]["dcat:endDate"]["@value"] == "2026-12-31"


def test_taking_a_file_is_on_record_and_an_unknown_form_is_refused(book, cast):
    taken("sheet.json", cast)

    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.officer, line.detail["form"]) == ("take_out_figures", cast.alisher, "sheet.json")
    with pytest.raises(Refused, match="not written in this form"):
        taken("sheet.exe", cast)
    assert set(FORMS) == set(KINDS)


def test_however_many_rows_stream_in_constant_memory(book, cast):
    """The sheet many times over: what is in memory at once does not grow with it."""
    said = sheet_in_words(cast.alisher, period=YEAR, now=NOON)

    def peak(times: int) -> tuple[int, int]:
        long = replace(said, sheet=replace(said.sheet, entries=said.sheet.entries * times))
        tracemalloc.start()
        rows = sum(piece.count(b"\n") for piece in FORMS["sheet.csv"](long))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return rows, most

    few, low = peak(2)
    many, high = peak(100)

    assert many > 40 * few
    assert high < 2 * low + 200_000


def test_cases_go_out_by_the_case_data_standard_without_name_or_reference_and_only_within_reach(book, cast):
    negative = book.presumed("2026-05-01", book.person(sex="unknown"), form="unknown")
    book.decided(negative, "2026-06-01", outcome="negative")
    book.presumed("2026-05-02")

    content = b"".join(take_out_cases(period=YEAR, by=cast.nigina, at=NOON))

    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(io.BytesIO(content))}
    statuses = [row[1] for row in sheets["VictimContext"][1:]]
    assert (statuses.count("ActualVictimOfTrafficking"), statuses[-2:]) == (
        16,
        ["NotAVictimOfTrafficking", "PossibleVictimOfTrafficking"],
    )
    assert sheets["Person"][17] == (17, None, "TJ")
    assert sheets["Case"][1] == (1, "Active", "2026-03-01")
    text = str(sheets)
    assert CANARY not in text
    assert negative.reference not in text
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, len(line.detail["found"])) == ("take_out_cases", 18)
    with pytest.raises(NotPermitted):
        take_out_cases(period=YEAR, by=cast.alisher, at=NOON)
    with pytest.raises(Refused, match="0 cases"):
        take_out_cases(period=YEAR, by=cast.behruz, at=NOON)


def test_pages_and_api_give_the_files_and_no_name(book, client, cast, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    client.force_login(cast.alisher)

    assert "SDMX-CSV" in client.get(reverse("exchange:figures")).content.decode()
    page = client.get(reverse("exchange:figures_file", args=["sheet.csv"])).getvalue()
    given = client.get("/api/exchange/figures/sheet.csv?year=2026").getvalue()
    assert page == given
    assert CANARY.encode() not in page
    assert client.get(reverse("exchange:figures_file", args=["sheet.exe"])).status_code == 422
