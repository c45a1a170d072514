"""API of prevention: the same acts and reads as its pages."""

from panoh.prevention.api import sites as sites  # joins the router of the stage
from panoh.prevention.api.router import router

__all__ = ["router"]
