"""Signals without identity: the list with the form to record one, one signal, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import AnswerClosingForm, CloseForm, JoinForm, MetForm, SignalForm, TakeUpForm
from panoh.identification.queries import case_named, closed_signals, open_signals, signal_for, signal_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, led_on, pressed, status_of, tried


@open_to(Act.SCREEN)
def all_signals(request: OfficerRequest) -> HttpResponse:
    form = SignalForm(request.POST or None)
    if form.is_valid():
        signal = actions.record_signal(**form.cleaned_data, by=request.user, at=timezone.now())
        said = _("The signal is kept. Meet the person, and begin an interview there.")
        return led_on(request, said, "identification:signal", signal.pk)
    closed = closed_signals(request.user)
    return form_page(request, "identification/signals.html", form, signals=open_signals(request.user), closed=closed)


@signed_in
def signal(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    return shown(request, signal_id)


@require_POST
@signed_in
def join(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    """Nothing is joined by itself, however alike two signals are."""
    found = signal_for(request.user, signal_id)
    chosen = request.POST.get("same_as", "")
    done, refusal = pressed(
        request,
        lambda: actions.join_signals(
            signal=found,
            same_as=signal_for(request.user, UUID(chosen)) if chosen else None,
            by=request.user,
            at=timezone.now(),
        ),
    )
    return redirect("identification:signal", signal_id) if done else shown(request, signal_id, refusal=refusal)


@require_POST
@signed_in
def met(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    found, form = signal_for(request.user, signal_id), MetForm(request.POST)
    done, refusal = tried(
        form,
        lambda: actions.meet_signal(
            signal=found,
            case=case_named(request.user, form.cleaned_data["reference"]),
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        return redirect("identification:case", done.made.case_id)
    return shown(request, signal_id, met=form, refusal=refusal)


def shown(
    request: OfficerRequest,
    signal_id: UUID,
    *,
    met: MetForm | None = None,
    close: CloseForm | None = None,
    take_up: TakeUpForm | None = None,
    answer: AnswerClosingForm | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page of one signal; each form as it was sent, or just opened."""
    page = signal_page(signal_for(request.user, signal_id), request.user, at=timezone.now())
    same = str(page.signal.same_as_id or "")
    context = {
        "page": page,
        "refusal": refusal,
        "join": JoinForm(signals=page.candidates, initial={"same_as": same}),
        "met": met or MetForm(),
        "close": close or CloseForm(),
        "take_up": take_up or TakeUpForm(),
    }
    sent = next((form for form in (met, close, take_up, answer) if form), None)
    return render(request, "identification/signal.html", context, status=status_of(sent, refusal))
