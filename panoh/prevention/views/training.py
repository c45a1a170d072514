"""Pages of training: what is offered and held, one session with who came, what part of each post is trained."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.prevention import actions
from panoh.prevention.forms.training import BecauseForm, DayForm, HoursForm, OthersForm, SeatForm, SessionForm
from panoh.prevention.queries.shares import ending_page, shares_page
from panoh.prevention.queries.training import certificate_for, officer_named, session_for, session_page, training_page
from panoh.prevention.views.button import button
from panoh.registry.access import Act
from panoh.registry.models import Officer
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, status_of


@signed_in
def training(request: OfficerRequest) -> HttpResponse:
    page = training_page(request.user, today=timezone.localdate())
    return render(request, "prevention/training.html", {"page": page})


@open_to(Act.KEEP_TRAINING)
def plan_session(request: OfficerRequest) -> HttpResponse:
    form, back = SessionForm(request.POST or None), reverse("prevention:training")
    return one_act(
        request,
        form,
        lambda: actions.plan_session(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Plan a session"),
        back=back,
        then=lambda made: reverse("prevention:session", args=[made.pk]),
    )


@signed_in
def session(request: OfficerRequest, session_id: int) -> HttpResponse:
    return _shown(request, session_id)


@require_POST
@signed_in
def take_seat(request: OfficerRequest, session_id: int) -> HttpResponse:
    """One's own without a name; with one, a keeper puts somebody down."""

    def done() -> object:
        held = session_for(session_id)
        return actions.take_seat(session=held, officer=_whom(request), by=request.user, at=timezone.now())

    return _done(request, session_id, done)


@require_POST
@signed_in
def give_up_seat(request: OfficerRequest, session_id: int) -> HttpResponse:
    def done() -> object:
        held = session_for(session_id)
        return actions.give_up_seat(session=held, officer=_whom(request), by=request.user, at=timezone.now())

    return _done(request, session_id, done)


@require_POST
@open_to(Act.KEEP_TRAINING)
def record_hours(request: OfficerRequest, session_id: int) -> HttpResponse:
    form = HoursForm(request.POST)

    def done() -> object:
        given = form.cleaned_data
        return actions.record_hours(
            session=session_for(session_id),
            officer=officer_named(given["username"]),
            hours=given["hours"],
            by=request.user,
            at=timezone.now(),
        )

    return _done(request, session_id, done if form.is_valid() else _no_number)


@require_POST
@open_to(Act.KEEP_TRAINING)
def count_others(request: OfficerRequest, session_id: int) -> HttpResponse:
    form = OthersForm(request.POST)

    def done() -> object:
        return actions.count_others(
            session=session_for(session_id), **form.cleaned_data, by=request.user, at=timezone.now()
        )

    return _done(request, session_id, done if form.is_valid() else _no_number)


@require_POST
@open_to(Act.KEEP_TRAINING)
def certify(request: OfficerRequest, session_id: int) -> HttpResponse:
    def done() -> object:
        officer = officer_named(request.POST.get("username", ""))
        return actions.certify(session=session_for(session_id), officer=officer, by=request.user, at=timezone.now())

    return _done(request, session_id, done)


@open_to(Act.KEEP_TRAINING)
def call_off(request: OfficerRequest, session_id: int) -> HttpResponse:
    held, back = session_for(session_id), reverse("prevention:session", args=[session_id])
    form = BecauseForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.call_off_session(session=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Call the session off"),
        back=back,
        then=lambda _made: reverse("prevention:training"),
    )


@open_to(Act.KEEP_TRAINING)
def take_back(request: OfficerRequest, certificate_id: int) -> HttpResponse:
    held = certificate_for(request.user, certificate_id)
    back = reverse("prevention:session", args=[held.attendance.session_id])
    form = BecauseForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.take_back_certificate(
            certificate=held, **form.cleaned_data, by=request.user, at=timezone.now()
        ),
        title=_("Take a certificate back"),
        back=back,
    )


@signed_in
def shares(request: OfficerRequest) -> HttpResponse:
    """Numbers only: no officer is named."""
    form = DayForm(request.GET or None)
    asked = form.cleaned_data["on"] if form.is_valid() else None
    page = shares_page(on=asked or timezone.localdate())
    return form_page(request, "prevention/shares.html", form, page=page)


@signed_in
def ending(request: OfficerRequest) -> HttpResponse:
    rows = ending_page(request.user, today=timezone.localdate())
    return render(request, "prevention/ending.html", {"rows": rows})


def _shown(request: OfficerRequest, session_id: int, refusal: Refused | None = None) -> HttpResponse:
    page = session_page(request.user, session_id, today=timezone.localdate())
    act = request.resolver_match.url_name if refusal and request.resolver_match else ""
    typed = {key: request.POST.get(key, "") for key in ("username", "hours", "others")}
    context = {
        "page": page,
        "refusal": refusal,
        "seat": SeatForm(initial=typed if act == "take_seat" else None),
        "others": OthersForm(initial=typed if act == "count_others" else None),
        "typed": typed if act == "record_hours" else None,
    }
    return render(request, "prevention/session.html", context, status=status_of(None, refusal))


def _done(request: OfficerRequest, session_id: int, done: Callable[[], object]) -> HttpResponse:
    onward = reverse("prevention:session", args=[session_id])
    return button(request, done, lambda refusal: _shown(request, session_id, refusal), onward=onward)


def _whom(request: OfficerRequest) -> Officer:
    """Who keeps training names somebody; everybody else means themselves."""
    return officer_named(request.POST["username"]) if "username" in request.POST else request.user


def _no_number() -> object:
    raise Refused(_("This is no whole number, or it is too large."), _("Write the number in digits, from 0."))
