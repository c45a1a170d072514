"""Microdata is held to its codebook: everything wrong is said at once, by row and column, and nothing a row says is repeated."""

from __future__ import annotations

import gzip

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from panoh.exchange.release.reading import read_microdata
from panoh.exchange.release.refusal import NotReleased
from panoh.instruments.reader import TextError
from panoh.instruments.statistics import ctdc_codebook, read_codebook
from tests.statistics.microdata import CODEBOOK, NAMES, as_csv, invented_rows

GOOD = as_csv(invented_rows(40))


@pytest.fixture
def book(tmp_path):
    def make(text: str = CODEBOOK):
        path = tmp_path / "codebook.yaml"
        path.write_text(text, encoding="utf-8")
        return read_codebook(path)

    return make


def written(tmp_path, content, name="people.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_csv_compressed_csv_and_parquet_say_the_same_in_any_order_of_rows(tmp_path, book):
    head, *rows = GOOD.splitlines()
    turned = "\n".join([head, *reversed(rows)]) + "\n"
    columns = list(zip(*(row.split(",") for row in rows), strict=True))
    pq.write_table(
        pa.table({name: [v or None for v in column] for name, column in zip(NAMES, columns, strict=True)}),
        tmp_path / "p",
    )
    files = [
        written(tmp_path, GOOD),
        written(tmp_path, turned, "turned.csv"),
        written(tmp_path, gzip.compress(GOOD.encode()), "people.csv.gz"),
        tmp_path / "p",
    ]

    found = [read_microdata(file, book()) for file in files]

    assert len({each.fingerprint for each in found}) == 1
    assert {each.records.persons for each in found} == {40}


BAD = {
    "unknown code": (",purple,", "sex holds a value the codebook does not have. Correct the rows"),
    "no for not recorded": (",0\n", "papers kept holds a value.*a 0 would say “no”"),
}


@pytest.mark.parametrize("kind", BAD)
def test_codes_the_codebook_does_not_have_are_refused_by_row_and_column(tmp_path, book, kind):
    head = GOOD.splitlines()[0]
    row = {"unknown code": "2019,purple,30+,Sughd,,,", "no for not recorded": "2019,male,30+,Sughd,,,0"}[kind]

    with pytest.raises(NotReleased, match=f"row 3: {BAD[kind][1]}") as told:
        read_microdata(written(tmp_path, f"{head}\n2019,male,30+,Sughd,,,\n{row}\n"), book())
    assert "purple" not in str(told.value)


def test_everything_wrong_is_said_at_once(tmp_path, book):
    head = GOOD.splitlines()[0]

    with pytest.raises(NotReleased) as told:
        read_microdata(written(tmp_path, f"{head}\n1899,male,99,Sughd,,,\n"), book())
    assert len(str(told.value).splitlines()) == 2


def test_a_person_who_stands_twice_is_refused_by_row(tmp_path, book):
    lines = GOOD.splitlines()
    text = "\n".join([f"id,{lines[0]}", f"a,{lines[1]}", f"b,{lines[2]}", f"a,{lines[3]}"])

    with pytest.raises(NotReleased, match="row 4: this person stands in the file before"):
        read_microdata(written(tmp_path, text), book(CODEBOOK.replace("sources:", "person: id\nsources:")))


def test_fields_that_contradict_each_other_are_flagged_with_the_reason(tmp_path, book):
    head = GOOD.splitlines()[0]

    found = read_microdata(written(tmp_path, f"{head}\n2019,male,0-17,Sughd,,1,\n"), book())

    assert any(
        "row 2: sex and sexual and age contradict each other: invented for a test" in note for note in found.notes
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (GOOD.replace("region", "province"), "no column region.*--codebook"),
        (GOOD.splitlines()[0] + "\n", "no rows below the headings"),
        (GOOD.replace("sex,age", "age,age"), "heading 'age' stands twice|no column sex"),
        (GOOD + "2019,male\n", "more or fewer cells than headings"),
        (b"", "cannot be read as a table"),
        (GOOD.encode() + b"\xff\xfe,,,,,,\n", "not UTF-8|value the codebook does not have"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path, book, content, told):
    with pytest.raises(NotReleased, match=told):
        read_microdata(written(tmp_path, content), book())


def test_a_column_the_codebook_does_not_have_is_left_out_and_said(tmp_path, book):
    lines = GOOD.splitlines()
    text = "\n".join([f"{lines[0]},name", *(f"{line},Саидов" for line in lines[1:])])

    found = read_microdata(written(tmp_path, text), book())

    assert "left out, as the codebook does not have it: name" in found.notes


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("crossed_by: year", "crossed_by: nothing", "is no column"),
        ("{sex: [male]", "{sex: [unheard]", "a contradiction names 'sex'"),
        ('name: "sex"', 'name: "year"', "stands twice"),
        ("columns:", "unknown: [male]\ncolumns:", "also means not known"),
        ("sources: []", "sources: [{source: nowhere, place: x, verification: official}]", "nowhere"),
    ],
)
def test_a_codebook_that_does_not_fit_together_is_refused(book, was, becomes, told):
    with pytest.raises(TextError, match=told):
        book(CODEBOOK.replace(was, becomes))


def test_the_codebook_of_ctdc_has_public_domains_not_only_what_occurs():
    book = ctdc_codebook()

    assert len(book.columns) == 37
    assert len(book.column("citizenship").values) == 249
    assert book.sources
