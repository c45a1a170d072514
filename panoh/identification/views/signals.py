"""Signals without identity: the list with the form to record one, one signal, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import JoinForm, MetForm, SignalForm
from panoh.identification.queries import case_named, open_signals, signal_for, signal_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.refusals import Refused


@open_to(Act.SCREEN)
def all_signals(request: OfficerRequest) -> HttpResponse:
    form = SignalForm(request.POST or None)
    if form.is_valid():
        signal = actions.record_signal(**form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The signal is kept. Meet the person, and begin an interview there."))
        return redirect("identification:signal", signal.pk)
    context = {"signals": open_signals(request.user), "form": form}
    return render(request, "identification/signals.html", context, status=422 if form.is_bound else 200)


@signed_in
def signal(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    return _shown(request, signal_id)


@require_POST
@signed_in
def join(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    """Nothing is joined by itself, however alike two signals are."""
    found = signal_for(request.user, signal_id)
    chosen = request.POST.get("same_as", "")
    try:
        other = signal_for(request.user, UUID(chosen)) if chosen else None
        actions.join_signals(signal=found, same_as=other, by=request.user, at=timezone.now())
    except Refused as refused:
        return _shown(request, signal_id, refusal=refused)
    return redirect("identification:signal", signal_id)


@require_POST
@signed_in
def met(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    found, form = signal_for(request.user, signal_id), MetForm(request.POST)
    if not form.is_valid():
        return _shown(request, signal_id, met=form)
    try:
        case = case_named(request.user, form.cleaned_data["reference"])
        actions.meet_signal(signal=found, case=case, by=request.user, at=timezone.now())
    except Refused as refused:
        return _shown(request, signal_id, met=form, refusal=refused)
    return redirect("identification:case", case.pk)


def _shown(
    request: OfficerRequest, signal_id: UUID, *, met: MetForm | None = None, refusal: Refused | None = None
) -> HttpResponse:
    page = signal_page(signal_for(request.user, signal_id), request.user, at=timezone.now())
    same = str(page.signal.same_as_id or "")
    context = {
        "page": page,
        "refusal": refusal,
        "join": JoinForm(signals=page.candidates, initial={"same_as": same}),
        "met": met or MetForm(),
    }
    status = refusal.status if refusal else 422 if met else 200
    return render(request, "identification/signal.html", context, status=status)
