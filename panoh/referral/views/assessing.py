"""Assessing a person's needs on one page, and all assessments on another."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms.assessing import AssessForm
from panoh.referral.queries.assessments import history, sheet_page
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.RECORD_NEED)
def assess(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, Act.RECORD_NEED)
    form = AssessForm(request.POST or None, page=sheet_page(request.user, case))
    done, refusal = tried(
        form, lambda: actions.assess_needs(case=case, **form.given(), by=request.user, at=timezone.now())
    )
    if done:
        said = _("It is recorded. What the person wants stands among the needs now.")
        return led_on(request, said, "referral:assessments", case.pk)
    if refusal:
        form.written_after(sheet_page(request.user, case), refusal)
    return form_page(request, "referral/assess.html", form, refusal, case=case)


@open_to(Act.RECORD_NEED)
def assessments(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.RECORD_NEED), timezone.now()
    shown = history(request.user, case, at=at)
    refers = may(request.user, Act.REFER, case)
    context = {"case": case, "assessments": shown, "may_refer": refers, "today": timezone.localdate(at)}
    return render(request, "referral/assessments.html", context)
