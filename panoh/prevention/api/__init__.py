"""API of prevention: the same acts and reads as its pages."""

from panoh.prevention.api import campaigns as campaigns  # joins the router of the stage
from panoh.prevention.api import hotline as hotline  # likewise
from panoh.prevention.api import money as money
from panoh.prevention.api import sites as sites
from panoh.prevention.api import trained_only as trained_only
from panoh.prevention.api import training as training
from panoh.prevention.api.router import router

__all__ = ["router"]
