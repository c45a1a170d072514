"""A service the mechanism can give: what it is, by which standard, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class Service:
    """`for_children` is True where only a child receives it. No service ever depends on status or testimony."""

    key: str
    name: Words
    meaning: Words
    standard: Words
    urgent: bool
    for_children: bool
    sources: tuple[Citation, ...]
