"""The tags and filters every page uses dozens of times, in a few of the calls that Django's own take; they give the same.

Constant words are looked up once for a language, constant addresses once for a name. Both are kept as long as the process
lasts, as the catalogues and the table of addresses are. An address that is made of anything but keys goes Django's way.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template import defaultfilters, defaulttags
from django.template.base import Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.utils.dateformat import DateFormat, re_escaped, re_formatchars
from django.utils.formats import get_format
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from panoh.registry.reversing import address_of

register = template.Library()


class Words(i18n.TranslateNode):
    """`{% translate "constant words" %}`."""

    def __init__(self, *words: Any) -> None:
        super().__init__(*words)
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> Any:
        language = get_language()
        if language not in self.said:
            self.said[language] = super().render(context)
        return self.said[language]


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    node = i18n.do_translate(parser, token)
    words = node.filter_expression
    if node.asvar is None and node.message_context is None and words.var.lookups is None and not words.filters:
        return Words(words, node.noop)
    return node


class Address(defaulttags.URLNode):
    """`{% url "name" key … %}`."""

    def render(self, context: Context) -> str:
        keys = [each.resolve(context) for each in self.args]
        made = address_of(self.view_name.resolve(context), *keys)
        return conditional_escape(made) if context.autoescape else made


@register.tag
def url(parser: Parser, token: Token) -> defaulttags.URLNode:
    node = defaulttags.url(parser, token)
    if node.asvar is None and not node.kwargs:
        return Address(node.view_name, node.args, node.kwargs, node.asvar)
    return node


@register.filter(expects_localtime=True, is_safe=False)
def date(value: Any, wanted: str | None = None) -> Any:
    """A moment, as the formats of the reader's language have it."""
    if not isinstance(value, datetime):
        return defaultfilters.date(value, wanted)
    if wanted == "c":
        return value.isoformat()
    how = get_format(wanted or "DATE_FORMAT", get_language())
    if numbers := _in_numbers(how):
        return value.strftime(numbers)
    made = DateFormat(value)
    return "".join([str(getattr(made, piece)()) if says else piece for says, piece in _pieces(how)])


_NUMBERS = {"d": "%d", "m": "%m", "H": "%H", "i": "%M", "Y": "%Y"}


@lru_cache(maxsize=200)
def _in_numbers(how: str) -> str:
    """The same for `strftime`, where no word and no zone is in it; otherwise empty. Nothing is from before the year 1000."""
    pieces = _pieces(how)
    if any(piece not in _NUMBERS if says else "%" in piece for says, piece in pieces):
        return ""
    return "".join(_NUMBERS[piece] if says else piece for says, piece in pieces)


@lru_cache(maxsize=200)
def _pieces(how: str) -> tuple[tuple[bool, str], ...]:
    """Letters that stand for a part of the moment, and what is written as it is."""
    found = enumerate(re_formatchars.split(how))
    return tuple(
        (place % 2 == 1, piece if place % 2 else re_escaped.sub(r"\1", piece)) for place, piece in found if piece
    )
