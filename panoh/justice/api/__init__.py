"""API of justice: the same acts and reads as its pages."""

from panoh.justice.api.offences import router

__all__ = ["router"]
