"""Two cases that may be one person's: finding the other, both records side by side, and what is said, decided and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms.same_person import (
    ONE,
    DecideSameForm,
    OtherCaseForm,
    SaySameForm,
    UndoSameForm,
    what_was_chosen,
)
from panoh.identification.queries.duplicates import to_compare
from panoh.identification.queries.same_person import pair_for
from panoh.identification.queries.two_records import (
    TwoRecords,
    case_to_compare,
    other_case,
    two_cases,
    two_records,
    two_to_say,
)
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries.purposes import PurposeAsked
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, led_on, status_of, tried

Do = Callable[[Case, Case, dict[str, Any], datetime], object]


@signed_in
def compare_with(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Cases that share a paper or a spelling, and any other by its reference. No name is opened yet."""
    case, form = case_to_compare(request.user, case_id), OtherCaseForm(request.POST or None)
    done, refusal = tried(form, lambda: other_case(request.user, case, form.cleaned_data["reference"]))
    if done:
        return redirect("identification:same_person", case.pk, done.made.pk)
    found = to_compare(case, request.user)
    return form_page(request, "identification/compare_with.html", form, refusal, case=case, candidates=found)


@signed_in
def same_person(request: OfficerRequest, case_id: UUID, other_id: UUID) -> HttpResponse:
    return _shown(request, *two_cases(request.user, case_id, other_id))


@require_POST
@signed_in
def propose(request: OfficerRequest, case_id: UUID, other_id: UUID) -> HttpResponse:
    def do(case: Case, other: Case, given: dict[str, Any], at: datetime) -> object:
        return actions.propose_same_person(case=case, other=other, because=given["because"], by=request.user, at=at)

    said = _("It is said. Another officer looks at both and decides; until then nothing changes.")
    return _done(request, two_to_say(request.user, case_id, other_id), SaySameForm(request.POST), do, said)


@require_POST
@signed_in
def decide(request: OfficerRequest, case_id: UUID, other_id: UUID) -> HttpResponse:
    def do(case: Case, other: Case, given: dict[str, Any], at: datetime) -> object:
        pair, same = pair_for(request.user, given["pair"], case), given["same"] == ONE
        return actions.decide_same_person(pair=pair, case=case, other=other, same=same, by=request.user, at=at)

    said = _("It is decided, and can be undone. Both cases go on as they were.")
    return _done(request, two_cases(request.user, case_id, other_id), DecideSameForm(request.POST), do, said)


@require_POST
@signed_in
def undo(request: OfficerRequest, case_id: UUID, other_id: UUID) -> HttpResponse:
    def do(case: Case, other: Case, given: dict[str, Any], at: datetime) -> object:
        pair, why = pair_for(request.user, given["pair"], case), given["because"]
        return actions.undo_same_person(pair=pair, case=case, other=other, because=why, by=request.user, at=at)

    said = _("They are two people again, and are counted as two from now on.")
    return _done(request, two_cases(request.user, case_id, other_id), UndoSameForm(request.POST), do, said)


def _done(request: OfficerRequest, two: tuple[Case, Case], form: Form, do: Do, said: str | Promise) -> HttpResponse:
    """Done, back at the case, where no name is opened again; refused, both records once more with what was chosen."""
    case, other = two
    done, refusal = tried(form, lambda: do(case, other, form.cleaned_data, timezone.now()))
    if done:
        return led_on(request, said, "identification:case", case.pk)
    return _shown(request, case, other, form=form, refusal=refusal)


def _shown(
    request: OfficerRequest, case: Case, other: Case, *, form: Form | None = None, refusal: Refused | None = None
) -> HttpResponse:
    page = _opened(request, case, other, refusal)
    given = {type(form): form} if form else {}
    context = {
        "case": case,
        "other": other,
        "page": page,
        "refusal": refusal,
        "chosen": what_was_chosen(form) if form and refusal else "",
        "say": given.get(SaySameForm, SaySameForm()),
        "undo": given.get(UndoSameForm, UndoSameForm(initial={"pair": page.said.pk if page and page.said else None})),
    }
    return render(request, "identification/same_person.html", context, status=status_of(form, refusal))


def _opened(request: OfficerRequest, case: Case, other: Case, refusal: Refused | None) -> TwoRecords | None:
    """None beside a refusal where nothing was said yet what for: why nothing was done is not held back until then."""
    try:
        return two_records(request.user, case, other, at=timezone.now())
    except PurposeAsked:
        if refusal is None:
            raise
        return None
