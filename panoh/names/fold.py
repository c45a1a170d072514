"""From a name as written to clean words: one form for look-alikes, legacy fonts, apostrophes and titles.

Nothing here is shown to anyone; the record keeps the name as it stands in the paper.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from panoh.names import cyrillic, persian
from panoh.names.codepages import repaired
from panoh.names.lexicon import TITLES

MOST_WORDS, MOST_LETTERS = 8, 40  # a longer text is no name, and comparing it would cost others their time

Script = Literal["cyrillic", "latin", "persian", "other"]

_TURNED_O = re.compile(r"([og])[‘’'ʻʼ`´ʹʿʾ]", re.IGNORECASE)
_APOSTROPHES = re.compile("[‘’'ʻʼ`´ʹʺʿʾˈ\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff\"«»“”]")
_HYPHENS = re.compile("[\\-‐‑‒–—−_/]")
_ZERO = re.compile(r"(?<=[^\W\d_])0(?=[^\W\d_])")
_NOT_LETTERS = re.compile(r"[^\w\s.]|\d")
_WORD_END = re.compile(r"[\s.]+")
_MACHINE_LINE = re.compile(r"<+")

# Letters that look alike in Cyrillic and Latin; used when one word mixes the two.
_TO_CYRILLIC = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")
_DISGUISED = _TO_CYRILLIC | str.maketrans("u", "и")
_LOOK_ALIKE, _LEAST_DISGUISED = frozenset("aceopxykmthbu"), 4
_TO_LATIN = str.maketrans("асеорхуікмтнв", "aceopxyikmthb")


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, clean, titles left out unless nothing else remains."""
    found = _clean(name)
    if (once := " ".join(found)) != (meant := repaired(once)):
        found = _clean(meant)  # what stood around the letters hid by which table they were written
    named = tuple(word for word in found if word not in TITLES)
    return named or found


def normalise(name: str) -> str:
    """The name on one line, clean and lower case; normalising twice changes nothing."""
    return " ".join(words(name))


@lru_cache(maxsize=65_536)
def script_of(word: str) -> Script:
    """The script most letters of a word are written in."""
    if word.isascii():
        return "latin"
    counts: dict[Script, int] = {"latin": 0, "cyrillic": 0, "persian": 0, "other": 0}
    for letter in word:
        counts[_script_of_letter(letter)] += 1
    return max(counts, key=lambda script: counts[script])


@lru_cache(maxsize=4_096)
def _script_of_letter(letter: str) -> Script:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00 or letter in "ʻʼ":
        return "latin"
    if 0x400 <= code < 0x530:
        return "cyrillic"
    if 0x600 <= code < 0x780 or code >= 0xFB50:
        return "persian"
    return "other"


def _clean(name: str) -> tuple[str, ...]:
    text = _repair_legacy_font(unicodedata.normalize("NFKC", repaired(name)))
    return tuple(word for written in text.split() for word in _clean_words(written))[:MOST_WORDS]


@lru_cache(maxsize=65_536)
def _clean_words(written: str) -> tuple[str, ...]:
    """The words in what stands between two spaces; kept, for the same few thousand stand in every list."""
    text = unicodedata.normalize("NFC", written.lower().replace("i̇", "i"))
    text = _TURNED_O.sub(lambda found: "gh" if found.group(1) == "g" else "o", text)
    text = _APOSTROPHES.sub("", text).translate(persian.SAME_LETTER)
    text = _HYPHENS.sub(" ", _MACHINE_LINE.sub(" ", text))
    text = _NOT_LETTERS.sub(" ", _ZERO.sub("o", text))
    return tuple(_one_script(word[:MOST_LETTERS]) for word in _WORD_END.split(text) if word)


def _repair_legacy_font(text: str) -> str:
    """Only where a legacy letter stands and no true Tajik one: Uzbek ў must stay what it is."""
    letters = set(text)
    if letters & cyrillic.LEGACY_ONLY and not letters & cyrillic.TAJIK_ONLY:
        return text.translate(cyrillic.LEGACY_FONT)
    return text


def _one_script(word: str) -> str:
    """A word that mixes Cyrillic and Latin in the one in which all of it can be written: KAPИMOBA is Cyrillic, for no Latin
    letter looks like И. Where it can be in both, or in neither, in that of most of its letters."""
    if word.isascii():
        return word
    scripts = [_script_of_letter(letter) for letter in word]
    if "cyrillic" not in scripts or "latin" not in scripts:
        return word
    cyrillic, latin = (_of_one_script(word.translate(to)) for to in (_TO_CYRILLIC, _TO_LATIN))
    most = scripts.count("cyrillic") >= scripts.count("latin")
    return word.translate(_TO_CYRILLIC if (cyrillic if cyrillic != latin else most) else _TO_LATIN)


def _of_one_script(word: str) -> bool:
    return len({_script_of_letter(letter) for letter in word} & {"cyrillic", "latin"}) == 1


def disguised(word: str) -> str:
    """A word typed in Latin letters that all look like Cyrillic ones, as that: PAXMOH is РАХМОН. Empty for any other."""
    return word.translate(_DISGUISED) if len(word) >= _LEAST_DISGUISED and set(word) <= _LOOK_ALIKE else ""
