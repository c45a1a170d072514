"""A wording from a data file or a rule, and the name of a country, in the language of the person at the screen."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from babel import Locale
from django.conf import settings
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.registry.rules.attachments.classes import Class


def spoken(words: Words) -> str:
    """The wording in the language of this request; English where there is none yet."""
    return words.in_language(get_language() or "en")


def day(on: date) -> str:
    """A day, or the day of a moment, in the one form of the house."""
    return date_format(timezone.localtime(on) if isinstance(on, datetime) else on)


def day_and_time(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def spoken_languages() -> list[tuple[str, str]]:
    """The languages people in the country speak, in the reader's words: what a form offers, and what an act takes."""
    return [(each.code, spoken(each.name)) for each in countries.country(settings.COUNTRY).languages]


def choice(row: Model | None, name: str) -> str:
    """What stands in a field that is chosen from a list, in words, as `get_…_display` has it: that makes its list anew each time.
    Nothing of no record."""
    if row is None:
        return ""
    value = getattr(row, name)
    return str(_choices(type(row), name).get(value, value))


@cache
def _choices(model: type[Model], name: str) -> dict[object, object]:
    return dict(model._meta.get_field(name).flatchoices)  # type: ignore[union-attr]  # a column, no relation


def country_name(code: str) -> str:
    """A nationality in words; empty where none is known. XX stands on lists for stateless."""
    if code == "XX":
        return _("stateless")
    return str(Locale.parse((get_language() or "en")[:2]).territories.get(code, code))


def division_name(code: str) -> str:
    """A region or district in words; its code where the country's list has it no more."""
    return next((spoken(each.name) for each in countries.divisions(settings.COUNTRY) if each.code == code), code)


def class_name(belongs_to: Class) -> str:
    """A class of attachments in words."""
    return {
        Class.IDENTITY: _("identity papers"),
        Class.MEDICAL: _("medical reports and photographs of injuries"),
        Class.CRIMINAL: _("papers, reports and messages for a criminal case"),
        Class.CONTRACT: _("contracts, pay slips and debts"),
        Class.OTHER: _("travel papers and other attachments"),
    }[belongs_to]
