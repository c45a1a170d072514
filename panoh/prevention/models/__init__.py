"""Records of prevention: sites and employers, mobilisations, visits and samples, populations at risk; campaigns, contacts with
the hotline, the plan, money. No person's name stands in any but under seal."""

from panoh.prevention.models.campaigns import Campaign, CampaignReach
from panoh.prevention.models.hotline import CallBack, HotlineContact
from panoh.prevention.models.mobilisations import MobilisationOrder
from panoh.prevention.models.money import Allocation, BudgetLine, ExchangeRate, Spending
from panoh.prevention.models.order_papers import OrderPaper
from panoh.prevention.models.plan import MeasureProgress, PlanMeasure
from panoh.prevention.models.plans import PlanStratum, SamplingPlan
from panoh.prevention.models.populations import PopulationOperation, PopulationSize
from panoh.prevention.models.sites import Employer, Site
from panoh.prevention.models.visits import RaisedSignal, Remedy, SampledInterview, Visit

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
    "MobilisationOrder",
    "OrderPaper",
    "PlanMeasure",
    "PlanStratum",
    "PopulationOperation",
    "PopulationSize",
    "RaisedSignal",
    "Remedy",
    "SampledInterview",
    "SamplingPlan",
    "Site",
    "Spending",
    "Visit",
]
