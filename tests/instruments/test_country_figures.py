"""Published figures keep a number, none, and not available apart, and a wrong row is named by its line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from panoh.instruments import countries
from panoh.instruments.countries.figures_file import COLUMNS, read_figures
from panoh.instruments.kinds.figure import FigureValue, Missing, Precision, ValueKind
from panoh.instruments.kinds.source import Verification
from panoh.instruments.reader import TextError

FIGURES = {figure.id: figure for figure in countries.published_figures("tj")}
SHARED = Path(__file__).parents[3] / "shared" / "reference" / "tajikistan-figures.csv"

GOOD = {
    "row_id": "X1",
    "indicator": "victims_identified",
    "value": "24",
    "qualifier": "exact",
    "unit": "persons",
    "period_start": "2020-04-01",
    "period_end": "2021-03-31",
    "period_kind": "tip_reporting_period",
    "reported_year": "2020",
    "disaggregation": "",
    "counted_by": "Government",
    "source_title": "A report",
    "source_organisation": "An office",
    "source_year": "2021",
    "pointer": "page 1",
    "status": "verified",
    "note": "",
}


def table(tmp_path: Path, *rows: dict[str, str]) -> Path:
    path = tmp_path / "figures.csv"
    lines = [",".join(COLUMNS), *(",".join(f'"{row[column]}"' for column in COLUMNS) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_number_is_a_number_with_its_precision() -> None:
    assert FIGURES["TJF194"].value == FigureValue(ValueKind.NUMBER, number=Decimal(272))
    assert FIGURES["TJF191"].value.precision is Precision.AT_LEAST


def test_not_reported_is_no_zero() -> None:
    value = FIGURES["TJF200"].value

    assert (value.kind, value.number, value.missing) == (ValueKind.NOT_AVAILABLE, None, Missing.NOT_REPORTED)


def test_none_is_neither_a_number_nor_missing() -> None:
    value = FIGURES["TJF145"].value

    assert (value.kind, value.number, value.missing) == (ValueKind.NONE, None, None)


def test_a_tier_is_a_text() -> None:
    assert FIGURES["TJF178"].value == FigureValue(ValueKind.TEXT, text="Tier 2")


def test_no_figure_is_marked_official() -> None:
    assert {figure.verification for figure in FIGURES.values()} == {Verification.SECONDARY, Verification.PROVISIONAL}


def test_every_row_is_read() -> None:
    assert len(FIGURES) == 204


def test_the_table_is_the_one_that_was_researched() -> None:
    if not SHARED.exists():
        pytest.skip("the research folder is not beside this checkout")

    ours = Path(countries.__file__).parent / "tj" / "published_figures.csv"
    assert ours.read_bytes() == SHARED.read_bytes()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": ""}, "line 2: '' is not a number; a figure that is not there is not_reported"),
        ({"value": "NaN"}, "line 2: 'NaN' is not a number"),
        ({"value": "0", "qualifier": "not_reported"}, "must be empty, not '0'"),
        ({"value": "3", "qualifier": "none_reported"}, "goes with the value 0"),
        ({"qualifier": "roughly"}, "unknown qualifier 'roughly'"),
        ({"period_start": "April 2020"}, "period_start must be a day"),
        ({"period_end": "2019-01-01"}, "before it starts"),
        ({"period_kind": "season"}, "unknown period_kind 'season'"),
        ({"status": "sure"}, "unknown status 'sure'"),
        ({"unit": " "}, "unit is empty"),
        ({"reported_year": "FY20"}, "reported_year must be a year"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, change: dict[str, str], says: str) -> None:
    with pytest.raises(TextError) as error:
        read_figures(table(tmp_path, {**GOOD, **change}))

    assert says in str(error.value)


def test_a_row_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="line 3: the row 'X1' stands twice"):
        read_figures(table(tmp_path, GOOD, GOOD))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("row_id,value\nX1,3\n", encoding="utf-8")

    with pytest.raises(TextError, match="line 1: the columns must be"):
        read_figures(path)


@pytest.mark.parametrize("kind", list(ValueKind))
def test_a_value_can_never_be_two_things(kind: ValueKind) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        FigureValue(kind, number=Decimal(0), text="none", missing=Missing.NOT_REPORTED)
