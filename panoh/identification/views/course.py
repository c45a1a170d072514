"""A pause, going on, leaving, coming back, the answer at eighteen, moving a deadline: one page each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification import actions
from panoh.identification.forms import DeadlineForm, EighteenForm, PauseForm, SeenForm, WithdrawalForm, WordsForm
from panoh.identification.queries import movable
from panoh.identification.views.act_page import act_page
from panoh.identification.views.telling import without_seen
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def pause(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    said = _("The case is paused. Deadlines stand still, help goes on, and somebody looks again.")
    return _page(request, case_id, "pause", PauseForm, actions.pause_case, said)


@signed_in
def resume(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    said = _("The case goes on where it stood, and deadlines run on.")
    return _page(request, case_id, "resume", WordsForm, actions.resume_case, said)


@signed_in
def withdraw(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    said = _("The person left the mechanism. Services stay open, and they may come back at any time.")
    return _page(request, case_id, "withdraw", WithdrawalForm, actions.record_withdrawal, said)


@signed_in
def come_back(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    said = _("The person is presumed a victim and protected again. A referral needs a new consent.")
    return _page(request, case_id, "come_back", WordsForm, actions.come_back, said)


@signed_in
def eighteen(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    said = _("The answer is kept.")
    return _page(request, case_id, "eighteen", EighteenForm, actions.ask_anew_at_eighteen, said)


@signed_in
def move_deadline(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.MOVE_DEADLINE), timezone.now()
    found = movable(request.user, case, now=at)
    return act_page(
        request,
        case,
        DeadlineForm(request.POST or None, can_be_moved=found, initial={"seen": case.state}),
        page="move_deadline",
        do=lambda seen, given: actions.move_deadline(case=seen, **without_seen(given), by=request.user, at=at),
        said=_("The deadline is moved. The earlier day stays on record."),
        at=at,
        more=lambda: {"movable": found},
    )


def _page(
    request: OfficerRequest,
    case_id: UUID,
    page: str,
    form: type[SeenForm],
    do: Callable[..., Case],
    said: str | Promise,
) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.FOLLOW_PERSON), timezone.now()

    def done(seen: Case, given: dict[str, Any]) -> Case:
        return do(case=seen, **without_seen(given), by=request.user, at=at)

    filled = form(request.POST or None, initial={"seen": case.state})
    return act_page(request, case, filled, page=page, do=done, said=said, at=at)
