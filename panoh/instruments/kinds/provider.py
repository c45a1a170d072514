"""What is known of a desk that gives services: whom it serves, in which languages, for which places."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.source import Citation, Verification

WHO = ("women", "men", "girls", "boys", "families")
"""Whom a service can be for. Families: an adult with children."""


@dataclass(frozen=True)
class Provider:
    """As published or proposed. What is not listed is not known: it is never read as a no.

    `covers`: divisions, or the code of the country for all of it; empty where it is not known.
    """

    desk: str
    serves: tuple[str, ...]
    languages: tuple[str, ...]
    covers: tuple[str, ...]
    sources: tuple[Citation, ...]

    @property
    def provisional(self) -> bool:
        return any(each.verification is Verification.PROVISIONAL for each in self.sources)
