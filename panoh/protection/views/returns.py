"""Pages of a return: the plan, what lacks, each condition as a form of its own, the departure and the arrival."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.protection import actions
from panoh.protection.forms.returns import (
    CallOffForm,
    ReceivedForm,
    ReceiverForm,
    ReturnForm,
    ReturnRiskForm,
    ReturnWishForm,
    initial_of,
)
from panoh.protection.forms.stays import FollowUpForm
from panoh.protection.queries.returned import return_contact_page, return_to_follow
from panoh.protection.queries.returns import mark_of_return, return_for, return_page, return_received_by, returns_of
from panoh.registry.access import Act
from panoh.registry.models import Officer
from panoh.registry.one_act import Beside, one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried


@require_GET
@open_to(Act.RECEIVE_RETURN)
def returns(request: OfficerRequest) -> HttpResponse:
    rows = returns_of(request.user)[:200]
    return render(request, "protection/returns.html", {"rows": rows, "today": timezone.localdate()})


@signed_in
def plan_return(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = case_for(request.user, case_id, Act.PREPARE_RETURN), ReturnForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.plan_return(case=case, given=form.given(), by=request.user, at=timezone.now()),
        title=_("Plan a return"),
        back=reverse("case", args=[case.pk]),
        then=lambda made: reverse("protection:return", args=[made.pk]),
        lead=_("A plan moves nothing: the person departs only once nothing is lacking, and may change their mind."),
    )


@require_GET
@signed_in
def of_return(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    page = return_page(request.user, return_id, at=timezone.now())
    return render(request, "protection/return.html", {"page": page, "today": timezone.localdate()})


@signed_in
def change_return(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row = return_for(request.user, return_id)
    page = return_page(request.user, return_id, at=timezone.now())
    form = ReturnForm(request.POST or None, initial=initial_of(row, page.told))
    return one_act(
        request,
        form,
        lambda: actions.change_return(
            of_return=row, given=form.given(), after=form.cleaned_data["after"], by=request.user, at=timezone.now()
        ),
        title=_("Change the plan of the return"),
        back=_page(return_id),
        after=mark_of_return(row),
        beside=lambda: _beside(request.user, return_id),
        lead=_("Another place is another return: its risks, the wish and the receiver are asked anew."),
    )


@signed_in
def return_risk(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row, form = return_for(request.user, return_id), ReturnRiskForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.assess_return_risk(of_return=row, **form.given(), by=request.user, at=timezone.now()),
        title=_("Assess the risks of this return"),
        back=_page(return_id),
        after=mark_of_return(row),
        beside=lambda: _beside(request.user, return_id),
        lead=_("The list and its periods are our own proposal, not from a text."),
    )


@signed_in
def return_wish(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row, form = return_for(request.user, return_id), ReturnWishForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.record_return_wish(of_return=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Ask the person alone"),
        back=_page(return_id),
        after=mark_of_return(row),
        beside=lambda: _beside(request.user, return_id),
        lead=_("A no ends this return at once, and nothing else changes for the person."),
    )


@signed_in
def return_receiver(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row = return_for(request.user, return_id)
    form = ReceiverForm(request.POST or None, row=row)
    return one_act(
        request,
        form,
        lambda: actions.name_receiver(of_return=row, **form.given(), by=request.user, at=timezone.now()),
        title=_("Who receives the person"),
        back=_page(return_id),
        after=mark_of_return(row),
        beside=lambda: _beside(request.user, return_id),
    )


@signed_in
def call_off_return(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row, form = return_for(request.user, return_id), CallOffForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.call_off_return(of_return=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Call the return off"),
        back=_page(return_id),
    )


@require_POST
@signed_in
def depart(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    actions.depart(of_return=return_for(request.user, return_id), by=request.user, at=timezone.now())
    said = _("The departure is on record. Whoever receives the person says when they come.")
    return led_on(request, said, "protection:return", return_id)


@signed_in
def receive_return(request: OfficerRequest, return_id: UUID) -> HttpResponse:
    row, form = return_received_by(request.user, return_id), ReceivedForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.receive_return(of_return=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("The person came"),
        back=_page(return_id),
    )


@open_to(Act.FOLLOW_RETURN)
def return_contact(request: OfficerRequest, return_id: UUID, months: int) -> HttpResponse:
    form, at = FollowUpForm(request.POST or None), timezone.now()
    done, refusal = tried(
        form,
        lambda: actions.record_return_contact(
            of_return=return_to_follow(request.user, return_id),
            months=months,
            **form.cleaned_data,
            by=request.user,
            at=at,
        ),
    )
    if done:
        return led_on(request, _("The contact is on record."), "my_work")
    page = return_contact_page(request.user, return_id, months, at=at)
    return form_page(request, "protection/return_contact.html", form, refusal, page=page)


def _beside(viewer: Officer, return_id: UUID) -> Beside:
    page = return_page(viewer, return_id, at=timezone.now())
    return Beside(page.mark, "protection/return_stands.html", page)


def _page(return_id: UUID) -> str:
    return reverse("protection:return", args=[return_id])
