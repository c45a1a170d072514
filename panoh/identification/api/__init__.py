"""API of identification: the same acts and reads as its pages."""

from panoh.identification.api.procedures import router as _procedures
from panoh.identification.api.routes import router

router.add_router("", _procedures)

__all__ = ["router"]
