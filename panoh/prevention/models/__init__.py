"""Records of prevention: sites and employers to monitor, campaigns, contacts with the hotline, the plan, money. No person's
name stands in them but under seal."""

from panoh.prevention.models.campaigns import Campaign, CampaignReach
from panoh.prevention.models.hotline import CallBack, HotlineContact
from panoh.prevention.models.money import Allocation, BudgetLine, ExchangeRate, Spending
from panoh.prevention.models.plan import MeasureProgress, PlanMeasure
from panoh.prevention.models.sites import Employer, Site

__all__ = [
    "Allocation",
    "BudgetLine",
    "CallBack",
    "Campaign",
    "CampaignReach",
    "Employer",
    "ExchangeRate",
    "HotlineContact",
    "MeasureProgress",
    "PlanMeasure",
    "Site",
    "Spending",
]
