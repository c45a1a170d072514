"""Pages of penalties on a person: those in a case with the form of a new one, one of them, its link and its relief."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.justice import actions
from panoh.justice.forms.penalties import BecameForm, LinePenaltyForm, LinkForm, PenaltyForm, ReliefForm
from panoh.justice.models import Penalty
from panoh.justice.queries.penalties import (
    ANSWER,
    RECORD,
    penalties_page,
    penalty_for,
    penalty_page,
    relief_for,
    rule_of_the_country,
)
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to, signed_in, written_after
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried
from panoh.screening.queries.roster import entry_for


@signed_in
def penalties(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form, at = case_for(request.user, case_id, RECORD), PenaltyForm(request.POST or None), timezone.now()
    done, refusal = tried(form, lambda: actions.record_penalty(case=case, given=form.given(), by=request.user, at=at))
    if done:
        return led_on(request, _("Recorded. Whoever answers for the person is told now."), "justice:penalties", case.pk)
    shown = penalties_page(request.user, case, at=at)
    beside = {
        "case": case,
        "penalties": shown,
        "asks_purpose": any(each.asks_purpose for each in shown),
        "answers": may(request.user, ANSWER, case),
        "rule": rule_of_the_country(),
    }
    return form_page(request, "justice/penalties.html", form, refusal, **beside)


@open_to(Act.RUN_OPERATION)
def line_penalty(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, form, at = entry_for(request.user, entry_id), LinePenaltyForm(request.POST or None), timezone.now()
    done, refusal = tried(form, lambda: actions.record_penalty(entry=entry, given=form.given(), by=request.user, at=at))
    if done:
        return led_on(request, _("Recorded. Whoever answers for the person is told now."), "screening:line", entry.pk)
    title = _("A penalty on this person")
    return form_page(request, "justice/line_penalty.html", form, refusal, title=title, entry=entry)


@signed_in
def penalty(request: OfficerRequest, penalty_id: UUID) -> HttpResponse:
    page = penalty_page(request.user, penalty_id, at=timezone.now())
    return render(request, "justice/penalty.html", {"each": page, "rule": rule_of_the_country()})


@signed_in
def link(request: OfficerRequest, penalty_id: UUID) -> HttpResponse:
    row, form, at = penalty_for(request.user, penalty_id), LinkForm(request.POST or None), timezone.now()
    done, refusal = tried(form, lambda: actions.assess_link(penalty=row, **form.cleaned_data, by=request.user, at=at))
    if done:
        return led_on(request, _("It is recorded."), "justice:penalty", row.pk)
    page = penalty_page(request.user, penalty_id, at=at)
    written_after(form, page.standing and page.standing.pk, refusal)
    beside = {"row": row, "title": _("Does it hang together with the exploitation?"), "rule": rule_of_the_country()}
    return form_page(request, "justice/penalty_act.html", form, refusal, each=page, **beside)


@signed_in
def relief(request: OfficerRequest, penalty_id: UUID) -> HttpResponse:
    row = penalty_for(request.user, penalty_id)
    form = ReliefForm(request.POST or None, kind=row.kind)
    return _step(
        request,
        row,
        form,
        _("Ask for relief"),
        lambda given: actions.ask_relief(penalty=row, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def became(request: OfficerRequest, relief_id: UUID) -> HttpResponse:
    row = relief_for(request.user, relief_id)
    form = BecameForm(request.POST or None)
    return _step(
        request,
        row.penalty,
        form,
        _("What became of it"),
        lambda given: actions.record_relief(relief=row, **given, by=request.user, at=timezone.now()),
    )


def _step(
    request: OfficerRequest, row: Penalty, form: forms.Form, title: str, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    done, refusal = tried(form, lambda: act(form.cleaned_data))
    if done:
        return led_on(request, _("It is recorded."), "justice:penalty", row.pk)
    beside = {"row": row, "title": title, "rule": rule_of_the_country()}
    return form_page(request, "justice/penalty_act.html", form, refusal, **beside)
