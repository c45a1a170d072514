"""What pages, the API and commands of assessment read."""

from panoh.assessment.queries.placements import Placements, accepted_placements
from panoh.assessment.queries.tiers import Checked, CountryTiers, checked, country_tiers, tier_board
from panoh.assessment.queries.worklist import parts, worklist

__all__ = [
    "Checked",
    "CountryTiers",
    "Placements",
    "accepted_placements",
    "checked",
    "country_tiers",
    "parts",
    "tier_board",
    "worklist",
]
