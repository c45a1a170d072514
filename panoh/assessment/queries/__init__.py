"""What pages, the API and commands of assessment read."""

from panoh.assessment.queries.tiers import Checked, CountryTiers, checked, country_tiers, tier_board

__all__ = ["Checked", "CountryTiers", "checked", "country_tiers", "tier_board"]
