"""Splits a paragraph into sentences that are exact slices of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stop after these is not an end: titles, numbers of articles, Latin shorthand.
_SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "no",
        "art",
        "arts",
        "sec",
        "vs",
        "approx",
        "e.g",
        "i.e",
        "etc",
        "inc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_STOP = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9ÀÉÎÔ•])|\s+(?=•)")
_LAST_WORD = re.compile(r"[A-Za-z.]+$")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence between two places of the text, white space left out."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _is_short(text[begin : stop.start()], stop.group()):
            continue
        yield from _slice(text, begin, stop.end())
        begin = stop.end()
    yield from _slice(text, begin, end)


def _is_short(before: str, stop: str) -> bool:
    if not stop.startswith("."):
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last.group()
    return word.lower() in _SHORT or (len(word) == 1 and word.isupper()) or word in {"U.S", "U.K", "D.C"}


def _slice(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \t\n•":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
