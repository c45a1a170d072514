"""Unusual readings as the pages tell them: who, which case, why it is here, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from panoh.instruments.kinds.reading import UnusualKind
from panoh.instruments.registry import reading_watch
from panoh.registry.actions import keep_unusual
from panoh.registry.models import Case, Officer
from panoh.registry.queries.readers import Reader, readers_of
from panoh.registry.references import reference_from
from panoh.registry.rules.unusual_reading import Unusual


@dataclass(frozen=True)
class AskedAbout:
    """One reading to look into, with its records."""

    unusual: Unusual
    kind: UnusualKind
    officer: Officer | None
    case: Case | None

    @property
    def meaning(self) -> str:
        return self.kind.meaning.in_language(get_language() or "en")

    @property
    def why(self) -> str:
        words = self.kind.why.in_language(get_language() or "en")
        return words.format(count=self.unusual.count, usual=self.unusual.usual)

    @property
    def key(self) -> str:
        return self.unusual.key


def asked_about(*, viewer: Officer, now: datetime) -> tuple[Unusual, ...]:
    """All that nobody looked into yet. Whoever looks keeps it in view, also where no timer runs."""
    return keep_unusual(by=viewer, at=now)


def in_words(found: Iterable[Unusual]) -> list[AskedAbout]:
    found = tuple(found)
    officers = Officer.objects.select_related("post__desk__agency").in_bulk({each.officer for each in found})
    cases = {str(pk): case for pk, case in Case.objects.in_bulk({each.case for each in found if each.case}).items()}
    kinds = reading_watch().kinds
    return [AskedAbout(each, kinds[each.kind], officers.get(each.officer), cases.get(each.case)) for each in found]


def find_reading(key: str, *, viewer: Officer, now: datetime) -> AskedAbout | None:
    """The one an address names; None where it was looked into meanwhile, or there is none."""
    return next((each for each in in_words(asked_about(viewer=viewer, now=now)) if each.key == key), None)


def readers_by_reference(reference: str, *, viewer: Officer) -> tuple[Case | None, tuple[Reader, ...]]:
    """The case of a reference, and who opened its name; (None, ()) where there is no such case."""
    case = Case.objects.filter(reference=reference_from(reference)).first()
    return case, readers_of(case, viewer=viewer) if case else ()
