"""Pages at a visit: an interview that names nobody, a signal raised, a remedy asked for and answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.prevention import site_interview
from panoh.prevention import actions
from panoh.prevention.forms.interviews import InterviewForm
from panoh.prevention.forms.visits import AnswerForm, RaiseForm, RemedyForm
from panoh.prevention.queries.visits import own_visit_for, remedy_for, remedy_page, visit_for
from panoh.prevention.views.acting import act_page, status_of, tried
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.wording import spoken


@signed_in
def interview(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    """Recorded, it leads to the next."""
    row, back = own_visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])

    def done(form: InterviewForm) -> str:
        actions.record_interview(visit=row, given=form.given(), by=request.user, at=timezone.now())
        return reverse("prevention:interview", args=[visit_id])

    text = site_interview()
    return act_page(
        request,
        InterviewForm(request.POST or None),
        spoken(text.title),
        done,
        back=back,
        lead=spoken(text.before),
        provisional=text.provisional,
    )


@signed_in
def raise_signal(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    row, back = own_visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])

    def done(form: Any) -> str:
        signal = actions.raise_signal(visit=row, **form.cleaned_data, by=request.user, at=timezone.now())
        return reverse("identification:signal", args=[signal.pk])

    return act_page(request, RaiseForm(request.POST or None), _("Somebody here may need help"), done, back=back)


@signed_in
def ask_remedy(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    row, back = visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])

    def done(form: Any) -> str:
        actions.ask_remedy(visit=row, **form.cleaned_data, by=request.user, at=timezone.now())
        return back

    return act_page(request, RemedyForm(request.POST or None), _("Ask for a remedy"), done, back=back)


@signed_in
def remedy(request: OfficerRequest, remedy_id: UUID) -> HttpResponse:
    row, form = remedy_for(request.user, remedy_id), AnswerForm(request.POST or None)
    refusal = tried(
        form,
        lambda given: actions.answer_remedy(remedy=row, **given, by=request.user, at=timezone.now()),
    )
    if form.is_valid() and refusal is None:
        return redirect("prevention:remedy", remedy_id)
    page = remedy_page(request.user, remedy_id, at=timezone.now())
    context = {"page": page, "form": form, "refusal": refusal, "ours": row.desk == request.user.desk}
    return render(request, "prevention/remedy.html", context, status=status_of(form, refusal))
