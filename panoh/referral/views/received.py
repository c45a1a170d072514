"""A referral at the desk that was asked: read, and answered."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.referral import actions
from panoh.referral.forms import AnswerForm
from panoh.referral.queries import referral_for, referral_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused


@open_to(Act.ANSWER_REFERRAL)
def one_referral(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    """A yes leads to the case; after a no there is nothing more to see here."""
    referral, at, refusal = referral_for(request.user, referral_id), timezone.now(), None
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            response = actions.answer(referral=referral, **form.given(), by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            return _answered(request, referral.need.case_id, accepted=response.accepted)
    context = {"page": referral_page(request.user, referral, at=at), "form": form, "refusal": refusal}
    return render(request, "referral/referral.html", context, status=refusal.status if refusal else 200)


def _answered(request: OfficerRequest, case_id: UUID, *, accepted: bool) -> HttpResponse:
    if accepted:
        messages.success(request, _("You took this on. Your desk sees now who the person is."))
        return redirect("case", case_id)
    messages.success(request, _("The sender is told, with your reason. Your desk sees nothing of it any more."))
    return redirect("referral:home")
