"""API of identification: the same acts and reads as its pages."""

from panoh.identification.api.panel import router

__all__ = ["router"]
