"""The one question of the figures page: which period."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Refused
from panoh.statistics.rules.periods import Period, PeriodKind

YEARS = range(1990, 2100)


def asked_period(asked: QueryDict, *, this_year: int) -> Period:
    """The period in the address, or this calendar year where it names none."""
    year, kind = asked.get("year") or str(this_year), asked.get("kind") or PeriodKind.CALENDAR_YEAR.value
    if not (year.isascii() and year.isdecimal() and len(year) == 4 and int(year) in YEARS) or kind not in tuple(
        PeriodKind
    ):
        raise Refused(_("There is no such period."), _("Open the figures again and choose a year from the list."))
    return Period(PeriodKind(kind), int(year))
