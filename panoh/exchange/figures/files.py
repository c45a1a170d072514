"""Each form of the figures as a stream of bytes, never whole in memory where the form allows it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import IO

from django.conf import settings

from panoh.exchange.figures import catalogue, sdmx, table
from panoh.exchange.writing import csv_lines, write_book
from panoh.instruments import countries
from panoh.registry.wording import spoken
from panoh.statistics.queries.sheet import SheetInWords
from panoh.statistics.rules.table_file import COLUMNS, PUBLISHED_COLUMNS, published_rows

Bytes = Iterator[bytes]
PIECE, GROUP = 64 * 1024, 10_000


def plain(said: SheetInWords) -> Bytes:
    return (line.encode() for line in csv_lines(table.rows(said.sheet), mark=False))


def tagged(said: SheetInWords) -> Bytes:
    return (line.encode() for line in csv_lines(table.rows(said.sheet, tagged=True), mark=False))


def as_json(said: SheetInWords) -> Bytes:
    """A list, one row a line."""
    yield b"[\n"
    for number, row in enumerate(table.records(said.sheet)):
        yield (",\n" if number else "").encode() + json.dumps(row, ensure_ascii=False).encode()
    yield b"\n]\n"


def sdg(said: SheetInWords) -> Bytes:
    """Persons formally identified: what the indicator calls detected is counted on a formal decision here."""
    figure = next(each.this for each in said.sheet.entries if each.definition.id == "victims_identified")
    area = countries.country(settings.COUNTRY).alpha3
    return (line.encode() for line in csv_lines(sdmx.rows(figure, area), mark=False))


def described(said: SheetInWords) -> Bytes:
    country = countries.country(settings.COUNTRY)
    made = catalogue.dcat(said.sheet, country=country.alpha3, publisher=f"Panoh, {country.name.en}")
    yield json.dumps(made, ensure_ascii=False, indent=1).encode()


def as_workbook(said: SheetInWords) -> Bytes:
    """The year in plain words, every figure, and what others publish."""
    words = [("", "ids"), *((spoken(each.words), " ".join(each.ids)) for each in said.sentences)]
    return _book(said, words)  # the words are put into the reader's language here; what is streamed later has none


def _book(said: SheetInWords, words: Sequence[Sequence[object]]) -> Bytes:
    published = [PUBLISHED_COLUMNS, *published_rows(countries.published_figures(settings.COUNTRY))]
    with tempfile.TemporaryFile() as file:
        write_book(
            file,
            {"In words": words, "Figures": table.numbered(table.rows(said.sheet)), "Published": published},
        )
        yield from pieces(file)


def as_parquet(said: SheetInWords) -> Bytes:
    """Column by column, some thousand rows at a time."""
    import pyarrow as pa  # here, not above: whoever asks for CSV need not load it
    import pyarrow.parquet as pq

    fields = [(name, pa.int64() if name == "value" else pa.string()) for name in COLUMNS]
    rows = table.records(said.sheet)
    with tempfile.TemporaryFile() as file:
        with pq.ParquetWriter(file, pa.schema(fields)) as writer:
            while group := list(islice(rows, GROUP)):
                writer.write_table(pa.Table.from_pylist(group, schema=pa.schema(fields)))
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Bytes:
    """The file from its beginning; closed after the last piece."""
    file.seek(0)
    with file:
        while piece := file.read(PIECE):
            yield piece


FORMS: dict[str, Callable[[SheetInWords], Iterable[bytes]]] = {
    "sheet.csv": plain,
    "sheet.hxl.csv": tagged,
    "sheet.xlsx": as_workbook,
    "sheet.json": as_json,
    "sheet.parquet": as_parquet,
    "sdg-16-2-2.csv": sdg,
    "catalogue.jsonld": described,
}
KINDS = {**catalogue.KINDS, "catalogue.jsonld": "application/ld+json"}
