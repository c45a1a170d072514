"""The router of this stage's API, and what waits for the signed-in post."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from panoh.prevention.queries import worklist
from panoh.registry.pages import officer_of

router = Router()


@router.get("/worklist")
def my_worklist(request: HttpRequest) -> dict[str, Any]:
    """What waits for the signed-in post."""
    return asdict(worklist(officer_of(request), now=timezone.now()))
