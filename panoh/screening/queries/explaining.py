"""The explanation as it is read to one person: in their language where there is a text, otherwise by word of mouth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from panoh.instruments import countries
from panoh.instruments.explanation import explanation
from panoh.screening.queries.interview import Interview
from panoh.screening.rules.conditions import Conditions, advice


@dataclass(frozen=True)
class Explained:
    """What stands on the page. `language` is empty where there is no text in the person's language: then the officer's
    own language is shown and said through the interpreter or by word of mouth."""

    version: str
    language: str
    shown_in: str
    draft: bool
    right_to_left: bool
    paragraphs: tuple[str, ...]


def explanation_of(shown: Interview) -> dict[str, Any]:
    """What the pages of explaining show of an interview: the text, and what to put right about the conditions."""
    screening, reader = shown.screening, get_language() or "en"
    conditions = Conditions(**{**screening.conditions, "present": tuple(screening.conditions.get("present", ()))})
    return {
        "shown": shown,
        "explained": explained(screening.language, child=shown.child, reader=reader[:2]),
        "advice": advice(conditions, child=shown.child),
    }


def told_in(language: str) -> tuple[str, str]:
    """Version and language of the text a person of this language is shown; no language where there is no text."""
    text = explanation().in_language(language)
    return explanation().version, text.language if text else ""


def explained(language: str, *, child: bool, reader: str) -> Explained:
    """The text for a person who speaks `language`, beside an officer who reads `reader`."""
    own = explanation().in_language(language)
    text = own or explanation().in_language(reader) or explanation().texts[0]
    spoken = countries.country(settings.COUNTRY).languages
    rtl = any(each.right_to_left for each in spoken if each.code == text.language)
    paragraphs = text.child if child else text.adult
    return Explained(explanation().version, own.language if own else "", text.language, text.draft, rtl, paragraphs)
