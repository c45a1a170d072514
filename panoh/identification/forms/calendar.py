"""The one question of the calendar's page: which year."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Refused
from panoh.registry.rules.numbers_sent import whole_number

YEARS = range(1992, 2100)


def asked_year(text: str, *, this_year: int) -> int:
    """The year in the address, or this one where it names none."""
    if not text:
        return this_year
    year = whole_number(text, least=YEARS[0], most=YEARS[-1])
    if year is None:
        raise Refused(_("There is no calendar for such a year."), _("Choose a year from the list."))
    return year
