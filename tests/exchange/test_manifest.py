"""Reading a manifest: what people really send is read, and what cannot be is explained with row and column."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.exchange.invented_manifest import invented_manifest
from panoh.exchange.manifest import Line, ManifestUnusable, open_manifest
from panoh.exchange.manifest.columns import HEADINGS
from panoh.exchange.manifest.wording import OF_FILE, OF_ROW
from panoh.instruments.library import screening_instruments
from panoh.screening.rules import Answer

DAY = date(2026, 11, 16)


def lines(content: bytes | str, **more) -> tuple[Line, ...]:
    data = content.encode() if isinstance(content, str) else content
    return tuple(open_manifest(io.BytesIO(data), on=DAY, instruments=screening_instruments(), **more).lines)


def unusable(content: bytes | str, **more) -> ManifestUnusable:
    with pytest.raises(ManifestUnusable) as refused:
        lines(content, **more)
    return refused.value


def faults(content: str) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.code) for line in lines(content) for fault in line.faults]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with BOM"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
def test_any_usual_csv_in_utf8_is_read(separator, mark, line_end):
    rows = [["Насаб", "Ном", "Санаи таваллуд"], ["Ҷӯраева", "Муҳаббат", "1990-05-31"]]
    content = mark + line_end.join(separator.join(row) for row in rows).encode()

    (line,) = lines(content)

    assert line.person is not None
    assert (line.person.name, line.person.birth_date) == ("Ҷӯраева Муҳаббат", "1990-05-31")


@pytest.mark.parametrize("heading", [each for headings in HEADINGS.values() for each in headings])
def test_a_heading_may_be_written_with_capitals_and_spaces(heading):
    written = heading.replace("_", " ").capitalize()
    field = next(field for field, headings in HEADINGS.items() if heading in headings)

    columns = open_manifest(io.BytesIO(f"{written},x\n".encode()), on=DAY, instruments=()).columns if field in {
        "family_name", "given_name", "full_name", "document_number"
    } else open_manifest(io.BytesIO(f"x,{written},full name\n".encode()), on=DAY, instruments=()).columns  # fmt: skip

    assert field in columns.fields


@pytest.mark.parametrize(
    ("written", "kept", "years"),
    [
        ("1990-05-31", "1990-05-31", (1990, 1990)),
        ("31.05.1990", "1990-05-31", (1990, 1990)),
        ("31/05/1990", "1990-05-31", (1990, 1990)),
        ("05.06.1990", "1990-06-05", (1990, 1990)),
        ("06/06/1990", "1990-06-06", (1990, 1990)),
        ("1990", "1990", (1990, 1990)),
        ("1990 г.", "1990", (1990, 1990)),
        ("соли 1990", None, None),
        ("00.00.1990", "1990", (1990, 1990)),
        ("1990-00-00", "1990", (1990, 1990)),
        ("۳۱.۰۵.۱۹۹۰", "1990-05-31", (1990, 1990)),
        ("1990-05-31 00:00:00", "1990-05-31", (1990, 1990)),
    ],
)
def test_a_birth_date_is_read_as_lists_write_it(written, kept, years):
    (line,) = lines(f"full name,birth date\nАлӣ,{written}\n")

    if kept is None:
        assert [fault.code for fault in line.faults] == ["not_a_date"]
    else:
        assert line.person is not None
        assert (line.person.birth_date, (line.person.born_from, line.person.born_to)) == (kept, years)


def test_a_day_and_month_that_could_change_places_are_not_guessed():
    (line,) = lines("full name,birth date\nАлӣ,03/04/1990\n")

    assert line.person is not None
    assert line.person.born_on is None
    assert (line.person.born_from, line.person.born_to) == (1990, 1990)
    assert [fault.code for fault in line.faults] == ["day_month_unclear"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31.02.1990", "impossible_date"),
        ("2023-13-01", "impossible_date"),
        ("03.04.90", "two_digit_year"),
        ("1371", "other_calendar"),
        ("2026-11-17", "not_born_yet"),
        ("2027", "not_born_yet"),
        ("1899", "too_old"),
        ("32874", "not_a_date"),
        ("²²²²", "not_a_date"),
    ],
)
def test_a_birth_date_that_cannot_be_is_explained(written, code):
    assert faults(f"full name,Дата рождения\nАлӣ,{written}\n") == [(2, "Дата рождения", code)]


@pytest.mark.parametrize(
    ("written", "code"),
    [("TJ", "TJ"), ("tjk", "TJ"), ("Тоҷикистон", "TJ"), ("Российская Федерация", "RU"), ("Afghanistan", "AF"),
     ("без гражданства", "XX"), ("", ""), ("-", "")],
)  # fmt: skip
def test_a_nationality_may_be_a_code_or_a_name_in_three_languages(written, code):
    (line,) = lines(f"full name,гражданство\nАлӣ,{written}\n")

    assert line.person is not None
    assert line.person.nationality == code


@pytest.mark.parametrize("written", ["TAJ", "ZZ", "Atlantis", "EU", "12"])
def test_a_country_nobody_knows_is_explained(written):
    assert faults(f"full name,nationality\nАлӣ,{written}\n") == [(2, "nationality", "unknown_country")]


def test_answers_are_three_valued_and_empty_means_not_asked():
    (line,) = lines("ном;AL.CD.documents;al.cd.isolation;AL.EX.bad_living;AL.DR.wages\nАлӣ;ҳа;нет;номаълум;\n")

    assert line.person is not None
    assert line.person.answers == (
        ("AL.CD.documents", Answer.YES),
        ("AL.CD.isolation", Answer.NO),
        ("AL.EX.bad_living", Answer.UNKNOWN),
    )


def test_every_fault_of_a_row_is_told_at_once():
    found = faults("full name,sex,birth date,nationality,AL.CD.documents\n=A1,7,31.02.1990,QQ,perhaps\n")

    assert [code for _, _, code in found] == [
        "formula", "impossible_date", "unknown_sex", "unknown_country", "unknown_answer"
    ]  # fmt: skip


def test_a_fault_shows_the_shape_of_a_value_and_never_the_value():
    (line,) = lines("full name,birth date\nАлӣ,Ҷӯраева 31\n")

    assert "Aaaaaaa 99" in str(line.faults[0])
    assert "Ҷӯраева" not in str(line.faults[0])


def test_a_phone_number_is_no_formula():
    assert faults("full name,phone,sex\nАлӣ,+992 900 00-00-00,-\n") == []


@pytest.mark.parametrize(
    ("row", "code"),
    [("Алӣ", "too_few_cells"), ("Алӣ,f,x", "too_many_cells"), (",f", "nobody"), ("-,f", "nobody"),
     ("А\x01лӣ,f", "not_printable"), ("А" * 201 + ",f", "too_long")],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_explained(row, code):
    assert [fault[2] for fault in faults(f"full name,sex\nСаидов Алӣ,m\n{row}\n")] == [code]


def test_rows_are_numbered_as_a_spreadsheet_does_also_after_empty_ones_and_line_breaks_in_a_cell():
    found = faults('full name,birth date\n\n"Алӣ\nСаидов",1990\n\nВалӣ,31.02.1990\n')

    assert found == [(5, "birth date", "impossible_date")]


def test_the_same_paper_typed_another_way_is_the_same_paper():
    found = faults("full name,passport\nАлӣ,DEMO 0001\nВалӣ,demo-0001\nСалим,DEMО0001\n")

    assert found == [(3, "passport", "same_document"), (4, "passport", "same_document")]


def test_the_same_name_and_birth_date_is_told_and_namesakes_of_whom_less_is_known_are_both_kept():
    read = lines(
        "family name,given name,birth date\nСаидов,Алӣ,1990-05-31\nСаидов,Алӣ,31.05.1990\nНазаров,,\nНазаров,,\n"
    )

    assert [(line.number, fault.code) for line in read for fault in line.faults] == [
        (3, "same_person"),
        (5, "namesake"),
    ]
    assert [line.person is not None for line in read] == [True, False, True, True]


def test_twins_are_two_people():
    assert faults("full name,birth date\nСаидов Ҳасан,2015-05-31\nСаидов Ҳусейн,2015-05-31\n") == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \r\n ", "empty"),
        ("Фамилия;Имя\nСаидов;Али\n".encode("cp1251"), "encoding"),
        ("Фамилия;Имя\nСаидов;Али\n".encode("cp866"), "encoding"),
        ("full name\nАлӣ\n".encode("utf-16"), "encoding"),
        ("full name\nAli\n".encode("utf-16-le"), "encoding"),
        (b"PK\x03\x04....", "damaged"),
        (b"full name\nA\0li\n", "not_text"),
        (b"full name\n" + b"A" * 300_000, "line_too_long"),
        (b'full name\n"Ali\n' + b"x\n" * 90_000, "quotation_open"),
        (b"colour,shape\nred,round\n", "no_columns"),
        (b"sex,birth date\nf,1990\n", "missing_columns"),
        ("full name,ФИО\nА,Б\n".encode(), "same_column_twice"),
        (b"full name,AL.CD.document\nA,yes\n", "unknown_question"),
        (b"full name" + b",x" * 600 + b"\n", "too_many_columns"),
        (b"full name,sex\n", "header_only"),
        (b"full name,sex\n\n,\n", "header_only"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_manifest_is_refused_with_what_to_do(content, code):
    refused = unusable(content)

    assert refused.code == code
    assert all(refused.what(language) and refused.remedy(language) for language in ("en", "ru", "tg"))


@pytest.mark.parametrize(
    ("page", "named"), [("cp1251", "Windows-1251"), ("cp866", "DOS 866"), ("koi8-r", "KOI8-R"), ("utf-16", "UTF-16")]
)
def test_the_wrong_encoding_is_named(page, named):
    text = "Фамилия;Имя;Отчество\nИванова;Мария;Петровна\nСаидов;Али;Назарович\n"

    assert named in str(unusable(text.encode(page)))


def test_a_line_in_another_encoding_far_down_is_named_and_costs_nobody_else():
    people = "".join(f"Алӣ {number}\n" for number in range(40_000)).encode()

    read = lines(b"full name\n" + people + "Али\n".encode("cp1251") + "Валӣ\n".encode())

    assert [(line.number, line.faults[0].code) for line in read if line.person is None] == [(40_002, "other_encoding")]
    assert len(read) == 40_002


def test_a_list_without_headings_is_refused_without_repeating_whom_it_names():
    refused = str(unusable("Ҷӯраева,Муҳаббат,31.05.1990\n"))

    assert "Ҷӯраева" not in refused
    assert "Aaaaaaa | Aaaaaaaa | 99.99.9999" in refused


def test_a_list_longer_than_is_taken_at_once_says_so():
    assert unusable("full name\n" + "А Б\nВ Г\nД Е\n", most_rows=2).code == "too_many_rows"


def test_columns_that_are_not_taken_are_named():
    manifest = open_manifest(io.BytesIO(b"full name,shoe size\nA,42\n"), on=DAY, instruments=())

    assert manifest.columns.left_out == ("shoe size",)


def test_every_planted_error_of_a_thousand_rows_is_found_in_its_row_and_column():
    manifest = invented_manifest(1000, seed=7, on=DAY, errors=0.1)

    read = lines(manifest.content)

    found = {(fault.row, fault.column, fault.code) for line in read for fault in line.faults if not fault.is_note}
    assert found == {(each.row, each.column, each.code) for each in manifest.planted}
    assert len(manifest.planted) > 60
    assert {each.code for each in manifest.planted} >= {"same_document", "impossible_date", "nobody", "formula"}
    assert sum(line.person is not None for line in read) == manifest.sound


@pytest.mark.parametrize("remedy", [*OF_FILE.values(), *OF_ROW.values()])
def test_every_fault_is_worded_in_three_languages(remedy):
    for words in (remedy.what, remedy.remedy):
        assert words.en
        assert words.ru
        assert words.tg


def read_or_refused(content: bytes) -> tuple[tuple[Line, ...], str]:
    try:
        return lines(content), ""
    except ManifestUnusable as refused:
        return (), refused.what("tg") + refused.remedy("ru")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_clearly(content):
    read, refused = read_or_refused(content)

    assert all(line.person or line.faults for line in read)
    assert read or refused


TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_cells_under_true_headings_are_read_or_explained(rows):
    heading = "full name,sex,birth date,nationality,passport,AL.CD.documents\n"

    read, refused = read_or_refused((heading + "\n".join(",".join(row) for row in rows)).encode())

    assert read or refused
    for line in read:
        assert line.person or line.faults
        assert all(fault.what("ru") for fault in line.faults)
