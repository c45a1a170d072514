"""What came of a yes: told at the desk that helps, noted at the desk that sent."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
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
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.ANSWER_REFERRAL)
def report(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    """What could not be given closes the view; otherwise the desk goes on from the case."""
    referral = referral_for(request.user, referral_id)
    form = ReportForm(request.POST or None)
    done, refusal = tried(
        form, lambda: actions.report_service(referral=referral, **form.given(), by=request.user, at=timezone.now())
    )
    if done:
        closed = done.made.outcome == done.made.Told.NOT_GIVEN
        onward = ("referral:home",) if closed else ("case", referral.need.case_id)
        return led_on(request, _("Whoever sent the person to you sees this now."), *onward)
    return form_page(request, "referral/report.html", form, refusal, page=report_page(referral))


@require_POST
@signed_in
def note(request: OfficerRequest, report_id: UUID) -> HttpResponse:
    told = report_for(request.user, report_id)
    actions.note_report(report=told, by=request.user, at=timezone.now())
    return led_on(request, _("Noted. It stays with the need."), "referral:need", told.referral.need_id)
