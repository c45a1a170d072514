"""A name as written becomes clean words, and cleaning twice changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.names import normalise, script_of
from panoh.names.fold import words


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Кaримoв", "каримов"),  # Latin a and o between Cyrillic letters
        ("KAPИMOBA", "каримова"),  # one Cyrillic letter, and Latin ones that all look like Cyrillic ones
        ("Kaримов3", "каримов"),
        ("КАРИМ0ВА", "каримова"),  # a zero for о
        ("Kаrimov", "karimov"),  # a Cyrillic а
        ("Кари\u0304мов", "кари\u0304мов".replace("и\u0304", "ӣ")),
        ("Љўраев Њасан", "ҷӯраев ҳасан"),
        ("O‘g‘iloy Jo'rayeva", "oghiloy jorayeva"),
        ("DZHURAEVA<<MUKHABBAT<<<<", "dzhuraeva mukhabbat"),
        ("Ҳоҷӣ Акбар", "акбар"),
        ("رحمان\u200cزاده", "رحمانزاده"),
        ("علي كريمي", "علی کریمی"),
        ("Каримов, Рустам А.", "каримов рустам а"),
    ],
)
def test_look_alikes_old_fonts_marks_and_titles_are_cleaned(written: str, clean: str) -> None:
    found = normalise(written)

    assert found == clean


def test_uzbek_letters_are_not_taken_for_an_old_tajik_font() -> None:
    found = words("Ўткир Ҳошимов")

    assert found == ("ўткир", "ҳошимов")


def test_a_title_alone_is_still_a_name() -> None:
    found = words("Устод")

    assert found == ("устод",)


@pytest.mark.parametrize(("word", "script"), [("ҷамшед", "cyrillic"), ("jamshed", "latin"), ("جمشید", "persian")])
def test_the_script_of_a_word_is_known(word: str, script: str) -> None:
    found = script_of(word)

    assert found == script


def test_a_text_that_is_no_name_is_cut_short() -> None:
    found = words("Каримов " * 500 + "я" * 500)

    assert len(found) == 8
    assert words("я" * 500) == ("я" * 40,)
