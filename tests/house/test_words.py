"""One word per thing: what a person reads uses the words of docs/glossary.md, and kind ones."""

from __future__ import annotations

import re

import pytest
from django.apps import apps

from panoh.web import catalogue
from tests.house.sources import HOUSE

SAY = {
    r"beneficiar(?:y|ies)": "person",
    r"clients?": "person",
    r"case ?workers?": "case manager",
    r"inmates?": "resident",
    r"illegal (?:im)?migrants?|illegals": "person without papers",
    r"prostitutes?": "adult in commercial sex",
    r"trafficked victims?": "victim of trafficking",
    r"interrogat\w+": "interview",
    r"waiting list of victims": "worklist",
    r"audit (?:log|trail)": "ledger",
    r"users?": "officer",
    r"log ?in|log ?out": "sign in, sign out",
    r"questionnaires?": "instrument, or set of questions",
    r"offices?": "desk",
}


def strings() -> list[str]:
    return [
        part
        for message in catalogue.strings()
        if message.id
        for part in ([message.id] if isinstance(message.id, str) else message.id)
    ]


@pytest.mark.parametrize("other", SAY, ids=SAY.get)
def test_another_word_for_the_same_thing_stands_on_no_page(other):
    found = [text for text in strings() if re.search(rf"\b(?:{other})\b", text, flags=re.I)]

    assert found == []


def test_every_kind_of_record_has_a_name_of_its_own():
    names = [model.__name__ for model in apps.get_app_config("panoh").get_models()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("word", ["person", "case", "screening", "finding", "consent", "referral", "shelter", "ledger"])
def test_the_words_of_the_mechanism_stand_in_the_glossary(word):
    glossary = (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8").casefold()

    assert re.search(rf"\*\*[^*]*\b{word}\b[^*]*\*\*", glossary)
