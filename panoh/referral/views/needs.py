"""Recording a need, and asking a desk for help with it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.referral import actions
from panoh.referral.forms import NeedForm, ReferForm
from panoh.referral.models import Need
from panoh.referral.queries import need_for, need_page, sent_referral_for, worklist
from panoh.referral.queries.needs import offered_desks
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, said_once, tried


@signed_in
def home(request: OfficerRequest) -> HttpResponse:
    context = {
        "list": worklist(request.user, now=timezone.now()),
        "may_describe": may(request.user, Act.ANSWER_REFERRAL),
    }
    return render(request, "referral/home.html", context)


@open_to(Act.RECORD_NEED)
def record(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Whoever may refer goes on to the desks; others are done."""
    case = case_for(request.user, case_id, Act.RECORD_NEED)
    form, at = NeedForm(request.POST or None, track=case.track, initial=_asked_for(request)), timezone.now()
    done, refusal = tried(form, lambda: actions.record_need(case=case, **form.cleaned_data, by=request.user, at=at))
    if done:
        onward = ("referral:need", done.made.pk) if may(request.user, Act.REFER, case) else ("case", case.pk)
        return led_on(request, said_once(done.made.recorded_at == at, _("The need is recorded.")), *onward)
    return form_page(request, "referral/record_need.html", form, refusal, case=case)


def _asked_for(request: OfficerRequest) -> dict[str, str]:
    """A need said at the start of the interview comes filled in, and urgent."""
    key = request.GET.get("service", "")
    return {"service": key, "urgency": Need.Urgency.NOW} if key else {}


@signed_in
def one_need(request: OfficerRequest, need_id: UUID) -> HttpResponse:
    """The need, whom we asked, and the desks to ask; a refused question keeps what was typed."""
    need, at = need_for(request.user, need_id), timezone.now()
    offered = offered_desks(need, at=at)
    form = ReferForm(request.POST or None, offered=offered)
    done, refusal = tried(form, lambda: actions.refer(need=need, **form.asks(offered), by=request.user, at=at))
    if done:
        return led_on(
            request, _("The desk is asked. It sees what it needs to answer, and no name."), "referral:need", need.pk
        )
    return form_page(request, "referral/need.html", form, refusal, page=need_page(request.user, need, at=at))


@require_POST
@signed_in
def met(request: OfficerRequest, need_id: UUID) -> HttpResponse:
    need = need_for(request.user, need_id, Act.RECORD_NEED)
    actions.meet_need(need=need, by=request.user, at=timezone.now())
    return led_on(request, _("The need is closed. It can be recorded again at any time."), "case", need.case_id)


@require_POST
@signed_in
def remind(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    referral = sent_referral_for(request.user, referral_id)
    actions.remind(referral=referral, by=request.user, at=timezone.now())
    said = _("The desk is reminded; it sees this on top of its work.")
    return led_on(request, said, "referral:need", referral.need_id)


@require_POST
@signed_in
def withdraw(request: OfficerRequest, referral_id: UUID) -> HttpResponse:
    referral = sent_referral_for(request.user, referral_id)
    actions.withdraw_referral(referral=referral, by=request.user, at=timezone.now())
    said = _("The referral is taken back. The desk sees nothing of it any more.")
    return led_on(request, said, "referral:need", referral.need_id)
