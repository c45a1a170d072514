"""A date is written in one form, in every language, on pages as on paper."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from panoh.registry.wording import day, day_and_time
from tests.house.sources import named, templates, text_of

LATE = datetime(2026, 11, 25, 21, 30, tzinfo=UTC)
FORM = re.compile(r"""date:["']([^"']+)["']""")
NAMED = {"DATETIME_FORMAT", "H:i", "d.m.Y H:i:s", "c", "Y-m-d"}
"""By its name, to the second in the ledger, of today the hour alone, and for machines."""
NO_DATES = {"M", "M Y", "l, j F"}
"""A month, and the weekday in the calendar."""


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_a_day_reads_alike_in_every_language(language):
    with translation.override(language):
        assert day(date(2026, 11, 26)) == date_format(date(2026, 11, 26)) == "26.11.2026"
        assert day(LATE) == "26.11.2026", "the day it is in Dushanbe"
        assert day_and_time(LATE) == "26.11.2026 02:30"


def test_a_page_brings_no_form_of_its_own():
    forms = {named(path): set(FORM.findall(text_of(path))) - NAMED - NO_DATES for path in templates()}

    assert {path: own for path, own in forms.items() if own} == {}
