"""Writing the cases out as columns, at one moment of the database, some thousands of persons at a time. No name is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from panoh.exchange.case_columns.folder import COLUMNS, PART, PERSONS, Contents, part_folder, write_contents
from panoh.instruments import countries
from panoh.instruments.statistics import definitions
from panoh.registry import ledger
from panoh.registry.models import Person
from panoh.statistics.queries.counting import DATED, LOOKS, Dated
from panoh.statistics.queries.figures import records_from, today
from panoh.statistics.rules.columns.codes import Look


def write_columns(folder: Path, *, at: datetime, part: int = PART) -> Contents:
    """Into an empty folder. One ledger line says that it was done, and how many persons it holds."""
    with _one_moment():
        contents = _Writer(folder, countries.country(settings.COUNTRY).zone).write(at=at, part=part)
    write_contents(folder, contents)
    with transaction.atomic():
        ledger.write(act="export_case_columns", by=None, at=at, persons=sum(contents.parts))
    return contents


@contextmanager
def _one_moment() -> Iterator[None]:
    """Every part is read from the same state of the records; nobody who writes is held up meanwhile."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("COMMIT")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@dataclass
class _Numbered:
    """Values by the place at which they were first seen."""

    places: dict[Any, int] = field(default_factory=dict)

    def __call__(self, value: object) -> int:
        return self.places.setdefault(value, len(self.places))


@dataclass
class _Writer:
    folder: Path
    zone: ZoneInfo
    looks: _Numbered = field(default_factory=_Numbered)
    forms: _Numbered = field(default_factory=_Numbered)
    regions: _Numbered = field(default_factory=_Numbered)

    def write(self, *, at: datetime, part: int) -> Contents:
        sizes: list[int] = []
        last = 0
        people = Person.objects.filter(counted_as=None).order_by("pk").values_list("pk", *LOOKS)
        while persons := list(people.filter(pk__gt=last)[:part]):
            first, last = persons[0][0], persons[-1][0]
            self._part(len(sizes), persons, (first, last))
            sizes.append(len(persons))
        since = records_from()
        return Contents(
            country=settings.COUNTRY,
            definitions=definitions()[0].version,
            on=today(at).isoformat(),
            records_from=since.isoformat() if since else None,
            looks=tuple(self.looks.places),
            forms=tuple(self.forms.places),
            regions=tuple(self.regions.places),
            parts=tuple(sizes),
        )

    def _part(self, number: int, persons: list[Any], between: tuple[int, int]) -> None:
        at = part_folder(self.folder, number)
        at.mkdir(mode=0o700)
        looks: list[Look] = [look for _pk, *look in persons]
        seen = pa.array([self.looks(tuple(look)) for look in looks], pa.int32())
        _write(at / f"{PERSONS}.parquet", pa.table({"look": seen}))
        places = {pk: place for place, (pk, *_look) in enumerate(persons)}
        for kind, source in DATED.items():
            _write(at / f"{kind}.parquet", self._dated(source(), places, between))

    def _dated(self, dated: Dated, places: dict[int, int], between: tuple[int, int]) -> pa.Table:
        found = [
            *_between(dated, "person", between, by_whole=None),
            *_between(dated, "person__counted_as__whole", between),
        ]
        found.sort(key=lambda row: row[:3])
        columns = list(zip(*(row[:2] + row[3:] for row in found), strict=True)) or [()] * (5 if dated.until else 4)
        made: list[pa.Array[Any]] = [
            pa.array(map(places.__getitem__, columns[0]), pa.int32()),
            self._days(columns[1]),
            pa.array(map(self.forms, columns[2]), pa.int16()),
            pa.array(map(self.regions, columns[3]), pa.int16()),
            *map(self._days, columns[4:]),
        ]
        return pa.table(made, names=list(COLUMNS[: len(made)]))

    def _days(self, when: tuple[date | datetime | None, ...]) -> pa.Array[Any]:
        """The day each moment lies on by the country's clock; days as they are."""
        if not any(isinstance(each, datetime) for each in when):
            return pa.array(when, pa.date32())
        moments = pa.array(when, pa.timestamp("us", "UTC")).cast(pa.timestamp("us", str(self.zone)))
        by_the_clock: pa.Array[Any] = pc.local_timestamp(moments)  # type: ignore[call-overload]  # its stub knows no zones
        return by_the_clock.cast(pa.date32(), safe=False)


def _between(dated: Dated, person: str, between: tuple[int, int], **which: object) -> list[tuple[Any, ...]]:
    form, *_look, region = dated.looks
    by_whole = dated.of_case(lambda case: F(f"{case}person__counted_as__whole"))
    rows = dated.rows.annotate(by_person=dated.of_case(lambda case: F(f"{case}{person}")), by_whole=by_whole)
    rows = rows.filter(by_person__gte=between[0], by_person__lte=between[1], **which)
    ends = (dated.until,) if dated.until else ()
    return list(rows.order_by().values_list("by_person", "on_record", "pk", form, region, *ends))


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table, path, compression="lz4", use_dictionary=False, row_group_size=len(table) or 1)
