"""Pages of hits on lists of penalties: both records side by side, the decision, and the notice of a removal."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.justice import actions
from panoh.justice.queries.hits import HOLD, hit_for, hit_page, notice_for
from panoh.justice.queries.hits_due import label_of
from panoh.justice.queries.penalties import rule_of_the_country
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.tried import led_on
from panoh.screening.queries.removals import removal_words


@signed_in
def hit(request: OfficerRequest, hit_id: UUID) -> HttpResponse:
    shown = hit_page(request.user, hit_id, at=timezone.now())
    return render(request, "justice/hit.html", {"shown": shown, "rule": rule_of_the_country()})


@require_POST
@signed_in
def confirm_hit(request: OfficerRequest, hit_id: UUID) -> HttpResponse:
    row = actions.confirm_hit(hit=hit_for(request.user, hit_id), by=request.user, at=timezone.now())
    said = _("Recorded. Whoever answers for the person is told now.")
    return led_on(request, said, "justice:penalty", row.penalty_id)


@require_POST
@signed_in
def dismiss_hit(request: OfficerRequest, hit_id: UUID) -> HttpResponse:
    row = actions.dismiss_hit(hit=hit_for(request.user, hit_id), by=request.user, at=timezone.now())
    said = _("It is recorded that this is somebody else. For a week it can be taken back.")
    return led_on(request, said, "justice:hit", row.pk)


@require_POST
@signed_in
def reopen_hit(request: OfficerRequest, hit_id: UUID) -> HttpResponse:
    row = actions.reopen_hit(hit=hit_for(request.user, hit_id), by=request.user, at=timezone.now())
    return redirect("justice:hit", row.pk)


@open_to(HOLD)
def removal_notice(request: OfficerRequest, notice_id: UUID) -> HttpResponse:
    """The row of the list and the rule; no case and no name."""
    row = notice_for(request.user, notice_id)
    if request.method != "POST":
        context = {"row": row, "label": label_of(row), "words": removal_words()}
        return render(request, "justice/removal_notice.html", context)
    actions.note_removal(hit=row, by=request.user, at=timezone.now())
    return led_on(request, _("It is recorded."), "my_work")
