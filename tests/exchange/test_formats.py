"""Excel workbooks, Parquet and old encodings: read where it is sure what they say, and told where it is not."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, repeat

import pyarrow as pa
import pytest

from panoh.exchange.contents import contents_of_file, understood
from panoh.exchange.manifest import Line, ManifestUnusable, open_manifest
from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap, names_somebody
from panoh.exchange.manifest.columns import HEADINGS
from panoh.exchange.manifest.wording.of_note import OF_NOTE
from panoh.instruments.library import screening_instruments
from tests.exchange.files import parquet, with_part, workbook

DAY = date(2026, 11, 16)
HEAD = ("full name", "birth date", "flight")


def lines(content: bytes) -> tuple[Line, ...]:
    return tuple(open_manifest(io.BytesIO(content), on=DAY, instruments=screening_instruments()).lines)


def notes(content: bytes) -> dict[str, str]:
    manifest = open_manifest(io.BytesIO(content), on=DAY, instruments=())
    return {note.code: note.what("en") for note in manifest.notes}


def unusable(content: bytes) -> ManifestUnusable:
    with pytest.raises(ManifestUnusable) as refused:
        lines(content)
    return refused.value


def faults(content: bytes) -> list[tuple[int, str, str, str]]:
    return [(each.row, each.column, each.code, each.shape) for line in lines(content) for each in line.faults]


def read(content: bytes, column_map: ColumnMap = NO_MAP):
    return understood(contents_of_file(io.BytesIO(content)), column_map, on=DAY)


def test_a_workbook_is_read_with_days_as_days_and_whole_numbers_without_a_point():
    content = workbook(
        ("full name", "birth date", "passport", "AL.CD.documents"),
        ("Саидов Алӣ", datetime(1990, 5, 31), 4012345.0, True),
        ("Назаров Салим", "31.05.1991", "A 0012", None),
    )

    one, other = (line.person for line in lines(content))

    assert (one.name, one.birth_date, one.document) == ("Саидов Алӣ", "1990-05-31", "4012345")
    assert one.answers == (("AL.CD.documents", "yes"),)
    assert (other.birth_date, other.document, other.answers) == ("1991-05-31", "A 0012", ())


def test_a_formula_is_a_fault_that_shows_the_shape_of_what_it_came_to():
    content = workbook(HEAD, ("Саидов Алӣ", "1990", "X1"), ("Назаров Салим", "=A1", "X1"))
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    cached = with_part(
        content, "xl/worksheets/sheet1.xml", sheet.replace(b"<v></v>", b"<v>1990</v>").replace(b"<v />", b"<v>1990</v>")
    )

    assert faults(cached) == [(3, "birth date", "formula", "9999")]


def test_an_error_of_the_spreadsheet_is_a_fault():
    content = workbook(HEAD, ("Саидов Алӣ", "#REF!", "X1"))

    assert ("error_value" in {code for _, _, code, _ in faults(content)}) is True


def test_a_flight_merged_over_many_rows_is_everybodys_and_a_merged_name_is_nobodys():
    def merge(book):
        book.active.merge_cells("C2:C4")
        book.active.merge_cells("A3:A4")

    content = workbook(HEAD, ("Саидов Алӣ", "1990", "SZ 1"), ("Назаров С.", "1991", ""), ("", "1992", ""), change=merge)

    read = lines(content)

    assert [line.person.flight if line.person else "" for line in read] == ["SZ 1", "SZ 1", ""]
    assert [(each.row, each.code, each.shape) for each in read[2].faults] == [(4, "merged_cells", "A3:A4")]


def test_cells_merged_across_columns_are_refused_with_their_range():
    content = workbook(HEAD, ("Саидов Алӣ", "", "X"), change=lambda book: book.active.merge_cells("A2:B2"))

    assert {(code, shape) for _, _, code, shape in faults(content)} == {("merged_cells", "A2:B2")}


def test_the_sheet_with_headings_we_know_is_read_and_the_others_are_named():
    def more(book):
        book.active.title = "Cover"
        people = book.create_sheet("People")
        people.append(["Flight SZ 632 of 16 November"])
        people.append(list(HEAD))
        people.append(["Саидов Алӣ", "1990", "X"])

    content = workbook(("about this list",), change=more)

    assert [(line.number, line.person.name) for line in lines(content)] == [(3, "Саидов Алӣ")]
    assert set(notes(content)) == {"other_sheets", "headings_below"}
    assert "Cover" in notes(content)["other_sheets"]


def test_hidden_rows_and_columns_are_read_and_told():
    def hide(book):
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["C"].hidden = True

    content = workbook(HEAD, ("Саидов Алӣ", "1990", "X"), ("Назаров Салим", "1991", "X"), change=hide)

    assert len(lines(content)) == 2
    assert set(notes(content)) == {"hidden_rows", "hidden_columns"}
    assert "row 3" in notes(content)["hidden_rows"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"PAR1 broken", "damaged"),
        (workbook(HEAD, ("А", "1990", "X"))[:-300], "damaged"),
        (workbook(), "empty"),
        (workbook(HEAD), "header_only"),
        (workbook(tuple(f"c{n}" for n in range(600))), "too_many_columns"),
        (with_part(workbook(HEAD, ("А", "1990", "X")), "xl/media/pad.bin", bytes(40_000_000)), "too_large_unpacked"),
        (with_part(workbook(HEAD), "xl/workbook.bin", b"x"), "not_text"),
        (with_part(workbook(HEAD, ("А", "1", "X")), "xl/worksheets/sheet1.xml",
                   b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "damaged"),
    ],
)  # fmt: skip
def test_a_workbook_that_cannot_be_read_is_refused_with_what_to_do(content, code):
    refused = unusable(content)

    assert refused.code == code
    assert all(refused.what(language) and refused.remedy(language) for language in ("en", "ru", "tg"))


def test_parquet_is_read_with_its_types():
    content = parquet(
        full_name=pa.array(["Саидов Алӣ", "Назаров Салим"]).dictionary_encode(),
        birth_date=pa.array([date(1990, 5, 31), None]),
        passport=pa.array([4012345, None]),
        injured=pa.array([True, None]),
        contact=pa.array([Decimal("992900.0"), None]),
    )

    one, other = (line.person for line in lines(content))

    assert (one.name, one.birth_date, one.document, one.contact) == ("Саидов Алӣ", "1990-05-31", "4012345", "992900")
    assert one.answers == (("injured", "yes"),)
    assert (other.birth_date, other.document, other.answers) == ("", "", ())


def test_a_small_parquet_that_says_one_long_text_of_everybody_is_refused_before_it_fills_the_memory():
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 100, pa.int32()), pa.array(["а" * 2_000_000]))
    content = parquet(full_name=long)
    assert len(content) < 200_000

    with pytest.raises(ManifestUnusable, match="no list of people does"):
        contents_of_file(io.BytesIO(content))


def test_a_parquet_with_each_text_written_once_reads_as_any_other():
    names = pa.DictionaryArray.from_arrays(pa.array([1, None, 0], pa.int32()), pa.array(["Алӣ", "Сино"]))
    content = parquet(full_name=names, passport=["1", "2", None])

    assert [each.cells for each in contents_of_file(io.BytesIO(content)).records] == [
        ("Сино", "1"),
        ("", "2"),
        ("Алӣ", ""),
    ]


def test_a_parquet_column_that_holds_lists_is_refused_by_name():
    assert "nicknames" in str(unusable(parquet(full_name=["А"], nicknames=[["Б"]])))


@pytest.mark.parametrize("page", ["cp1251", "cp866", "koi8-r", "utf-16"])
def test_another_encoding_is_read_where_a_heading_makes_it_sure_and_said(page):
    found = read("Фамилия;Имя;Отчество\nИванова;Мария;Петровна\n".encode(page))

    assert [person.name for person in found.people] == ["Иванова Мария Петровна"]
    assert [note.code for note in found.notes] == ["encoding_taken"]


def test_an_old_page_is_not_guessed_where_nothing_makes_it_sure():
    with pytest.raises(ManifestUnusable, match="encoding"):
        contents_of_file(io.BytesIO(b"full name\n" + "Зъ Щы\n".encode("cp1251")))


def test_a_utf8_line_in_a_file_of_an_old_page_is_named():
    old, other = "Фамилия;Имя\nСаидов;Али\n".encode("cp1251"), "Каримов;Азиз\n".encode("cp1251")

    found = read(old + "Назаров;Салим\n".encode() + other)

    assert found.bad == {3}
    assert {(fault.row, fault.code) for fault in found.faults} == {(3, "other_encoding")}
    assert [person.name for person in found.people] == ["Саидов Али", "Каримов Азиз"]


def test_dates_that_could_be_read_both_ways_are_read_as_every_clear_one_of_the_column_is():
    rows = ["31/05/1990", "25/12/1991", "17/01/1992", "03/04/1993", "1994-05-06", "07.08.1995"]

    found = read(("full name,birth date\n" + "".join(f"Саидов {n},{born}\n" for n, born in enumerate(rows))).encode())

    assert [each.birth_date for each in found.people][3:] == ["1993-04-03", "1994-05-06", "1995-08-07"]
    assert [note.code for note in found.notes] == ["dates_day_first"]
    assert [fault.code for fault in found.faults] == ["read_day_first"]


def test_dates_that_contradict_each_other_are_not_read_either_way():
    rows = ["31/05/1990", "25/12/1991", "17/01/1992", "01/17/1993", "03/04/1993"]

    found = read(("full name,birth date\n" + "".join(f"Саидов {n},{born}\n" for n, born in enumerate(rows))).encode())

    assert {(fault.row, fault.code) for fault in found.faults} == {(5, "impossible_date"), (6, "day_month_unclear")}


def test_two_hundred_columns_and_headings_twice_are_no_obstacle_once_said():
    headings = ["Passenger", "Passenger", *[f"extra {n}" for n in range(198)]]
    content = (",".join(headings) + "\n" + ",".join(["Саидов", "Алӣ", *["x"] * 198]) + "\n").encode()

    waiting = read(content)
    told = read(content, ColumnMap({"passenger": "family_name", "passenger#2": "given_name"}))

    assert waiting.unusable.code == "no_columns"
    assert [person.name for person in told.people] == ["Саидов Алӣ"]
    assert told.unusable is None


def test_the_words_of_a_sender_are_read_as_was_said():
    content = "full name,sex,injured\nСаидова Нигина,dona,si\n".encode()

    found = read(content, ColumnMap(sexes={"dona": "female"}, answers={"si": "yes"}))

    assert (found.people[0].sex, found.people[0].answers) == ("female", (("injured", "yes"),))


@pytest.mark.parametrize("heading", [each for headings in HEADINGS.values() for each in headings])
def test_no_heading_is_taken_for_a_person(heading):
    assert not names_somebody([heading.replace("_", " ")])


@pytest.mark.parametrize("cell", ["Саидов Алӣ", "Муҳаббат", "31.05.1990", "1990", "A4012345", "Ҷамшед"])
def test_a_first_row_that_is_a_persons_is_seen_to_be_one(cell):
    assert names_somebody([cell])


def test_what_is_kept_of_a_list_is_what_was_read():
    found = read(workbook(HEAD, ("Саидов Алӣ", "=A1", "X"), ("Назаров Салим", "03/04/1990", "X")))

    assert type(found).of(found.payload()) == found


@pytest.mark.parametrize("note", OF_NOTE.values())
def test_every_note_is_worded_in_three_languages(note):
    assert all(words.en and words.ru and words.tg for words in (note.what, note.remedy))


class Endless(io.RawIOBase):
    """A file that is made while it is read: nothing of it is kept."""

    def __init__(self, parts) -> None:
        self._parts, self._left = iter(parts), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        while not self._left and (more := next(self._parts, None)) is not None:
            self._left = more
        data, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def broken_once(rows: int):
    block = 1_000
    numbers = (range(start, start + block) for start in range(0, rows, block))
    good = (b"".join(b"Somebody,1990,DEMO%d\n" % number for number in block) for block in numbers)
    return chain([b"full name,birth date,passport\n"], good, [b"Somebody,31.02.1990,DEMO-X\n"])


def first_bad(rows: int) -> tuple[int, list[int]]:
    manifest = open_manifest(Endless(broken_once(rows)), on=DAY, instruments=())  # type: ignore[arg-type]
    read, bad = 0, []
    for line in manifest.lines:
        read += 1
        bad += [line.number] if line.person is None else []
    return read, bad


def test_one_broken_row_of_thirty_thousand_is_named_and_all_others_are_read():
    assert first_bad(30_000) == (30_001, [30_002])


@pytest.mark.slow
def test_one_broken_row_of_a_million_is_named_and_all_others_are_read():
    assert first_bad(1_000_000) == (1_000_001, [1_000_002])


def test_a_parquet_of_many_rows_is_read_batch_by_batch():
    content = parquet(full_name=[f"A {n}" for n in range(10_000)], birth_date=list(repeat("1990", 10_000)))

    assert sum(1 for _ in lines(content)) == 10_000
