"""The router of this stage's API."""

from __future__ import annotations

from ninja import Router

router = Router()
