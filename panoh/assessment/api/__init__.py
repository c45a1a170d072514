"""API of this stage: the same acts and reads as its pages."""

from panoh.assessment.api import answers as answers  # joins the router of the house
from panoh.assessment.api import criteria as criteria  # likewise
from panoh.assessment.api import narratives as narratives  # likewise
from panoh.assessment.api import recommendations as recommendations
from panoh.assessment.api import tiers as tiers
from panoh.assessment.api.router import router

__all__ = ["router"]
