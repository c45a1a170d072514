"""Pages at a visit: an interview that names nobody, a signal raised, a remedy asked for and answered."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.prevention import site_interview
from panoh.prevention import actions
from panoh.prevention.forms.interviews import InterviewForm
from panoh.prevention.forms.visits import AnswerForm, RaiseForm, RemedyForm
from panoh.prevention.queries.visits import own_visit_for, remedy_for, remedy_page, visit_for
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.tried import form_page, tried
from panoh.registry.wording import spoken


@signed_in
def interview(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    """Recorded, it leads to the next."""
    row, back = own_visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])
    text = site_interview()
    form = InterviewForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.record_interview(visit=row, given=form.given(), by=request.user, at=timezone.now()),
        title=spoken(text.title),
        back=back,
        lead=spoken(text.before),
        provisional=text.provisional,
        then=lambda _made: reverse("prevention:interview", args=[visit_id]),
    )


@signed_in
def raise_signal(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    row, back = own_visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])
    form = RaiseForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.raise_signal(visit=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Somebody here may need help"),
        back=back,
        then=lambda signal: reverse("identification:signal", args=[signal.pk]),
    )


@signed_in
def ask_remedy(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    row, back = visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])
    form = RemedyForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.ask_remedy(visit=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Ask for a remedy"),
        back=back,
    )


@signed_in
def remedy(request: OfficerRequest, remedy_id: UUID) -> HttpResponse:
    row, form = remedy_for(request.user, remedy_id), AnswerForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.answer_remedy(remedy=row, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        return redirect("prevention:remedy", remedy_id)
    page = remedy_page(request.user, remedy_id, at=timezone.now())
    return form_page(request, "prevention/remedy.html", form, refusal, page=page, ours=row.desk == request.user.desk)
