"""Pages of the independent advocate: naming one, and what the advocate sees, answers and is told."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.identification.queries import read_reasons_shared
from panoh.protection import actions
from panoh.protection.forms import AdvocateAnswerForm, AdvocateForm
from panoh.protection.queries.advocates import advocate_for, advocate_in, advocate_page, advocate_view, decision_shared
from panoh.registry.access import Act, Role
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried


@signed_in
def advocate(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, Act.NAME_ADVOCATE)
    page = advocate_page(case)
    form = AdvocateForm(request.POST or None, candidates=page.candidates)
    done, refusal = tried(
        form, lambda: actions.name_advocate(case=case, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        said = _("The advocate is asked. They see who the person is only after saying yes.")
        return led_on(request, said, "protection:advocate", case.pk)
    return form_page(request, "protection/advocate.html", form, refusal, page=page)


@signed_in
def advocacy(request: OfficerRequest, advocate_id: int) -> HttpResponse:
    """What the advocate sees; before the answer, the question."""
    at, form = timezone.now(), AdvocateAnswerForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.answer_as_advocate(
            advocate=advocate_for(request.user, advocate_id), **form.cleaned_data, by=request.user, at=at
        ),
    )
    if done:
        onward = ("protection:advocacy", advocate_id) if form.cleaned_data["accepted"] else ("my_work",)
        return led_on(request, _("Your answer is recorded."), *onward)
    view = advocate_view(request.user, advocate_id, at=at)
    return form_page(request, "protection/advocacy.html", form, refusal, view=view, now=at)


@require_POST
@signed_in
def end(request: OfficerRequest, advocate_id: int) -> HttpResponse:
    """By the person's wish, or by the advocate who cannot go on."""
    named = advocate_in(request.user, advocate_id)
    actions.end_advocate(advocate=named, because=request.POST.get("because", ""), by=request.user, at=timezone.now())
    messages.success(request, _("It is ended. Nothing more is shown to that desk."))
    return redirect("my_work") if request.user.role == Role.ADVOCATE else redirect("protection:advocate", named.case_id)


@require_POST
@signed_in
def note(request: OfficerRequest, advocate_id: int) -> HttpResponse:
    named = advocate_for(request.user, advocate_id)
    actions.note_decisions(advocate=named, by=request.user, at=timezone.now())
    return led_on(request, _("It is noted that you know what was decided."), "protection:advocacy", advocate_id)


@signed_in
def reasons(request: OfficerRequest, advocate_id: int, decision_id: UUID) -> HttpResponse:
    """Why it was decided so, where the person shares the reasons with their advocate."""
    named = advocate_for(request.user, advocate_id)
    read = read_reasons_shared(decision_shared(named, decision_id), request.user, at=timezone.now())
    return render(request, "protection/advocate_reasons.html", {"advocate": named, "read": read})
