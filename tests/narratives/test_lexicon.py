"""The lexicon is data a linguist writes; these tests hold it together."""

from __future__ import annotations

import re

import pytest

from panoh.narratives.measures import rules
from panoh.narratives.words import load, longest, nations, spellings

LISTS = ("nouns", "acts", "actors", "cues", "traits")
OTHER_WORDS = {"unknown", "-", "DURATION", "MONEY", "inspections_of", "trafficking"}


@pytest.mark.parametrize("name", LISTS)
def test_every_class_is_a_list_of_phrases(name: str) -> None:
    classes = load(f"{name}.yaml")

    for phrases in classes.values():
        assert phrases
        assert all(isinstance(phrase, str) and phrase.strip() for phrase in phrases)


@pytest.mark.parametrize("name", LISTS)
def test_no_phrase_has_an_open_bracket_left(name: str) -> None:
    ways = [way for phrases in load(f"{name}.yaml").values() for phrase in phrases for way in spellings(phrase)]

    assert [way for way in ways if re.search(r"[()|]", way)] == []


def test_rules_name_only_classes_that_exist() -> None:
    nouns, acts = set(load("nouns.yaml")), set(load("acts.yaml"))
    traits = {pair for key in load("traits.yaml") for pair in key.split()}

    for rule in rules():
        assert rule.nouns <= nouns | OTHER_WORDS, rule
        assert rule.acts <= acts | OTHER_WORDS, rule
        assert rule.near <= nouns | acts | traits | set(load("cues.yaml")) | OTHER_WORDS, rule


def test_denials_name_only_measures_that_rules_know() -> None:
    known = {rule.measure for rule in rules()} | {rule.potential for rule in rules()}

    assert set(load("silence.yaml")["measures"]) <= known


def test_a_country_has_a_code_a_currency_and_names() -> None:
    for code, nation in nations().items():
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert re.fullmatch(r"[A-Z]{3}", nation["currency"])
        assert nation["names"]


def test_the_code_of_norway_stays_text() -> None:
    assert nations()["NOR"]["currency"] == "NOK"


def test_variants_are_spelled_out() -> None:
    assert spellings("(sex|labor) trafficking victim(|s)")[1] == "sex trafficking victims"


def test_the_longest_phrase_wins_and_the_possessive_is_its_owner() -> None:
    found = longest(["potential", "trafficking", "victims"], 1)
    owner = longest(["government's"], 0)

    assert found is not None
    assert found[0] == 2
    assert owner is not None
    assert owner[1].actors == ["government"]
