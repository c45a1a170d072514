"""The questions of the tier pages: which country, and what the board is narrowed to. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from panoh.assessment.queries.placements import accepted_placements, reports_known
from panoh.assessment.queries.tiers import CountryTiers, country_for
from panoh.assessment.rules.tables import UNKNOWN, Asked
from panoh.instruments.assessment import tier_history
from panoh.instruments.kinds.tier import Tier
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.registry.rules.numbers_sent import whole_number

TIERS = (*(tier.value for tier in Tier if tier is not Tier.NOT_IN_REPORT), UNKNOWN)


def asked_board(asked: Mapping[str, str]) -> Asked:
    """What the address asks for; the last report known, every region and tier where it names none."""
    history = tier_history()
    report, region, tier = (asked.get(name, "") for name in ("report", "region", "tier"))
    year = whole_number(report, most=9999) if report else history.last_report
    if year is None or year not in reports_known(accepted_placements()):
        raise Refused(
            _("There is no report of that year here."), _("Open the tiers again and choose a year from the list.")
        )
    if region not in {"", *(each.code for each in history.regions)} or tier not in {"", *TIERS}:
        raise Refused(_("There is no such region or tier."), _("Open the tiers again and choose both from the lists."))
    return Asked(year, region, tier)


def asked_country(viewer: Officer, iso3: str) -> CountryTiers:
    """The country named in the address, in small letters or capitals."""
    try:
        return country_for(viewer, iso3=iso3.upper())
    except KeyError:
        raise Refused(
            _("The reports write about no country with this code."),
            _("Open the tiers and choose the country from the table. The code has three letters, such as TJK."),
        ) from None
