"""Pages of complaints that a person was made to pay: those in a case with the form of a new one, and the answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import ChargeAnswerForm, ChargeForm
from panoh.protection.queries.charges import charges_page, complaint_for
from panoh.registry import access
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for
from panoh.registry.refusals import Refused


@signed_in
def charges(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at, refusal = case_for(request.user, case_id, access.Act.RECORD_NEED), timezone.now(), None
    form = ChargeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.complain_of_charge(case=case, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The complaint is with the intake desk. It is never closed without an answer."))
            return redirect("protection:charges", case.pk)
    rows = charges_page(request.user, case, at=at)
    answers = access.may(request.user, access.Act.ANSWER_CHARGE, case)
    context = {"case": case, "complaints": rows, "form": form, "refusal": refusal, "answers": answers}
    return render(request, "protection/charges.html", context, status=refusal.status if refusal else 200)


@signed_in
def answer(request: OfficerRequest, complaint_id: UUID) -> HttpResponse:
    complaint, refusal = complaint_for(request.user, complaint_id), None
    form = ChargeAnswerForm(request.POST or None)
    if form.is_valid():
        try:
            actions.answer_charge(complaint=complaint, **form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The answer is recorded."))
            return redirect("protection:charges", complaint.case_id)
    context = {"case": complaint.case, "form": form, "refusal": refusal}
    return render(request, "protection/charge_answer.html", context, status=refusal.status if refusal else 200)
