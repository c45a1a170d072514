"""Family and father's names as each people forms them, for invented people."""

from __future__ import annotations

from typing import Literal

Sex = Literal["m", "f"]

_VOWELS = "аеёиоуӯӣыэюяөү"
_OWN_PATRONYMIC = {"Михаил": "Михайл", "Павел": "Павл"}


def slavic_family(stem: str, sex: Sex) -> str:
    """Раҳим → Раҳимов, Раҳимова; Ҷӯра → Ҷӯраев; Жумабай → Жумабаев."""
    ending = "ев" if stem[-1] in _VOWELS + "й" else "ов"
    return stem.rstrip("й") + ending + ("а" if sex == "f" else "")


def tajik_family(stem: str) -> str:
    """The form of the rule of 2016, the same for both sexes: Раҳим → Раҳимзода."""
    return stem + "зода"


def patronymic(father: str, sex: Sex) -> str:
    """Карим → Каримович, Каримовна; Сино → Синоевич; Сергей → Сергеевич."""
    stem = _OWN_PATRONYMIC.get(father, father)
    ending = "ев" if stem[-1] in _VOWELS + "йь" else "ов"
    return stem.rstrip("йь") + ending + ("на" if sex == "f" else "ич")


def uzbek_family(stem: str, sex: Sex) -> str:
    """Karim → Karimov; Jo‘ra → Jo‘rayev; Ergash → Ergashev."""
    ending = "yev" if stem[-1] in "aeiou" else "ev" if stem.endswith("sh") else "ov"
    return stem + ending + ("a" if sex == "f" else "")


def uzbek_patronymic(father: str, sex: Sex) -> str:
    """Baxtiyor o‘g‘li, Baxtiyor qizi."""
    return f"{father} {'qizi' if sex == 'f' else 'o‘g‘li'}"


def persian_family(stem: str, sex: Sex) -> str:
    """A Tajik family name as a note in Dari spells the Russian ending: رحیم‌اف, رحیم‌اوا."""
    return stem + "\u200c" + ("اوا" if sex == "f" else "اف")
