"""Words, numbers and marks of a sentence with their place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    U\.S\.|U\.K\.|St\.\s(?=[A-Z])
    |[$€£¥₹฿₺₴₽]
    |\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)
    |\d+(?:st|nd|rd|th)\b
    |\d+(?:,\d+)+
    |\d{4}[-–]\d{4}
    |\d+[A-Za-z]\w*
    |\d+(?:\.\d+)?(?:-[A-Za-z]+)*
    |[A-Za-zÀ-ɏ]+[A-Za-zÀ-ɏ0-9]*(?:['’\-‑][A-Za-zÀ-ɏ0-9]+)*
    |[^\s\w]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    text: str
    low: str


def lowered(text: str) -> str:
    """As the lexicon writes it: small letters, straight apostrophes and hyphens."""
    return text.lower().replace("’", "'").replace("‑", "-")


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`; `offset` is where it begins in the whole narrative."""
    return tuple(
        Token(m.start() + offset, m.end() + offset, m.group(), lowered(m.group())) for m in _TOKEN.finditer(text)
    )
