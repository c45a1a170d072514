"""Writes a name the way different papers would: Russian respelling, passport Latin, Soviet French, legacy font.

Used for invented people and tests only; a record keeps what its paper says and is never rewritten.
Tables: Tajik romanisation of BGN/PCGN 1994 without marks and ICAO 9303 through Russian (secondary copies);
the French manner and everyday habits are general knowledge (provisional).
"""

from __future__ import annotations

_TAJIK_TO_RUSSIAN = str.maketrans(
    {"ҷ": "дж", "ҳ": "х", "қ": "к", "ғ": "г", "ӯ": "у", "ӣ": "и", "Ҷ": "Дж", "Ҳ": "Х", "Қ": "К", "Ғ": "Г", "Ӯ": "У"}
    | {"Ӣ": "И", "ң": "н", "ө": "о", "ү": "у", "Ң": "Н", "Ө": "О", "Ү": "У"}
)
_TAJIK_TO_BARE = str.maketrans("ҷҳқғӯӣҶҲҚҒӮӢ", "чхкгуиЧХКГУИ")
_TAJIK_TO_LEGACY = str.maketrans("ҷҳқғӯӣҶҲҚҒӮӢ", "љњќѓўїЉЊЌЃЎЇ")

_SHARED = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "з": "z", "и": "i", "к": "k",
    "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "ъ": "", "ь": "", "э": "e", "ы": "y",
}  # fmt: skip
_PASSPORT = str.maketrans(
    _SHARED
    | {
        "ғ": "gh",
        "ӣ": "i",
        "қ": "q",
        "ӯ": "u",
        "ҳ": "h",
        "ҷ": "j",
        "ё": "yo",
        "ж": "zh",
        "й": "y",
        "х": "kh",
        "ч": "ch",
    }
    | {"ш": "sh", "ю": "yu", "я": "ya", "ц": "ts", "щ": "shch", "ў": "o", "ң": "n", "ө": "o", "ү": "u"}
)
_MACHINE = str.maketrans(
    _SHARED
    | {
        "ё": "e",
        "ж": "zh",
        "й": "i",
        "х": "kh",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ц": "ts",
        "ы": "y",
        "ъ": "ie",
        "ю": "iu",
    }
    | {"я": "ia", "ң": "n", "ө": "o", "ү": "u"}
)
_FRENCH = str.maketrans(
    _SHARED
    | {"у": "ou", "ё": "io", "ж": "j", "й": "i", "х": "kh", "ч": "tch", "ш": "ch", "щ": "chtch", "ц": "ts", "ю": "iou"}
    | {"я": "ia", "ң": "n", "ө": "o", "ү": "u"}
)
_ISO = str.maketrans(
    _SHARED
    | {
        "ғ": "ġ",
        "ӣ": "ī",
        "қ": "ķ",
        "ӯ": "ū",
        "ҳ": "ḩ",
        "ҷ": "ç",
        "ё": "ë",
        "ж": "ž",
        "й": "j",
        "х": "h",
        "ч": "č",
        "ш": "š",
    }
    | {"щ": "ŝ", "ц": "c", "ю": "û", "я": "â", "ў": "ŭ", "ң": "ṇ", "ө": "ô", "ү": "ù"}
)
_UZBEK_TO_CYRILLIC = (
    ("o‘", "ў"), ("g‘", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"),
    *zip("abdefghijklmnopqrstuvxyz’", "абдефгҳижклмнопқрстувхйзъ", strict=True),
)  # fmt: skip
_UZBEK_TO_RUSSIAN = str.maketrans("ўғҳқ", "угхк")


def russian(text: str) -> str:
    """A Tajik or Kyrgyz name as a Russian paper writes it."""
    return text.translate(_TAJIK_TO_RUSSIAN)


def bare_tajik(text: str) -> str:
    """Tajik typed on a keyboard without the six letters."""
    return text.translate(_TAJIK_TO_BARE)


def legacy_font(text: str) -> str:
    """Tajik typed with a font that puts the six letters on other places."""
    return text.translate(_TAJIK_TO_LEGACY)


def passport(text: str) -> str:
    """Cyrillic in the Latin letters of a Tajik passport or everyday use."""
    return _titled(text.lower().translate(_PASSPORT))


def machine_line(text: str) -> str:
    """Cyrillic as the ICAO 9303 line of a passport made through Russian: MUKHABBAT DZHURAEVA."""
    return russian(text).lower().translate(_MACHINE).upper()


def french(text: str) -> str:
    """Cyrillic as Soviet passports wrote it, in the French manner."""
    return _titled(russian(text).lower().replace("дж", "dj").translate(_FRENCH))


def library(text: str) -> str:
    """Cyrillic by ISO 9."""
    return _titled(text.lower().translate(_ISO))


def uzbek_cyrillic(text: str) -> str:
    """Uzbek Latin in Uzbek Cyrillic."""
    written = text.lower()
    for latin, cyrillic in _UZBEK_TO_CYRILLIC:
        written = written.replace(latin, cyrillic)
    return _titled(" ".join("э" + word[1:] if word.startswith("е") else word for word in written.split()))


def uzbek_in_russian(text: str) -> str:
    """Uzbek Latin as a Russian paper writes it."""
    return _titled(uzbek_cyrillic(text).lower().replace("ж", "дж").translate(_UZBEK_TO_RUSSIAN))


def _titled(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())
