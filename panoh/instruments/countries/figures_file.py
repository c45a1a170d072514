"""Reads the table of figures others published. A wrong row is an error with its number and what to do."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from panoh.instruments.kinds.figure import FigureValue, Missing, Precision, PublishedFigure, ValueKind
from panoh.instruments.kinds.source import Verification
from panoh.instruments.reader import TextError

Row = dict[str, str]

COLUMNS = (
    "row_id",
    "indicator",
    "value",
    "qualifier",
    "unit",
    "period_start",
    "period_end",
    "period_kind",
    "reported_year",
    "disaggregation",
    "counted_by",
    "source_title",
    "source_organisation",
    "source_year",
    "pointer",
    "status",
    "note",
)
PERIOD_KINDS = frozenset(
    {
        "calendar_year",
        "half_year",
        "months",
        "multi_year",
        "point",
        "tip_reporting_period",
        "report_edition",
        "legal_parameter",
    }
)
# "Verified" in the table means that the statement was seen in a retrieved copy: our second mark, not the first.
MARKS = {
    "verified": Verification.SECONDARY,
    "derived": Verification.SECONDARY,
    "not_verified": Verification.PROVISIONAL,
}


def read_figures(path: Path) -> tuple[PublishedFigure, ...]:
    """Every row of the table as a figure. Raises TextError naming the line of the first wrong row."""
    figures: dict[str, PublishedFigure] = {}
    for line, row in _rows(path):
        place = f"{path.name}: line {line}"
        figure = _figure(row, place)
        if figure.id in figures:
            raise TextError(f"{place}: the row {figure.id!r} stands twice; give each figure its own row_id")
        figures[figure.id] = figure
    return tuple(figures.values())


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise TextError(f"{path.name}: line 1: the columns must be {', '.join(COLUMNS)}")
        for row in reader:
            if None in row or None in row.values():
                raise TextError(f"{path.name}: line {reader.line_num}: has more or fewer than {len(COLUMNS)} columns")
            yield reader.line_num, row


def _figure(row: Row, place: str) -> PublishedFigure:
    start, end = _day(row, "period_start", place), _day(row, "period_end", place)
    if end < start:
        raise TextError(f"{place}: the period ends ({end}) before it starts ({start})")
    if row["period_kind"] not in PERIOD_KINDS:
        raise TextError(
            f"{place}: unknown period_kind {row['period_kind']!r}; known: {', '.join(sorted(PERIOD_KINDS))}"
        )
    if row["status"] not in MARKS:
        raise TextError(f"{place}: unknown status {row['status']!r}; known: {', '.join(MARKS)}")
    return PublishedFigure(
        id=_filled(row, "row_id", place),
        series=_filled(row, "indicator", place),
        value=_value(row, place),
        unit=_filled(row, "unit", place),
        period_start=start,
        period_end=end,
        period_kind=row["period_kind"],
        reported_year=_year(row, place),
        breakdown=row["disaggregation"],
        counted_by=_filled(row, "counted_by", place),
        source_title=_filled(row, "source_title", place),
        source_organisation=_filled(row, "source_organisation", place),
        source_year=row["source_year"],
        pointer=row["pointer"],
        derived=row["status"] == "derived",
        verification=MARKS[row["status"]],
        note=row["note"],
    )


def _value(row: Row, place: str) -> FigureValue:
    qualifier, value = row["qualifier"], row["value"]
    if qualifier in tuple(Missing):
        if value:
            raise TextError(f"{place}: a value that is {qualifier} must be empty, not {value!r}")
        return FigureValue(ValueKind.NOT_AVAILABLE, missing=Missing(qualifier))
    if qualifier == "none_reported":
        if value != "0":
            raise TextError(f"{place}: none_reported goes with the value 0, not {value!r}")
        return FigureValue(ValueKind.NONE)
    if qualifier == "text":
        return FigureValue(ValueKind.TEXT, text=_filled(row, "value", place))
    if qualifier not in tuple(Precision):
        raise TextError(f"{place}: unknown qualifier {qualifier!r}")
    return FigureValue(ValueKind.NUMBER, number=_number(value, place), precision=Precision(qualifier))


def _number(value: str, place: str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        message = f"{place}: {value!r} is not a number; a figure that is not there is not_reported, never empty or 0"
        raise TextError(message) from None
    if not number.is_finite():
        raise TextError(f"{place}: {value!r} is not a number")
    return number


def _day(row: Row, column: str, place: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise TextError(f"{place}: {column} must be a day such as 2024-12-31, not {row[column]!r}") from None


def _year(row: Row, place: str) -> int:
    if not row["reported_year"].isdecimal():
        raise TextError(f"{place}: reported_year must be a year, not {row['reported_year']!r}")
    return int(row["reported_year"])


def _filled(row: Row, column: str, place: str) -> str:
    if not row[column].strip():
        raise TextError(f"{place}: {column} is empty")
    return row[column]
