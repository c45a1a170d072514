"""Pages of complaints that a person was made to pay: those in a case with the form of a new one, and the answer."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import ChargeAnswerForm, ChargeForm
from panoh.protection.queries.charges import charges_page, complaint_for
from panoh.registry import access
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, said_once, tried


@signed_in
def charges(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, access.Act.RECORD_NEED), timezone.now()
    form = ChargeForm(request.POST or None)
    done, refusal = tried(
        form, lambda: actions.complain_of_charge(case=case, **form.cleaned_data, by=request.user, at=at)
    )
    if done:
        said = _("The complaint is with the intake desk. It is never closed without an answer.")
        return led_on(request, said_once(done.made.made_at == at, said), "protection:charges", case.pk)
    rows = charges_page(request.user, case, at=at)
    answers = access.may(request.user, access.Act.ANSWER_CHARGE, case)
    asks = {"asks_purpose": any(each.asks_purpose for each in rows), "answers": answers}
    return form_page(request, "protection/charges.html", form, refusal, case=case, complaints=rows, **asks)


@signed_in
def answer(request: OfficerRequest, complaint_id: UUID) -> HttpResponse:
    complaint = complaint_for(request.user, complaint_id)
    form = ChargeAnswerForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.answer_charge(complaint=complaint, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        return led_on(request, _("The answer is recorded."), "protection:charges", complaint.case_id)
    return form_page(request, "protection/charge_answer.html", form, refusal, case=complaint.case)
