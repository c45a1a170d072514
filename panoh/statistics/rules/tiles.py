"""Regions as tiles, laid out about as they lie: no boundaries, which could not be shipped. The number stands in each; the
shade only repeats it, in four steps that print. A tile is high enough for a name of three lines above its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from panoh.instruments.kinds.country import Division
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.values import Value, people
from panoh.statistics.rules.wording import Shown, shown

WIDTH, HEIGHT, GAP, SHADES = 150, 92, 6, 4


@dataclass(frozen=True)
class Tile:
    """`shade` 0 is nobody or not available, then one to four by the share of the highest."""

    region: Division
    value: Value
    x: int
    y: int
    shade: int

    @property
    def shown(self) -> Shown:
        return shown(self.value)

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2


@dataclass(frozen=True)
class Tiles:
    tiles: tuple[Tile, ...]
    unplaced: Value | None
    """Of whom no region is known."""

    @property
    def width(self) -> int:
        return max(tile.x for tile in self.tiles) + WIDTH

    @property
    def height(self) -> int:
        return max(tile.y for tile in self.tiles) + HEIGHT

    @property
    def unplaced_shown(self) -> Shown | None:
        return shown(self.unplaced) if self.unplaced is not None else None


def lay_out(figure: Figure, regions: Iterable[Division]) -> Tiles | None:
    """None where the figure is not broken down by region, or the country's regions have no places."""
    breakdown = figure.breakdown("region")
    placed = [each for each in regions if each.tile]
    if breakdown is None or not placed:
        return None
    values = {part.key: part.value for part in breakdown.parts}
    highest = max((people(values[each.code]) for each in placed), default=0) or 1
    tiles = (_tile(each, values[each.code], highest) for each in placed)
    return Tiles(tuple(tiles), values.get("unknown"))


def _tile(region: Division, value: Value, highest: int) -> Tile:
    column, row = region.tile or (0, 0)
    shade = -(-SHADES * people(value) // highest)
    return Tile(region, value, column * (WIDTH + GAP) // 2, row * (HEIGHT + GAP), shade)
