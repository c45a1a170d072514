"""What is left in English on a page, or in a sentence, for whoever reads another language; and the wordings of a module."""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterator
from html import unescape

from panoh.instruments.kinds.source import Words

ENGLISH = re.compile(r"\b[A-Za-z]{2,}[,;:]? [a-z]{2,}\b")
"""Two words in Latin letters, the second of them small: names of people and agencies, codes and addresses are none."""
_READ = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')


def texts(page: str) -> list[str]:
    """What is read on a page: its text between tags, and what a tag says to be read."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
    return [unescape(" ".join(each.split())) for each in (*_READ.findall(page), *re.split(r"<[^>]*>", page))]


def english(page: str, said: Collection[str] = ()) -> list[str]:
    """The texts with English in them, less what is `said` so in every language: titles, and what somebody typed."""
    found = []
    for text in texts(page):
        for each in said:
            text = text.replace(each, "")
        if ENGLISH.search(text):
            found.append(text)
    return found


def every(value: object) -> Iterator[Words]:
    """Every wording anywhere inside a value."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, dict | tuple | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from every(each)


def places(text: str) -> set[str]:
    """The names of the places in a wording that are filled."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
