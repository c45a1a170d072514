"""Latin letters as sounds, whatever convention the paper followed.

Covered: BGN/PCGN, ALA-LC, ISO 9, ICAO 9303 lines, Soviet passports in the French manner, German and Turkish
manners, Uzbek Latin, and everyday English. Rows follow public tables (secondary copies); the French, German
and everyday rows are general knowledge (provisional).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from panoh.names.sounds import smooth

# Marked letters whose mark changes the consonant; every other mark is dropped.
_MARKED = str.maketrans(
    {
        "č": "ch", "š": "sh", "ž": "zh", "ş": "sh", "ș": "sh", "ŝ": "sh", "ś": "sh", "ģ": "gh",
        "ġ": "gh", "ḡ": "gh", "ğ": "gh",
        "ǧ": "j", "ǰ": "j", "ķ": "q", "ḳ": "q", "ḩ": "h", "ḥ": "h", "ẖ": "kh", "ḫ": "kh", "ı": "i", "ə": "a", "ë": "yo",
        "û": "yu", "â": "ya", "ø": "o", "ł": "l", "đ": "d", "ñ": "n", "ö": "o", "ü": "u", "ń": "n",
    }
)  # fmt: skip
_TURKISH = frozenset("şğı")

_CLUSTERS = {
    "shch": "S", "dsch": "j", "tsch": "c", "sch": "S", "dzh": "j", "tch": "c", "dj": "j", "ch": "c", "sh": "S",
    "zh": "Z", "khwa": "xo", "kh": "x", "gh": "G", "ph": "f", "ck": "k", "ou": "u", "oo": "u", "ee": "i", "q": "q", "w": "v",
    "j": "j", "x": "x", "ce": "se", "ci": "si", "c": "k",
}  # fmt: skip
_CLUSTER = re.compile("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_VOWEL_Y = re.compile(r"(?<![aeiou])y(?![aeiou])")

# Second readings: what else the same letters can be. Each is tried alone, so a word has few readings.
_SECOND = (
    (re.compile(r"ee(?=v)"), "eye"),  # Andreev is Андреев; elsewhere ee is и: Rasheed
    (re.compile(r"(?<=.)(?<!t)(?<!c)sh"), "s-h"),  # Ishoq is Ис-ҳоқ
    (re.compile(r"(?<=[aeiou])zh"), "z-h"),  # Azhar is Аз-ҳар
    (re.compile(r"(?<![tcs])ch"), "sh"),  # Charif in the French manner is Шариф
    (re.compile(r"(?<![tcs])ch"), "kh"),  # Machmud, Cholik in the German, Dutch and Slavic manners are Махмуд, Холик
    (re.compile(r"(?<=[aeiou])j|^j"), "y"),  # ISO 9 and German: Ajni is Айни, Jusuf is Юсуф
    (re.compile(r"(?<=[dlnrst])j(?=[aou])"), "y"),  # Tatjana is Татьяна
    (re.compile(r"c(?![hk])"), "j"),  # Turkish: Cemal is Ҷамол
    (re.compile(r"c(?![hk])"), "ts"),  # ISO 9: Kuznecov is Кузнецов
    (re.compile(r"(?<=[aeiou])x"), "ks"),  # Alexander is Александр
    (re.compile(r"(?<=[aeiou])dj"), "d-j"),  # Ahmadjon is Аҳмад-ҷон
    (re.compile(r"(?<=[aeiou])dzh"), "d-zh"),
    (re.compile(r"th"), "t"),
    (re.compile(r"th"), "s"),  # Uthman is Усмон
)
_SIGNS_OF_OTHERS = {"sh": re.compile("sh"), "kh": re.compile("kh|sh|tch")}


@lru_cache(maxsize=65_536)
def readings(word: str) -> tuple[str, ...]:
    """How a lower-case Latin word may be heard, the likeliest first."""
    plain = _plain(word)
    found = [plain]
    for pattern, other in _SECOND:
        against = _SIGNS_OF_OTHERS.get(other)
        if pattern.search(plain) and not (against and against.search(plain)):
            found.append(pattern.sub(other, plain))
    return tuple(dict.fromkeys(_heard(each) for each in found))


def _plain(word: str) -> str:
    """ASCII letters, with marks that matter spelled out."""
    turkish = not _TURKISH.isdisjoint(word)
    word = word.replace("c", "j") if turkish else word
    word = word.replace("ç", "ch" if turkish else "j").translate(_MARKED)
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if "a" <= letter <= "z")


def _heard(plain: str) -> str:
    pieces = plain.split("-")
    heard = "".join(_CLUSTER.sub(lambda found: _CLUSTERS[found.group()], piece) for piece in pieces)
    return smooth(_VOWEL_Y.sub("i", heard))
