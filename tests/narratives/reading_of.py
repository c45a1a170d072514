"""Reads one invented sentence the way a narrative of Georgia in the 2022 report would be read."""

from __future__ import annotations

from typing import Any

from panoh.narratives.reading import read_narrative

Row = tuple[str, float | None, int | None, dict[str, str], str]


def facts(sentence: str, section: str = "PROTECTION", year: int = 2022, country: str = "GEO") -> list[dict[str, Any]]:
    read = read_narrative(f"{section}\n{sentence}", name="GEO-2022", country=country, report_year=year)
    return [fact.as_json() for fact in read]


def rows(sentence: str, section: str = "PROTECTION") -> list[Row]:
    """Measure, value, year, breakdown, status of each fact."""
    return [(f["measure"], f["value"], f["year"], f["breakdown"], f["status"]) for f in facts(sentence, section)]


def told(sentence: str, section: str = "PROTECTION") -> list[tuple[Any, ...]]:
    """Measure, value, unit, actor and breakdown of each fact."""
    return [(f["measure"], f["value"], f["unit"], f["actor"], f["breakdown"]) for f in facts(sentence, section)]
