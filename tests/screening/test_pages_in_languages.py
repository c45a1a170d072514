"""In the officer's own language: what is worded in English only gives way to what is worded in theirs."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from panoh.instruments.library import screening_instrument
from panoh.screening.actions import finish, record_agreement
from panoh.screening.queries.talk import talk_of
from panoh.web.templatetags.panoh import sign
from tests.screening.conftest import ADULT

pytestmark = pytest.mark.django_db
HELD = screening_instrument(ADULT).item("AL.CD.documents")
RUSSIAN = {"accept-language": "ru"}


@pytest.fixture(autouse=True)
def back_to_english():
    yield
    translation.activate("en")


def test_a_sign_worded_in_english_only_is_told_by_the_question_that_was_asked(client, coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:finding", args=[coerced.pk]), headers=RUSSIAN).content.decode()

    with translation.override("ru"):
        assert sign(HELD) in page
    assert HELD.label.en not in page
    with translation.override("en"):
        assert sign(HELD) == HELD.label.en


def test_help_in_another_language_does_not_stand_between_the_questions(client, coerced, cast):
    client.force_login(cast.zarina)
    address = reverse("screening:questions", args=[coerced.pk, 2])
    first = screening_instrument(ADULT).items[0]

    russian, english = (client.get(address, headers=each).content.decode() for each in (RUSSIAN, {}))

    assert first.question.ru in russian
    assert first.help.en in english
    assert first.help.ru or first.help.en not in russian


def test_the_language_of_the_explanation_is_named(begun, cast, now):
    record_agreement(screening=begun, by=cast.zarina, at=now)

    begun.refresh_from_db()
    assert talk_of(begun, now=now).explained_in == "Tajik"
