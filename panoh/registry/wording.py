"""A wording from a data file or a rule, in the language of the person at the screen."""

from __future__ import annotations

from django.utils.translation import get_language

from panoh.instruments.kinds.source import Words


def spoken(words: Words) -> str:
    """The wording in the language of this request; English where there is none yet."""
    return words.in_language(get_language() or "en")
