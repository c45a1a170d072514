"""Fields the forms of screening share: three large answers, a country, a birth date as people give it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.screening.models import Answer

YES_NO_UNSURE = (("yes", _("Yes")), ("no", _("No")), ("unsure", _("Not sure")))
NEAR = ("TJ", "AF", "UZ", "KG", "KZ", "TM", "RU", "BD", "PK", "CN", "IR")
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
_YEAR = re.compile(r"(?<!\d)(1[3-4]\d\d|19\d\d|20\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
HIJRI_BEFORE = 1500


class LargeAnswers(forms.ChoiceField):
    """A few answers as large buttons that a thumb reaches."""

    def __init__(self, *, choices: Iterable[tuple[str, Any]], **given: Any) -> None:
        super().__init__(choices=tuple(choices), widget=forms.RadioSelect, **given)
        self.template_name = "forms/answers.html"


class ThreeAnswers(forms.ChoiceField):
    """Yes, no, not known; and, smaller, that the question was not asked, which every question is to begin with."""

    def __init__(self, **given: Any) -> None:
        choices = (*Answer.Value.choices, ("", _("not asked")))
        super().__init__(choices=choices, widget=forms.RadioSelect, required=False, initial="", **given)
        self.template_name = "forms/three_answers.html"


class CountryField(forms.ChoiceField):
    """A country in the reader's language, the neighbours and the usual origins first."""

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=_countries_now, required=False, **given)


@dataclass(frozen=True)
class Born:
    """A birth date as given, and the range of years it allows."""

    text: str = ""
    first: int | None = None
    last: int | None = None


class BirthField(forms.CharField):
    """A date, a year, two years, or nothing. Impossible days on papers (00.00.1990) leave the year."""

    def __init__(self, **given: Any) -> None:
        super().__init__(required=False, max_length=40, **given)

    def clean(self, value: Any) -> Born:
        return born_from(super().clean(value))


def born_from(text: str) -> Born:
    """What a written birth date says. Years of the Solar Hijri calendar touch two of ours."""
    exact = _exact(text)
    if exact:
        return Born(exact.isoformat(), exact.year, exact.year)
    years = [int(found) for found in _YEAR.findall(text)]
    if not years and text:
        raise forms.ValidationError(_("Write a date such as 14.03.1998 or a year such as 1998, or leave it empty."))
    ours = [year for each in years for year in ((each + 621, each + 622) if each < HIJRI_BEFORE else (each,))]
    return Born(text, min(ours, default=None), max(ours, default=None))


def _exact(text: str) -> date | None:
    found = _DAY_FIRST.fullmatch(text)
    written = "{2}-{1:0>2}-{0:0>2}".format(*found.groups()) if found else text
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.year >= HIJRI_BEFORE else None


def _countries_now() -> list[tuple[str, Any]]:
    return [("", _("not known")), *_countries((get_language() or "en")[:2])]


@lru_cache
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    try:
        names = Locale.parse(language).territories
    except UnknownLocaleError:
        names = Locale.parse("en").territories
    every = {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}
    rest = sorted((code for code in every if code not in {*_NO_COUNTRIES, *NEAR}), key=every.__getitem__)
    return tuple((code, every[code]) for code in (*NEAR, *rest))
