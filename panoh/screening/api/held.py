"""What every operation on a screening shares: who acts on which one, and how it is shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from panoh.registry.pages import officer_of
from panoh.screening.models import Screening
from panoh.screening.queries import go_on, screening_for

router = Router()
"""One for all operations of screening; each module adds its own."""


class ScreeningOut(Schema):
    id: UUID
    case: UUID | None = Field(None, alias="case_id")
    instrument: str
    instrument_version: str
    track: str
    outcome: str
    agreed_at: datetime | None
    go_on: str

    @staticmethod
    def resolve_go_on(screening: Screening) -> str:
        return go_on(screening)[0].value


def by_officer(request: HttpRequest, screening_id: UUID) -> dict[str, Any]:
    """What every act on a screening takes."""
    officer = officer_of(request)
    return {"screening": screening_for(officer, screening_id), "by": officer, "at": timezone.now()}
