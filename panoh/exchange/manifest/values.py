"""Sex and nationality as lists write them, in English, Russian and Tajik."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "ru", "tg")
STATELESS = "XX"
"""For “stateless”: no country's code, so that it is neither a nationality nor a gap (the passports' own mark is XXA)."""

SEXES: dict[str, str] = {
    written: sex
    for sex, spellings in {
        "female": ("female", "f", "woman", "girl", "женский", "жен", "ж", "женщина", "зан", "з", "духтар"),
        "male": ("male", "m", "man", "boy", "мужской", "муж", "м", "мужчина", "мард", "писар"),
        "other": ("other", "x", "другой", "дигар"),
        "unknown": ("", "unknown", "u", "?", "-", "неизвестно", "номаълум"),
    }.items()
    for written in spellings
}
_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
_ALSO = {
    "TJ": ("республика таджикистан", "ҷумҳурии тоҷикистон", "tajik", "таджик", "рт"),
    "RU": ("russian federation", "российская федерация", "рф", "rf", "rossiya", "федератсияи русия"),
    "UZ": ("республика узбекистан",),
    "KG": ("кыргызстан", "киргизия", "киргизстан"),
    "KZ": ("республика казахстан",),
    "TR": ("turkey", "турция", "туркия"),
    "AE": ("uae", "оаэ"),
    "SY": ("сирия",),
    "CZ": ("czech republic",),
    "US": ("usa", "сша"),
    "GB": ("uk", "великобритания"),
    STATELESS: ("stateless", "xxa", "апатрид", "лицо без гражданства", "без гражданства", "бешаҳрванд"),
}


def country(written: str) -> str | None:
    """The two-letter code of a country written as a code or by name; None where there is no such country."""
    return _countries().get(written.strip().strip(".").casefold())


@lru_cache
def _countries() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES:
                known[name.casefold()] = known[code.casefold()] = code
    for code, now in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and len(now) == 1:
            known[code.casefold()] = now[0]
    known.update({name: code for code, names in _ALSO.items() for name in names})
    return known
