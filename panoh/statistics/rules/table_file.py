"""The sheet and the published series as rows of a file. A value that is none is 0 with the word none beside it; one that is
not available is empty. No cell is left out: a small one says that it is not for publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from panoh.instruments.kinds.figure import PublishedFigure, ValueKind
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.sheet import Entry, Sheet
from panoh.statistics.rules.values import NotAvailable, Number, Value, kind

COLUMNS = (
    "figure",
    "definition_version",
    "counting_unit",
    "period_start",
    "period_end",
    "breakdown",
    "row",
    "value",
    "value_kind",
    "reason",
    "caveats",
    "not_for_publication",
)
PUBLISHED_COLUMNS = (
    "row_id",
    "series",
    "period_start",
    "period_end",
    "value",
    "value_kind",
    "precision",
    "unit",
    "breakdown",
    "counted_by",
    "source_title",
    "source_organisation",
    "source_year",
    "verification",
)


def sheet_rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """Every cell of the sheet, the period asked for first."""
    for entry in sheet.entries:
        for row in entry.rows():
            for figure, value in ((entry.this, row.this), (entry.before, row.before)):
                yield _sheet_row(entry, figure, row.dimension or "total", row.key or "total", value)


def _sheet_row(entry: Entry, figure: Figure, breakdown: str, key: str, value: Value) -> tuple[str, ...]:
    return (
        figure.definition,
        figure.version,
        entry.definition.counting_unit,
        figure.period.first.isoformat(),
        figure.period.last.isoformat(),
        breakdown,
        key,
        digits(value),
        kind(value),
        value.reason.value if isinstance(value, NotAvailable) else "",
        " ".join(figure.caveats),
        "yes" if value.small else "",
    )


def digits(value: Value) -> str:
    """The number, 0 for none, and nothing for what is not available."""
    if isinstance(value, NotAvailable):
        return ""
    return str(value.count) if isinstance(value, Number) else "0"


def published_rows(figures: Iterable[PublishedFigure]) -> Iterator[tuple[str, ...]]:
    """Every published figure as it was published; a value that was never reported stays empty."""
    for figure in figures:
        value = figure.value
        none = "0" if value.kind is ValueKind.NONE else ""
        yield (
            figure.id,
            figure.series,
            figure.period_start.isoformat(),
            figure.period_end.isoformat(),
            f"{value.number:f}" if value.number is not None else value.text or none,
            value.missing.value if value.missing else value.kind.value,
            value.precision.value if value.kind is ValueKind.NUMBER else "",
            figure.unit,
            figure.breakdown,
            figure.counted_by,
            figure.source_title,
            figure.source_organisation,
            figure.source_year,
            figure.verification.value,
        )
