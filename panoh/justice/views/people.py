"""Pages about defendants, judgments and victims of a criminal case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.justice import actions
from panoh.justice.forms.people import DayForm, DefendantForm, HoldForm, SentenceForm, VictimForm
from panoh.justice.models import Defendant, VictimLink
from panoh.justice.queries.cases import criminal_case_for
from panoh.justice.queries.inside import part_for
from panoh.justice.views.acting import act_page
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.tried import led_on


@signed_in
def add_defendant(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    case, form = criminal_case_for(request.user, criminal_case_id), DefendantForm(request.POST or None)
    return act_page(
        request,
        case,
        form,
        _("Add a defendant"),
        lambda _given: actions.add_defendant(
            criminal_case=case, given=form.given(), by=request.user, at=timezone.now()
        ),
    )


@signed_in
def hold(request: OfficerRequest, defendant_id: UUID) -> HttpResponse:
    row = part_for(request.user, Defendant, defendant_id)
    return act_page(
        request,
        row.criminal_case,
        HoldForm(request.POST or None),
        _("Defendant %(number)s is held") % {"number": row.number},
        lambda given: actions.hold_defendant(defendant=row, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def release(request: OfficerRequest, defendant_id: UUID) -> HttpResponse:
    row = part_for(request.user, Defendant, defendant_id)
    return act_page(
        request,
        row.criminal_case,
        DayForm(request.POST or None),
        _("Defendant %(number)s is held no more") % {"number": row.number},
        lambda given: actions.release_defendant(defendant=row, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def sentence(request: OfficerRequest, defendant_id: UUID) -> HttpResponse:
    row = part_for(request.user, Defendant, defendant_id)
    return act_page(
        request,
        row.criminal_case,
        SentenceForm(request.POST or None),
        _("What the court said of defendant %(number)s") % {"number": row.number},
        lambda given: actions.pronounce_sentence(defendant=row, **given, by=request.user, at=timezone.now()),
        of=row,
    )


@signed_in
def count_victim(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    """Sent empty it counts somebody without linking them, so a form is bound whenever it is sent."""
    case = criminal_case_for(request.user, criminal_case_id)
    return act_page(
        request,
        case,
        VictimForm(request.POST if request.method == "POST" else None),
        _("Count a victim"),
        lambda given: actions.count_victim(criminal_case=case, **given, by=request.user, at=timezone.now()),
    )


@require_POST
@signed_in
def unlink_victim(request: OfficerRequest, victim_id: int) -> HttpResponse:
    row = part_for(request.user, VictimLink, victim_id)
    actions.unlink_victim(victim=row, by=request.user, at=timezone.now())
    return led_on(request, _("It has ended. The line stays."), "justice:criminal_case", row.criminal_case_id)
