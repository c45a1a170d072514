"""API of prevention: the same acts and reads as its pages."""

from panoh.prevention.api import campaigns as campaigns  # each joins the router of the stage
from panoh.prevention.api import hotline as hotline
from panoh.prevention.api import mobilisations as mobilisations
from panoh.prevention.api import money as money
from panoh.prevention.api import orders as orders
from panoh.prevention.api import plans as plans
from panoh.prevention.api import populations as populations
from panoh.prevention.api import sites as sites
from panoh.prevention.api import trained_only as trained_only
from panoh.prevention.api import training as training
from panoh.prevention.api import visits as visits
from panoh.prevention.api.router import router

__all__ = ["router"]
