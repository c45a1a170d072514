"""Reads a name by the conventions of other countries that it shows marks of (`conventions.py`)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from panoh.names.conventions import CONVENTIONS, EVERYWHERE, Convention
from panoh.names.sounds import smooth

_VOWEL_Y = re.compile("(?<![aeiou])y(?![aeiou])")


class _Table(NamedTuple):
    """A convention made ready: `letters` finds one row at a time, `sounds` has what each row may be."""

    shown: re.Pattern[str]
    letters: re.Pattern[str]
    sounds: tuple[tuple[str, ...], ...]
    endings: tuple[tuple[re.Pattern[str], str], ...]


def _table(convention: Convention) -> _Table:
    entries = f"{convention.letters}  {EVERYWHERE}".split()
    rows = list(zip(entries[::2], entries[1::2], strict=True))
    return _Table(
        re.compile(convention.shown),
        re.compile("|".join(f"({pattern})" for pattern, _ in rows) + "|(.)"),
        tuple(tuple(each.replace("0", "") for each in sounds.split("|")) for _, sounds in rows),
        tuple((re.compile(pattern), without) for pattern, without in convention.endings),
    )


_ANY = re.compile("|".join(f"(?:{convention.shown})" for convention in CONVENTIONS.values()))
_TABLES = {language: _table(convention) for language, convention in CONVENTIONS.items()}


@lru_cache(maxsize=65_536)
def shown_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """The conventions a name shows marks of; by one word for all of it: Dżurajewa Zarina is Polish throughout."""
    name = " ".join(words)
    if not _ANY.search(name):
        return ()
    return tuple(language for language, table in _TABLES.items() if table.shown.search(name))


@lru_cache(maxsize=65_536)
def readings(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """How a lower-case Latin word is heard by these conventions; where a table says either, both ways."""
    heard = (each for language in languages for each in _heard(word, _TABLES[language]))
    return tuple(dict.fromkeys(filter(None, heard)))


def _heard(word: str, table: _Table) -> tuple[str, ...]:
    for pattern, without in table.endings:
        word = pattern.sub(without, word)
    sounds = [_sounds(found, table) for found in table.letters.finditer(word)]
    ways = (0, -1) if any(len(each) > 1 for each in sounds) else (0,)
    return tuple(smooth(_VOWEL_Y.sub("i", "".join(each[way] for each in sounds))) for way in ways)


def _sounds(found: re.Match[str], table: _Table) -> tuple[str, ...]:
    """What one row may be; a letter in no row is what it is without marks."""
    row = (found.lastindex or 1) - 1
    if row < len(table.sounds):
        return table.sounds[row]
    letter = found.group()
    return (letter if "a" <= letter <= "z" else _without_marks(letter),)


@lru_cache(maxsize=4_096)
def _without_marks(letter: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", letter) if "a" <= each <= "z")
