"""API of this stage: the same actions as its pages."""

from ninja import Router

router = Router()
