"""Contacts of the hotline in numbers: by month, topic and language, and how many went on as signals. No contact is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.db.models.functions import ExtractMonth

from panoh.prevention.models import HotlineContact
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.wording import spoken_languages


@dataclass(frozen=True)
class Line:
    """One row: its key and name, how many contacts, how many of them went on as a signal."""

    key: str
    name: str
    contacts: int
    signals: int


@dataclass(frozen=True)
class HotlinePage:
    """`percent`: of the contacts that became signals, in whole per cent; None where there was no contact."""

    year: int
    months: tuple[Line, ...]
    topics: tuple[Line, ...]
    languages: tuple[Line, ...]
    contacts: int
    signals: int

    @property
    def percent(self) -> int | None:
        return self.signals * 100 // self.contacts if self.contacts else None


def hotline_page(viewer: Officer, *, year: int) -> HotlinePage:
    """By the country's clock. Every topic and month has its row; a language only where somebody spoke it."""
    access.require(viewer, access.Act.SEE_FIGURES)
    rows = HotlineContact.objects.filter(at__year=year).annotate(month=ExtractMonth("at"))
    found: list[dict[str, Any]] = [
        {**row}
        for row in rows.values("month", "topic", "language")
        .annotate(contacts=Count("pk"), signals=Count("signal"))
        .order_by("month", "topic", "language")
    ]

    def by(column: str, names: dict[str, str]) -> tuple[Line, ...]:
        contacts, signals = Counter[str](), Counter[str]()
        for row in found:
            contacts[str(row[column])] += row["contacts"]
            signals[str(row[column])] += row["signals"]
        return tuple(Line(key, name, contacts[key], signals[key]) for key, name in names.items())

    spoken = dict(spoken_languages())
    heard = {row["language"] for row in found}
    return HotlinePage(
        year=year,
        months=by("month", {str(month): date(year, month, 1).isoformat()[:7] for month in range(1, 13)}),
        topics=by("topic", {value: str(label) for value, label in HotlineContact.Topic.choices}),
        languages=by("language", {code: name for code, name in spoken.items() if code in heard}),
        contacts=sum(row["contacts"] for row in found),
        signals=sum(row["signals"] for row in found),
    )
