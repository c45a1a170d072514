"""What came of a yes: told at the desk that helps, noted at the desk that sent."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.referral import actions
from panoh.referral.forms.report import ReportForm
from panoh.referral.queries import referral_for
from panoh.referral.queries.received import report_page
from panoh.referral.queries.reports import report_for
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.refusals import Refused


@open_to(Act.ANSWER_REFERRAL)
def report(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    """What could not be given closes the view; otherwise the desk goes on from the case."""
    referral, refusal = referral_for(request.user, referral_id), None
    form = ReportForm(request.POST or None)
    if form.is_valid():
        try:
            told = actions.report_service(referral=referral, **form.given(), by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Whoever sent the person to you sees this now."))
            closed = told.outcome == told.Told.NOT_GIVEN
            return redirect("referral:home") if closed else redirect("case", referral.need.case_id)
    context = {"page": report_page(referral), "form": form, "refusal": refusal}
    return render(request, "referral/report.html", context, status=refusal.status if refusal else 200)


@require_POST
@signed_in
def note(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    told = report_for(request.user, report_id)
    actions.note_report(report=told, by=request.user, at=timezone.now())
    messages.success(request, _("Noted. It stays with the need."))
    return redirect("referral:need", told.referral.need_id)
