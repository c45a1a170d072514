"""A case shut to all but named members: their page, and the acts on it. Where its heads left, whoever watches names one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk.compartment_forms import LetInForm, MemberForm, PutInForm, WordsForm
from panoh.registry import access, actions
from panoh.registry.models import Compartment, Officer
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.registry.queries.compartments import (
    PUT_IN,
    CompartmentPage,
    compartment_for,
    compartment_page,
    member_for,
    watched,
)
from panoh.registry.queries.officers import officers_named
from panoh.registry.tried import form_page, led_on, status_of, tried

WITH_WORDS: dict[str, Callable[..., Compartment]] = {
    "review": actions.review_compartment,
    "ask-out": actions.ask_out_of_compartment,
}
WITHOUT: dict[str, Callable[..., Compartment]] = {
    "agree": actions.agree_to_compartment,
    "keep-in": actions.keep_in_compartment,
    "apart": actions.keep_apart,
    "take-out": actions.take_out_of_compartment,
}


@signed_in
def compartment(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The members' page; where the case is in none, the page that puts it in."""
    at = timezone.now()
    page = compartment_page(request.user, case_for(request.user, case_id), at=at)
    if page.compartment:
        return render(request, "desk/compartment.html", _forms(page))
    access.require(request.user, PUT_IN, page.case)
    form = PutInForm(request.POST or None, page=page)
    done, refusal = tried(form, lambda: _put_in(page, form, by=request.user, at=at))
    if done:
        return led_on(request, _("From now on the case exists for its members only."), "compartment", case_id)
    return form_page(request, "desk/put_in_compartment.html", form, refusal, page=page)


@signed_in
@require_POST
def step(request: OfficerRequest, compartment_id: UUID, compartment_step: str) -> HttpResponse:
    """Agree, look at it again, ask to take it out, keep it in, take it out, keep it apart from others."""
    held, now = compartment_for(request.user, compartment_id), _now(request)
    if compartment_step in WITHOUT:
        WITHOUT[compartment_step](compartment=held, **now)
        return led_on(request, _("It is on record."), "case", held.case_id)
    if compartment_step not in WITH_WORDS:
        raise Http404
    form = WordsForm(request.POST)
    return _done(
        request,
        held,
        "words",
        form,
        lambda: WITH_WORDS[compartment_step](compartment=held, words=form.cleaned_data["words"], **now),
    )


@signed_in
@require_POST
def add_member(request: OfficerRequest, compartment_id: UUID) -> HttpResponse:
    held, now = compartment_for(request.user, compartment_id), _now(request)
    form = MemberForm(request.POST, page=compartment_page(request.user, held.case, at=timezone.now()))
    return _done(
        request,
        held,
        "member",
        form,
        lambda: actions.name_member(
            compartment=held, officer=_officer(form), is_head=form.cleaned_data["is_head"], **now
        ),
    )


@signed_in
@require_POST
def let_in(request: OfficerRequest, compartment_id: UUID) -> HttpResponse:
    held, now = compartment_for(request.user, compartment_id), _now(request)
    form = LetInForm(request.POST)
    return _done(
        request,
        held,
        "let_in",
        form,
        lambda: actions.let_in(compartment=held, officer=_officer(form), because=form.cleaned_data["because"], **now),
    )


@signed_in
@require_POST
def end_membership(request: OfficerRequest, member_id: int) -> HttpResponse:
    member = member_for(request.user, member_id)
    actions.end_membership(member=member, by=request.user, at=timezone.now())
    messages.success(request, _("From now on the case does not exist for them."))
    own = member.officer_id == request.user.pk
    return redirect("my_work") if own else redirect("compartment", member.compartment.case_id)


@require_POST
@open_to(access.Act.READ_LEDGER)
def name_head(request: OfficerRequest, compartment_id: UUID) -> HttpResponse:
    held = get_object_or_404(watched(request.user), pk=compartment_id)
    officer = officers_named([request.POST.get("officer", "").strip()])[0]
    actions.name_head_anew(compartment=held, officer=officer, by=request.user, at=timezone.now())
    return led_on(request, _("They lead the compartment now, and find it in their work."), "unusual_readings")


def _put_in(page: CompartmentPage, form: PutInForm, *, by: Officer, at: datetime) -> None:
    now: dict[str, Any] = {"because": form.cleaned_data["because"], "by": by, "at": at}
    if beside := form.cleaned_data.get("beside"):
        actions.put_in_beside(case=page.case, beside=compartment_for(by, UUID(beside)), **now)
        return
    heads, members = (officers_named(form.cleaned_data[each]) for each in ("heads", "members"))
    actions.put_in_compartment(case=page.case, heads=heads, members=members, **now)


def _now(request: OfficerRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


def _officer(form: Form) -> Officer:
    return officers_named([form.cleaned_data["officer"].strip()])[0]


def _done(request: OfficerRequest, held: Compartment, name: str, form: Form, act: Callable[[], object]) -> HttpResponse:
    """Done, it leads back to the members' page; refused, everything typed stands in it."""
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is on record."), "compartment", held.case_id)
    page = compartment_page(request.user, held.case, at=timezone.now())
    context = {**_forms(page), name: form, "refusal": refusal}
    return render(request, "desk/compartment.html", context, status=status_of(form, refusal))


def _forms(page: CompartmentPage) -> dict[str, object]:
    return {"page": page, "member": MemberForm(page=page), "let_in": LetInForm(), "words": WordsForm()}
