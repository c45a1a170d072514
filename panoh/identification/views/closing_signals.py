"""Closing a signal that leads nowhere, the second officer's answer, and taking it up again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import AnswerClosingForm, CloseForm, TakeUpForm
from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries import closing_that_waits, signal_for
from panoh.identification.views.signals import shown
from panoh.registry.models import Officer
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.tried import led_on, tried


@require_POST
@signed_in
def close(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    found, form = signal_for(request.user, signal_id), CloseForm(request.POST)
    done, refusal = tried(
        form,
        lambda: actions.close_signal(signal=found, **form.given(request.user), by=request.user, at=timezone.now()),
    )
    if not done:
        return shown(request, signal_id, close=form, refusal=refusal)
    if done.made.waits:
        return led_on(request, _("It stays open until another officer agrees."), "identification:signal", signal_id)
    return led_on(request, _("The signal is closed. It can be taken up again."), "identification:signals")


@require_POST
@signed_in
def answer(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    """A second officer agrees, or it stays open. The page carries which closing was seen."""
    found, form = signal_for(request.user, signal_id), AnswerClosingForm(request.POST)
    done, refusal = tried(form, lambda: _answered(found, form, by=request.user, at=timezone.now()))
    if not done:
        return shown(request, signal_id, answer=form, refusal=refusal)
    said = (
        _("The signal stays open.") if done.made.kept_open_at else _("The signal is closed. It can be taken up again.")
    )
    return led_on(request, said, "identification:signal", signal_id)


@require_POST
@signed_in
def take_up(request: OfficerRequest, signal_id: UUID) -> HttpResponse:
    found, form = signal_for(request.user, signal_id), TakeUpForm(request.POST)
    done, refusal = tried(
        form,
        lambda: actions.take_up_signal(signal=found, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if not done:
        return shown(request, signal_id, take_up=form, refusal=refusal)
    return led_on(request, _("The signal is followed up again."), "identification:signal", signal_id)


def _answered(signal: Signal, form: AnswerClosingForm, *, by: Officer, at: datetime) -> SignalClosing:
    seen = closing_that_waits(signal, form.cleaned_data["closing"])
    do = actions.agree_to_close_signal if form.cleaned_data["agree"] == "yes" else actions.keep_signal_open
    return do(closing=seen, by=by, at=at)
