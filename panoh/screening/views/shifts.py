"""Pages between shifts: offering an operation, and answering an offer."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried
from panoh.screening import actions
from panoh.screening.forms.operations import AnswerForm, HandOverForm
from panoh.screening.queries.hand_over import hand_over_for, hand_over_page, receivers, shift_summary
from panoh.screening.queries.operations import operation_for


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def offer(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held = operation_for(request.user, operation_id)
    form = HandOverForm(request.POST or None, receivers=receivers(request.user))
    done, refusal = tried(
        form, lambda: actions.offer_hand_over(operation=held, **form.offered(), by=request.user, at=timezone.now())
    )
    if done:
        return led_on(
            request, _("Offered. You stay responsible until it is accepted."), "screening:hand_over", done.made.pk
        )
    return form_page(
        request, "screening/hand_over_new.html", form, refusal, summary=shift_summary(held, at=timezone.now())
    )


@require_GET
@open_to(Act.RUN_OPERATION)
def hand_over(request: OfficerRequest, hand_over_id: UUID) -> HttpResponse:
    page = hand_over_page(hand_over_id=hand_over_id, by=request.user, at=timezone.now())
    context = {"page": page, "summary": page.summary, "form": AnswerForm()}
    return render(request, "screening/hand_over.html", context)


@require_POST
@open_to(Act.RUN_OPERATION)
def answer(request: OfficerRequest, hand_over_id: UUID) -> HttpResponse:
    offered, now = hand_over_for(request.user, hand_over_id), timezone.now()
    chosen, form = request.POST.get("answer"), AnswerForm(request.POST)
    if chosen == "accept":
        actions.accept_hand_over(offered=offered, by=request.user, at=now)
        said = _("You are responsible for this operation from now on.")
        return led_on(request, said, "screening:operation", offered.operation_id)
    if chosen == "withdraw":
        actions.withdraw_hand_over(offered=offered, by=request.user, at=now)
        return redirect("screening:operation", offered.operation_id)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.decline_hand_over(offered=offered, reason=reason, by=request.user, at=now)
    return redirect("screening:operations")
