"""Assessing a person's needs on one page, and all assessments on another."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms.assessing import AssessForm
from panoh.referral.queries.assessments import history, sheet_page
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.registry.refusals import Refused


@open_to(Act.RECORD_NEED)
def assess(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, Act.RECORD_NEED)
    refusal, form = None, AssessForm(request.POST or None, page=sheet_page(request.user, case))
    if form.is_valid():
        try:
            actions.assess_needs(case=case, **form.given(), by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
            form.written_after(sheet_page(request.user, case), refused)
        else:
            messages.success(request, _("It is recorded. What the person wants stands among the needs now."))
            return redirect("referral:assessments", case.pk)
    context = {"case": case, "form": form, "refusal": refusal}
    return render(request, "referral/assess.html", context, status=refusal.status if refusal else 200)


@open_to(Act.RECORD_NEED)
def assessments(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.RECORD_NEED), timezone.now()
    shown = history(request.user, case, at=at)
    refers = may(request.user, Act.REFER, case)
    context = {"case": case, "assessments": shown, "may_refer": refers, "today": timezone.localdate(at)}
    return render(request, "referral/assessments.html", context)
