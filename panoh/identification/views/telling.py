"""Telling the person what was decided, and asking that others look again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification import actions
from panoh.identification.forms import ReconsiderForm, TellForm
from panoh.identification.queries import standing_decision, to_be_told
from panoh.identification.views.act_page import act_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def tell(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.TELL_DECISION), timezone.now()
    return act_page(
        request,
        case,
        TellForm(request.POST or None, case=case, initial={"seen": case.state}),
        page="tell",
        do=lambda seen, given: actions.tell_decision(
            decision=to_be_told(seen), **without_seen(given), by=request.user, at=at
        ),
        said=_("It is kept who was told, how, and whether it was understood."),
        at=at,
        more=lambda: {"decision": standing_decision(case), "languages": settings.LANGUAGES},
    )


@signed_in
def reconsider(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.ASK_RECONSIDERATION), timezone.now()
    return act_page(
        request,
        case,
        ReconsiderForm(request.POST or None, case=case, by=request.user, initial={"seen": case.state}),
        page="reconsider",
        do=lambda seen, given: actions.ask_for_reconsideration(
            case=seen, **without_seen(given), by=request.user, at=at
        ),
        said=_("Others look at it again. Help and every protection go on meanwhile."),
        at=at,
    )


def without_seen(given: dict[str, Any]) -> dict[str, Any]:
    """What the act takes: all of the form but the state the officer saw, which was looked at already."""
    return {name: value for name, value in given.items() if name != "seen"}
