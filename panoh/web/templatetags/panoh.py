"""Small words for templates: data wordings in the reader's language, due times in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from textwrap import wrap
from typing import Any
from urllib.parse import quote

from babel.numbers import format_percent
from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from panoh.assessment.rules.answers import counts as answer_counts
from panoh.assessment.rules.answers import rows as answer_rows
from panoh.desk.act_words import words_of_act
from panoh.desk.forms import PurposeForm
from panoh.instruments.assessment import vocabulary
from panoh.instruments.kinds.offence import OffenceClass
from panoh.instruments.kinds.screening import Item
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.instruments.statistics import definition
from panoh.protection.models import Place
from panoh.registry.reading_words import field_in_words, purpose_in_words
from panoh.registry.wording import choice, country_name, division_name
from panoh.registry.worklists import in_words
from panoh.screening.forms.person import recorded_as
from panoh.screening.queries.reasons import STRENGTHS
from panoh.web.typed import words_in

register = template.Library()


_DOORS: dict[str, Promise | str] = {
    "": gettext_lazy("My work"),
    "screening": gettext_lazy("Screening"),
    "identification": gettext_lazy("Identification"),
    "referral": gettext_lazy("Referral"),
    "protection": gettext_lazy("Protection"),
    "justice": gettext_lazy("Justice"),
    "prevention": gettext_lazy("Prevention"),
    "attachments": gettext_lazy("Attachments"),
    "statistics": gettext_lazy("Figures"),
    "assessment": gettext_lazy("Tiers"),
    "consular": gettext_lazy("Consulate"),
    "custody": gettext_lazy("Children held"),
    "returns": gettext_lazy("Returns"),
    "transfers": gettext_lazy("Transfers abroad"),
    "ledger": gettext_lazy("Ledger"),
    "posts": gettext_lazy("Posts and officers"),
}
"""What the parts of the mechanism are called."""


@register.filter
def door(word: str) -> str:
    """The words on the door of a part of the mechanism."""
    return str(_DOORS.get(word, _DOORS[""]))


@register.filter
def act_words(name: str) -> Words:
    """What the act of a ledger line is called."""
    return words_of_act(name)


@register.filter
def field_words(field: str) -> str:
    """What of a person was opened or written, in words."""
    return field_in_words(field)


@register.filter
def purpose_words(purpose: str) -> str:
    """What for."""
    return purpose_in_words(purpose)


@register.inclusion_tag("desk/purpose_form.html", takes_context=True)
def what_for(context: template.Context, back: str = "") -> dict[str, Any]:
    """The question what something is opened for, on the page that shows the rest without it; answered, it leads back there.
    `back`: another page, where this one is the answer to what was sent. What was typed goes along, to be copied then."""
    request = context["request"]
    return {"form": PurposeForm(initial={"back": back or request.path}), "words": words_in(request)}


@register.filter
def words(value: Words) -> str:
    """A wording from a data file in the reader's language."""
    return value.in_language(get_language() or "en")


@register.filter
def measure(key: str) -> Words:
    """What a measure of a report is called."""
    return vocabulary().measures[key].name


@register.filter
def figure_name(key: str) -> Words:
    """What one of our own figures is called."""
    return definition(key).name


@register.filter
def unit(key: str, number: Decimal | None = None) -> Words:
    """A unit as it stands after the number, or a currency by its code."""
    return vocabulary().unit(key, number)


@register.filter
def qualifier(key: str) -> Words:
    """What stands before a number that is not exact."""
    return vocabulary().qualifiers[key]


@register.filter
def part(value: str, key: str) -> Words:
    """One part of a breakdown, such as the form of exploitation."""
    return vocabulary().part(key, value)


@register.filter
def place_kind(value: str) -> str:
    """For whom a place is, in the reader's language."""
    return str(Place.Kind(value).label)


@register.filter
def sign(item: Item) -> str:
    """A sign in the reader's language."""
    return item.sign_in(get_language() or "en")


@register.filter
def due(at: datetime) -> str:
    """When something is due, in plain words."""
    now = timezone.now()
    if at < now:
        return _("overdue by %(time)s") % {"time": timesince(at, now, depth=1)}
    return _("due in %(time)s") % {"time": timeuntil(at, now, depth=1)}


@register.filter
def mark(value: Verification | str) -> str:
    """How well a text was verified, in the reader's language (promise 11)."""
    return {
        Verification.OFFICIAL: _("official text"),
        Verification.SECONDARY: _("second-hand text"),
        Verification.PROVISIONAL: _("provisional"),
    }[Verification(value)]


@register.filter
def per_cent(value: float) -> str:
    """A share in the reader's language: 29%; below one in ten with one decimal, so that 3.6 is not read as 4."""
    return format_percent(
        value, "#,##0.#%" if value < 0.1 or value > 0.99 else "#,##0%", locale=(get_language() or "en")[:2]
    )


@register.filter
def offence_class(value: str) -> str:
    """How the register counts an offence, in the reader's language."""
    return {
        OffenceClass.TRAFFICKING: _("trafficking"),
        OffenceClass.RELATED: _("related to trafficking"),
        OffenceClass.NEIGHBOURING: _("a neighbour of trafficking"),
        OffenceClass.OUTSIDE: _("outside trafficking"),
    }[OffenceClass(value)]


register.filter("counted_cell", answer_counts.in_words)
register.filter("in_dollars", answer_rows.dollars)
register.filter("rests_on", answer_rows.rests_on)
register.filter("country", country_name)
register.filter("division", division_name)
register.filter("choice", choice)
register.filter("counted", in_words)
register.filter("recorded_as", recorded_as)


@register.filter
def in_its_text(words: str) -> str:
    """The end of an address that shows these words where they stand; a browser that knows no such thing opens the page."""
    begin = " ".join(words.split()[:6]).rstrip(".,;")
    return f"#:~:text={quote(begin, safe='').replace('-', '%2D')}"


@register.filter
def in_lines(text: str, width: int) -> list[str]:
    """A name in lines of at most so many letters, where words allow it: a drawing breaks no lines by itself."""
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


@register.filter
def marks(cited: Iterable[Citation]) -> list[Verification]:
    """How well the texts behind a wording were verified, each mark once."""
    return list(dict.fromkeys(each.verification for each in cited))


@register.filter
def match_strength(strength: str) -> str:
    """What fits between somebody on a list and somebody on record, in words."""
    return str(STRENGTHS.get(strength, strength))


@register.filter
def script_name(script: str) -> str:
    """The script a name is written in, in words."""
    return {"cyrillic": _("Cyrillic script"), "latin": _("Latin script"), "persian": _("Persian script")}.get(
        script, ""
    )
