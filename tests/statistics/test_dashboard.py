"""The first page of figures for each post, with charts that say their numbers and a table beside each."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.instruments import countries
from panoh.instruments.statistics import definitions
from panoh.statistics.queries.dashboard import dashboard_for
from panoh.statistics.rules.boards import BOARDS, OFFICER, board_of
from panoh.statistics.rules.charts import Mark
from panoh.statistics.rules.figures import Breakdown, Figure, Part
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.tiles import SHADES, lay_out
from panoh.statistics.rules.values import Number, counted
from tests.conftest import NOON
from tests.statistics.book import CANARY

HOME = reverse("statistics:dashboard")
REGIONS = [each for each in countries.divisions("tj") if not each.parent]


def by_region(**people: int) -> Figure:
    keys = [*(each.code for each in REGIONS), "unknown"]
    parts = tuple(Part(key, counted(people.get(key.replace("-", "_"), 0))) for key in keys)
    total = counted(sum(people.values()))
    return Figure("x", "1", Period(PeriodKind.CALENDAR_YEAR, 2026), "person", total, (Breakdown("region", parts),))


def test_every_region_has_a_tile_of_its_own_place_and_the_number_in_it():
    tiles = lay_out(by_region(TJ_SU=40, TJ_DU=10, TJ_KT=1, unknown=3), REGIONS)

    assert len({(tile.x, tile.y) for tile in tiles.tiles}) == len(REGIONS) == 5
    assert {tile.region.code: tile.shade for tile in tiles.tiles} == {
        "TJ-SU": SHADES,
        "TJ-DU": 1,
        "TJ-KT": 1,
        "TJ-RA": 0,
        "TJ-GB": 0,
    }
    assert tiles.unplaced == Number(3)


def test_what_is_not_broken_down_by_region_has_no_tiles():
    assert lay_out(Figure("x", "1", Period(PeriodKind.CALENDAR_YEAR, 2026), "person", counted(2)), REGIONS) is None


def test_every_board_draws_a_figure_that_is_defined_and_whoever_has_none_is_an_officer():
    assert {each.figure for each in (*BOARDS.values(), OFFICER)} <= {each.id for each in definitions()}
    assert board_of("first_responder") is OFFICER


@pytest.mark.django_db
def test_months_that_have_begun_are_drawn_and_a_month_without_anybody_is_none_and_no_gap(book, cast):
    book.presumed("2026-03-05")
    book.presumed("2026-03-31 23:30")
    book.presumed("2026-04-01")

    page = dashboard_for(cast.alisher, year=2026, asked="", now=NOON)

    bars = page.months.bars
    assert [bar.line.number for bar in bars[:4]] == [0, 0, 2, 1]
    assert len(bars) == NOON.month
    assert {bar.line.mark for bar in bars} == {Mark.NONE, Mark.NUMBER}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["zarina", "nigina", "shahlo", "rustam", "manuchehr", "alisher"])
def test_each_post_sees_its_own_parts_with_a_table_beside_each_chart(book, client, cast, monkeypatch, name):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    book.presumed("2026-03-05")
    client.force_login(cast.officers[name])

    page = client.get(HOME).content.decode()

    charts = re.findall(r'<svg class="chart (?:bars|tiles)"', page)
    assert page.count("The same values as a table") == len(charts) > 0
    assert CANARY not in page


@pytest.mark.django_db
def test_the_figure_stands_in_the_address_and_one_that_does_not_exist_is_refused(book, client, cast, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    client.force_login(cast.zarina)

    assert "Identified victims: by month" in client.get(HOME, {"figure": "victims_identified"}).content.decode()
    assert client.get(HOME, {"figure": "nobody"}).status_code == 422
