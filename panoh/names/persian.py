"""Persian, Dari and Arabic letters as sounds; short vowels are not written and stay open.

Letter rows follow the pairs seen in law texts printed in four scripts (secondary); word parts are general
knowledge (provisional).
"""

from __future__ import annotations

import re
from functools import lru_cache

from panoh.names.persian_names import ADDED, SPOKEN
from panoh.names.sounds import smooth

LETTERS = {
    "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "j", "چ": "c", "ح": "h", "خ": "x",
    "د": "d", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z", "ر": "r", "ژ": "Z", "ش": "S", "ع": "'", "غ": "G", "ف": "f",
    "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "W", "ه": "h", "ی": "I", "ا": "A", "آ": "o",
    "ء": "'", "ئ": "I", "ؤ": "W", "ڤ": "v", "ۀ": "E",
    "ټ": "t", "ډ": "d", "ړ": "r", "ښ": "S", "ږ": "Z", "ځ": "z", "څ": "s", "ې": "I", "ۍ": "I", "ګ": "g", "ڼ": "n",
    "ۇ": "W", "ۆ": "W", "ۈ": "W", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ے": "I", "ھ": "h",
}  # fmt: skip

# One letter, many keyboards.
SAME_LETTER = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ە": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ـ": None,
        **dict.fromkeys(map(chr, range(0x64B, 0x660)), None), "ٰ": None,
    }
)  # fmt: skip

_TABLE = str.maketrans(LETTERS)
_PARTS = (
    (re.compile(r"^عبدال(?=.)"), "abdu"),
    (re.compile(r"(?<=..)(?:الل?ه|لله)(?=$|ی|زاده|ا?و?ف$|ا?و?وا$|جان$)"), "ulo"),
    (re.compile(r"(?<=..)الدین"), "idin"),
    (re.compile(r"(?<=..)النساء?$"), "uniso"),
    (re.compile(r"(?<=...)ال(?=[تثدذرزسشصضطظن]..)"), "u"),
    (re.compile(r"(?<=...)ال(?=...)"), "ul"),
    (re.compile(r"(?<=.)زاده$"), "zoda"),
    (re.compile(r"^خوا"), "xo"),
    (re.compile(r"^ا(?=ی|و)"), ""),
    (re.compile(r"^ا"), "@"),
    (re.compile(r"ه$"), "E"),
)
_ARTICLE = re.compile(r"^ال(?=...)")


_ADDED = tuple(sorted(ADDED, key=len, reverse=True))


@lru_cache(maxsize=65_536)
def readings(word: str) -> tuple[str, ...]:
    """How a word in Persian script may be heard; known names and known parts are heard with their vowels."""
    found = [_heard(word)[0]]
    if _ARTICLE.search(word) and word not in SPOKEN:
        found.append(_heard(_ARTICLE.sub("", word))[0])
    return tuple(found)


@lru_cache(maxsize=65_536)
def leaves_vowels_open(word: str) -> bool:
    """Whether some part of the word is no known name, so that its short vowels are anyone's guess."""
    return _heard(word)[1]


def _heard(word: str) -> tuple[str, bool]:
    known = _known(word)
    if known is not None:
        return smooth(known), False
    for added in _ADDED:
        if word.endswith(added) and (known := _known(word.removesuffix(added))) is not None:
            return smooth(_with(known, ADDED[added])), False
    for added in _ADDED:
        stem = word.removesuffix(added)
        if stem == word:
            continue
        if len(stem) > (2 if len(added) > 1 else 4) and added != "ی":
            return _with(_letters(stem), ADDED[added]), True
    return _letters(word), True  # a letter written twice has a vowel between: محقق is Муҳаққиқ


def _known(word: str) -> str | None:
    """A known name, one after abdul-, or a compound of two: محمدعلی, علیرضا."""
    if word in SPOKEN:
        return SPOKEN[word]
    if word.startswith("عبدال") and (served := SPOKEN.get(word.removeprefix("عبدال"))) is not None:
        return "abdu" + served
    for cut in range(2, len(word) - 1):
        first, second = SPOKEN.get(word[:cut]), SPOKEN.get(word[cut:])
        if first is not None and second is not None:
            return first + second
    return None


def _with(stem: str, ending: str) -> str:
    """After a vowel the Russian ending is -ев, whatever letter the Persian paper took for it."""
    return stem + ("e" + ending[1:] if stem[-1] in "aeiouAE" and ending[:2] == "ov" else ending)


def _letters(word: str) -> str:
    for pattern, heard in _PARTS:
        word = pattern.sub(heard, word)
    return word.translate(_TABLE)
