"""The wording in each language of the pages: complete, true to its placeholders, compiled, and shown."""

from __future__ import annotations

import re
from collections import Counter
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Message
from django.test import Client
from django.utils import translation

from panoh.web import catalogue

TRANSLATED = tuple(language for language in catalogue.LANGUAGES if catalogue.catalogue_file(language).exists())
MUST_STAY = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>|`[^`]+`")

pytestmark = pytest.mark.parametrize("language", TRANSLATED)


def placeholders(text: str) -> Counter[str]:
    return Counter(MUST_STAY.findall(text))


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def strays(message: Message) -> bool:
    """Whether a form of the translation lost, doubled or made up a placeholder, a tag or a command."""
    wanted = placeholders(forms(message.id)[-1])
    return any(placeholders(form) != wanted for form in forms(message.string))


def test_every_string_is_translated(language):
    assert catalogue.untranslated(language) == []


def test_a_translation_keeps_what_the_program_fills_in(language):
    messages = [message for message in catalogue.updated(language) if message.id]

    assert [message.id for message in messages if strays(message)] == []


def test_a_plural_has_every_form_the_language_needs(language):
    book = catalogue.updated(language)
    plurals = [message for message in book if isinstance(message.id, tuple)]

    assert plurals
    assert [message.id for message in plurals if len(message.string) != book.num_plurals] == []


def test_the_catalogue_and_its_compiled_form_are_of_today(language):
    assert not catalogue.stale(language), "run `panoh messages` and commit the result"


def test_the_way_in_is_shown_in_the_language(language, db):
    with catalogue.catalogue_file(language).with_suffix(".mo").open("rb") as file:
        own_words = GNUTranslations(file).gettext("Your sign-in name")

    with translation.override("en"):  # puts the language of the other tests back
        page = Client().get("/sign-in/", headers={"accept-language": language}).content.decode()

    assert f'<html lang="{language}"' in page
    assert own_words in page
    assert "Your sign-in name" not in page
