"""Records of prevention: sites and employers, mobilisations, visits and samples, populations at risk. No person in any."""

from panoh.prevention.models.mobilisations import MobilisationOrder
from panoh.prevention.models.plans import PlanStratum, SamplingPlan
from panoh.prevention.models.populations import PopulationOperation, PopulationSize
from panoh.prevention.models.sites import Employer, Site
from panoh.prevention.models.visits import RaisedSignal, Remedy, SampledInterview, Visit

__all__ = [
    "Employer",
    "MobilisationOrder",
    "PlanStratum",
    "PopulationOperation",
    "PopulationSize",
    "RaisedSignal",
    "Remedy",
    "SampledInterview",
    "SamplingPlan",
    "Site",
    "Visit",
]
