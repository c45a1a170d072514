"""Where a rule comes from, and how well that was checked. Every kind of text carries these."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verification(StrEnum):
    """How well a statement was held against its official text (promise 11)."""

    OFFICIAL = "official"
    """Seen in the official text itself."""
    SECONDARY = "secondary"
    """Seen in a reliable second-hand text; not yet held against the official one."""
    PROVISIONAL = "provisional"
    """Not seen: from general knowledge, by analogy, or our own design. Two named people must confirm it."""


@dataclass(frozen=True)
class Source:
    """A published text: what it is called, who issued it, when."""

    id: str
    title: str
    issuer: str
    year: str
    verification: Verification
    note: str = ""


@dataclass(frozen=True)
class Words:
    """One wording in the working languages. English is always there; another language falls back to it."""

    en: str
    ru: str = ""
    tg: str = ""

    @classmethod
    def of(cls, value: str | dict[str, str]) -> Words:
        return cls(**value) if isinstance(value, dict) else cls(en=str(value))

    def in_language(self, language: str) -> str:
        """The wording in `language` (a code such as tg or ru-RU), or in English where it is not written yet."""
        return getattr(self, language[:2], "") or self.en

    def stands_in(self, language: str) -> bool:
        """Whether the wording is written in `language` itself."""
        return language[:2] == "en" or bool(getattr(self, language[:2], ""))

    def fill(self, **parts: object) -> Words:
        """The wording with its {places} filled; a part that is itself a wording goes in in the same language."""

        def said(language: str) -> str:
            own = {key: part.in_language(language) if isinstance(part, Words) else part for key, part in parts.items()}
            return self.in_language(language).format(**own)

        return Words(said("en"), said("ru"), said("tg"))


@dataclass(frozen=True)
class Citation:
    """A place in a source: which text, which page or article, and how well that place was verified.

    `said`: the place in the working languages, where the file has it. It is the same place however it is said.
    """

    source: str
    place: str
    verification: Verification
    said: Words = field(default=Words(""), compare=False)

    @classmethod
    def of(cls, value: dict[str, Any]) -> Citation:
        said = Words.of(value.get("place", ""))
        return cls(value["source"], said.en, Verification(value["verification"]), said)


def citations(values: list[dict[str, Any]]) -> tuple[Citation, ...]:
    return tuple(map(Citation.of, values))
