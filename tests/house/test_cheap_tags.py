"""The tags of the house give what Django's own give: addresses of every page, words and days in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.template import Context, Engine
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from panoh.registry.reversing import address_of

KEY, NUMBER = UUID("0f0e0d0c-1111-4222-8333-944455556666"), 4711
DJANGO = Engine(builtins=["django.templatetags.i18n"])
OURS = Engine(builtins=["django.templatetags.i18n", "panoh.web.templatetags.cheap"])


def every_name(resolver: URLResolver | None = None, space: str = "") -> list[tuple[str, int]]:
    found = []
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            found += every_name(each, f"{space}{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern) and each.name:
            found.append((space + each.name, len(each.pattern.converters)))
    return found


def reversed_by(how: Any, name: str, keys: tuple[object, ...]) -> str:
    try:
        return str(how(name, keys))
    except NoReverseMatch:
        return "none"


def test_an_address_is_the_one_django_gives() -> None:
    met = []
    for name, wanted in every_name():
        for keys in ((KEY,), (NUMBER,), (KEY, NUMBER), (NUMBER, KEY), (KEY, KEY), ("2025",), ()):
            if len(keys) == wanted:
                theirs = reversed_by(lambda name, keys: reverse(name, args=keys), name, keys)
                assert reversed_by(lambda name, keys: address_of(name, *keys), name, keys) == theirs, name
                met.append(theirs)
    assert len(set(met)) > 300


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize(
    "words",
    [
        '{% translate "My work" %}',
        '{% trans "Nobody touched this screen for a while. Touch it to go on." %}',
        '{% trans "100 % <b>bold</b>" %}',
        '{% trans "Screening" as said %}{{ said }}',
        "{% trans told %}",
        *[f"{{{{ {at}|date{how} }}}}" for at in ("at", "day", "late", "none") for how in ("", ":'c'", ":'d.m.Y'")],
        *[f'{{{{ {at}|date:"DATETIME_FORMAT" }}}}' for at in ("at", "late")],
        r'{{ at|date:"j \d\e F Y, H:i e T" }}',
        r'{{ at|date:"H:i % d.m.Y" }}{{ late|date:"d.m.Y H:i" }}',
        "{% url 'case' key %}",
        "{% url 'case' key as there %}{{ there }}",
        "{% url 'my_work' %}",
    ],
)
def test_a_template_says_the_same(language: str, words: str) -> None:
    at = datetime(2026, 3, 9, 21, 4, 5, tzinfo=UTC)
    context = {"at": at, "late": at.replace(month=12, hour=0), "day": date(2026, 3, 9), "none": None, "key": KEY}
    for _again in range(2):
        with translation.override(language):
            theirs, ours = (
                engine.from_string(words).render(Context({**context, "told": "My work"})) for engine in (DJANGO, OURS)
            )
        assert ours == theirs
        assert ours or "none" in words


def test_words_said_in_one_language_are_not_said_in_another() -> None:
    said = OURS.from_string('{% translate "My work" %}')
    with translation.override("ru"):
        russian = said.render(Context())
    with translation.override("en"):
        assert said.render(Context()) == "My work" != russian
