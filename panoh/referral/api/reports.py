"""What came of a yes, by the same actions as on the pages."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from panoh.referral import actions
from panoh.referral.api.schemas import ReportIn, ReportOut
from panoh.referral.models import ServiceReport
from panoh.referral.queries import referral_for, sent_referral_for
from panoh.referral.queries.reports import report_for, told_of
from panoh.registry.pages import officer_of

router = Router()


@router.post("/received/{referral_id}/report", response={201: ReportOut})
def report_service(request: HttpRequest, referral_id: UUID, given: ReportIn) -> Status[ServiceReport]:
    officer = officer_of(request)
    told = actions.report_service(
        referral=referral_for(officer, referral_id),
        outcome=given.outcome,
        reason=given.reason or "",
        below_standard=given.below_standard,
        words=given.words,
        by=officer,
        at=timezone.now(),
    )
    return Status(201, told)


@router.get("/sent/{referral_id}/reports", response=list[ReportOut])
def reports(request: HttpRequest, referral_id: UUID) -> list[ReportOut]:
    """What the desk told, the newest first. The read is on record."""
    officer = officer_of(request)
    told = told_of(officer, sent_referral_for(officer, referral_id), at=timezone.now())
    return [ReportOut.from_orm(each.report).model_copy(update={"words": each.words}) for each in told]


@router.post("/reports/{report_id}/noted", response={204: None})
def note_report(request: HttpRequest, report_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.note_report(report=report_for(officer, report_id), by=officer, at=timezone.now())
    return Status(204, None)
