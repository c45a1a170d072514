"""What one's own desk says of itself to those who refer to it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from panoh.referral import actions
from panoh.referral.api.schemas import NoticeIn, NoticeOut
from panoh.referral.models import DeskNotice
from panoh.referral.queries.desk import desk_page
from panoh.registry.pages import officer_of

router = Router()


@router.get("/desk", response=NoticeOut | None)
def own_desk(request: HttpRequest) -> DeskNotice | None:
    """The newest word of one's own desk, if it has said anything."""
    return desk_page(officer_of(request)).notice


@router.post("/desk", response={201: NoticeOut})
def describe_desk(request: HttpRequest, given: NoticeIn) -> Status[DeskNotice]:
    notice = actions.describe_desk(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, notice)
