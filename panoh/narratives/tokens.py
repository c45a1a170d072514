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
    |\d{4}[-–]\d{4}
    |\d+(?:\.\d+)?(?:-[A-Za-z]+)*
    |[A-Za-zÀ-ɏ]+(?:['’\-‑][A-Za-zÀ-ɏ0-9]+)*
    |[^\s\w]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'").replace("‑", "-")


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`; `offset` is where it begins in the whole narrative."""
    return tuple(Token(m.start() + offset, m.end() + offset, m.group()) for m in _TOKEN.finditer(text))
