"""Names as papers of other countries write them are read by the conventions they show marks of."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from panoh.names import compare, keys
from panoh.names.abroad import readings, shown_in
from panoh.names.conventions import CONVENTIONS
from panoh.names.keys import TWO_PARTS, asked_keys
from panoh.names.sounds import smooth

EDITORS = Path(__file__).parent / "abroad.csv"


@pytest.mark.parametrize(
    "abroad",
    [
        "Szaripow Churszed",
        "Sjaripov Choersjed",
        "Sciaripov Khurscéd",
        "Scharipow Churschid",
        "Charipov Khourched",
        "Şaripov Hurşed",
        "Šaripov Churšed",
        "Saripov Hursed",
        "Sjaripov Chursjed",
        "Šaripovs Huršeds",
        "Šaripovas Churšedas",
        "Sharípov Jurshed",
        "SARIPOVS HURSEDS",
    ],
)
def test_one_man_s_papers_of_twelve_countries_are_one_name(abroad: str) -> None:
    assert compare(abroad, "Шарипов Хуршед").same
    assert asked_keys(abroad, TWO_PARTS) & keys("Шарипов Хуршед")


@pytest.mark.parametrize(
    "abroad",
    ["Dżurajewa", "Dzjoerajeva", "Giuraeva", "Dschurajewa", "Džurajevová", "Dzsurajeva", "Džiurajeva", "Curayeva"],
)
def test_one_woman_s_family_name_is_the_same_in_each(abroad: str) -> None:
    assert compare(abroad, "Ҷӯраева").same
    assert keys(abroad) & keys("Джураева")


@pytest.mark.parametrize(
    ("abroad", "other"),
    [
        ("Hasan Jakimov", "Ҳусейн Ҳакимов"),
        ("Jasán Karímov", "Ҳусейн Каримов"),
        ("Szarif Karimow", "Салим Каримов"),
        ("Džamila Karimová", "Камила Каримова"),
        ("Zafar Szaripow", "Сафар Шарипов"),
    ],
)
def test_other_people_stay_apart_in_every_convention(abroad: str, other: str) -> None:
    assert not compare(abroad, other).same


def test_what_editors_of_each_country_wrote_is_mostly_proposed_and_always_found() -> None:
    """Held against no rule of ours: the spellings of well-known dead people in encyclopaedias."""
    proposed: dict[str, list[bool]] = defaultdict(list)
    with EDITORS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            proposed[row["language"]].append(compare(row["a"], row["b"]).same)
            assert asked_keys(row["b"]) & keys(row["a"]), row

    assert {language for language, said in proposed.items() if sum(said) / len(said) < 0.9} == set()


def test_a_mark_in_one_word_shows_the_convention_of_the_whole_name() -> None:
    assert "Polish" in shown_in(("dżurajewa", "zarina"))
    assert shown_in(("sharipov", "khurshed")) == ()


@pytest.mark.parametrize("language", CONVENTIONS)
def test_every_table_makes_sounds_and_nothing_else(language: str) -> None:
    for word in ("sáripow", "dżđžamščid", "churșeď", "æøåýŷ", "qwxyz"):
        for heard in readings(word, (language,)):
            assert heard.isascii()
            assert heard.isalpha()
            assert heard == smooth(heard)


@pytest.mark.parametrize(
    ("asked", "on_record"),
    [
        ("Saripov Hursed", "Шарипов Хуршед"),  # a machine that prints no marks
        ("Шарипов Хуршед", "Saripov Hursed"),
        ("Jakimova Mojira", "Ҳакимова Моҳира"),  # Spain
        ("Ҳакимова Моҳира", "Jakimova Mojira"),
    ],
)
def test_what_a_name_may_be_without_showing_it_is_asked_and_not_stored(asked: str, on_record: str) -> None:
    assert not keys(asked, TWO_PARTS) & keys(on_record, TWO_PARTS)
    assert asked_keys(asked, TWO_PARTS) & keys(on_record, TWO_PARTS)
