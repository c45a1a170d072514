"""The application for status on one page, filled in with what is known."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification import actions
from panoh.identification.forms import ApplicationForm
from panoh.identification.queries import application_page
from panoh.identification.views.act_page import act_page
from panoh.identification.views.telling import without_seen
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def apply(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.APPLY), timezone.now()
    return act_page(
        request,
        case,
        ApplicationForm(request.POST or None, case=case, by=request.user, initial={"seen": case.state}),
        page="apply",
        do=lambda seen, given: actions.apply_for_status(case=seen, **without_seen(given), by=request.user, at=at),
        said=_("The application is received. It counts from first contact, and help does not wait for it."),
        at=at,
        more=lambda: {"page": application_page(case, request.user, at=at)},
    )
