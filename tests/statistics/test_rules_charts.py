"""Charts and published series: parts are no totals, gaps are no zeros, and nothing is averaged."""

from __future__ import annotations

from datetime import date

from panoh.instruments import countries
from panoh.statistics.rules.charts import Mark, draw
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.published import arrange
from panoh.statistics.rules.values import NotAvailable, Reason, counted

PUBLISHED = countries.published_figures("tj")


def own(year: int, value: object) -> Figure:
    return Figure("victims_identified", "1", Period(PeriodKind.CALENDAR_YEAR, year), "person", value)


def test_a_part_stands_in_the_table_and_has_no_bar():
    series = arrange(PUBLISHED, "victims_identified")

    chart = draw("c", series)

    parts = {row.figure.id for row in series.rows if row.part}
    assert parts == {"TJF191", "TJF195", "TJF196"}
    assert parts & {bar.line.published.figure.id for bar in chart.bars if bar.line.published} == set()
    assert parts <= {line.published.figure.id for line in chart.lines if line.published}


def test_a_total_stands_before_its_parts():
    ids = [row.figure.id for row in arrange(PUBLISHED, "victims_identified").rows]

    assert ids.index("TJF194") < ids.index("TJF195") < ids.index("TJF196")


def test_conflicting_figures_for_one_year_all_stay():
    series = arrange(PUBLISHED, "victims_assisted")

    beside = [row for row in series.rows if row.not_alone]
    assert [(row.figure.value.number, row.figure.counted_by) for row in beside] == [
        (22, "Government of Tajikistan"),
        (20, "IOM"),
    ]


def test_what_was_not_reported_is_a_gap_and_nothing_is_a_bar_of_zero():
    chart = draw("c", arrange(PUBLISHED, "victims_referred"))

    assert [bar.line.mark for bar in chart.bars] == [Mark.GAP, Mark.NUMBER, Mark.NUMBER]
    assert all(bar.width for bar in chart.bars)


def test_years_nobody_has_a_figure_for_are_a_gap():
    chart = draw("c", arrange(PUBLISHED, "shelter_residents"), [own(2023, counted(4))])

    assert [(bar.line.first.year, bar.line.last.year, bar.line.mark) for bar in chart.bars] == [
        (2019, 2019, Mark.NUMBER),
        (2020, 2020, Mark.NUMBER),
        (2021, 2022, Mark.GAP),
        (2023, 2023, Mark.NUMBER),
    ]


def test_our_none_has_no_bar_and_our_missing_year_is_a_gap():
    chart = draw(
        "c", arrange((), "victims_referred"), [own(2025, NotAvailable(Reason.NOT_BEGUN)), own(2026, counted(0))]
    )

    assert [(bar.line.mark, bar.line.words.en) for bar in chart.bars] == [
        (Mark.GAP, "not available"),
        (Mark.NONE, "none"),
    ]


def test_our_bar_stands_below_the_published_one_of_the_same_year():
    chart = draw("c", arrange(PUBLISHED, "victims_identified"), [own(2024, counted(3))])

    year = [bar for bar in chart.bars if bar.line.first == date(2024, 1, 1)]
    assert [bool(bar.line.own) for bar in year] == [False, True]


def test_bars_of_one_period_say_what_each_holds():
    chart = draw("c", arrange(PUBLISHED, "crimes_registered"))

    notes = {bar.note for bar in chart.bars if bar.line.first == date(2022, 1, 1) and bar.line.last.month == 12}
    assert {"total basket", "sale of children"} <= notes
    assert all(bar.text_x + 6 * len(bar.note) < chart.width for bar in chart.bars)


def test_a_chart_of_nothing_is_empty():
    assert draw("c", arrange((), "victims_referred")).bars == ()
