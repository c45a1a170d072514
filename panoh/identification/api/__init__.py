"""API of identification: the same acts and reads as its pages."""

from panoh.identification.api import panel, procedures
from panoh.identification.api.routes import router

__all__ = ["panel", "procedures", "router"]
