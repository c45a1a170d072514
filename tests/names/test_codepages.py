"""Names whose bytes were read by the wrong table are read by the right one, and no other name is touched."""

from random import Random

import pytest

from panoh.names import compare, keys
from panoh.names.codepages import MISREAD, repaired
from panoh.names.invent import people, respell
from panoh.names.writing import russian

PEOPLE = [each for each in people(300, seed=7) if each.nationality in ("TJ", "RU", "KG")]
MOST_MISSED = 0.07
"""Capitals of KOI8 are small letters elsewhere: a short name may look like a name both ways, and is left."""


def misread(text: str, written: str, read: str) -> str:
    """As a program shows bytes it takes for another table's; those without a sign come through."""
    shown = []
    for byte in text.encode(written):
        try:
            shown.append(bytes((byte,)).decode(read))
        except UnicodeDecodeError:
            shown.append(chr(byte))
    return "".join(shown)


@pytest.mark.parametrize(("written", "read"), MISREAD)
def test_names_read_by_the_wrong_table_are_told_and_read_anew(written: str, read: str) -> None:
    names = [russian(each.names_as_written[0].text) for each in PEOPLE]
    names += [name.upper() for name in names]

    missed = [name for name in names if repaired(misread(name, written, read)) != name]

    assert len(missed) / len(names) <= MOST_MISSED, missed[:5]


def test_no_name_as_people_write_it_is_read_anew() -> None:
    random = Random(3)
    names = [respell(each, random).text for each in people(2_000, seed=8)]
    names += [
        "Þórður Ægisson",
        "Žižka Jan",
        "Đorđević Žarko",
        "Цой Ын Ким",
        "Нгуен Ван Тхиеу",
        "кАРИМОВ",
        "Њасанов Љамшед",
        "Ñoñó",
    ]
    names += ["", "я" * 500, "Ў", "Ёқуб", "ДЖУРАЕВА"]

    assert [name for name in names if repaired(name) != name] == []


@pytest.mark.parametrize(
    "written",
    [
        "Êàðèìîâ Ôàððóõ",
        "лБТЙНПЧ жБТТХИ",
        "ëÁÒÉÍÏ× æÁÒÒÕÈ",
        "Љ\u00a0аЁ¬®ў ”\u00a0ааге",
        "РљР°СЂРёРјРѕРІ Р¤Р°СЂСЂСѓС…",
        "ÐšÐ°Ñ€Ð¸Ð¼Ð¾Ð² Ð¤Ð°Ñ€Ñ€ÑƒÑ…",
    ],
)
def test_they_are_found_and_proposed(written: str) -> None:
    assert compare(written, "Каримов Фаррух").same
    assert keys(written) == keys("Каримов Фаррух")


def test_an_old_tajik_font_under_a_wrong_table_is_repaired_twice() -> None:
    written = misread("Њасанов Ќодир", "cp1251", "cp1252")

    assert compare(written, "Ҳасанов Қодир").score == 1.0
