"""Planning a second look, seeing how to reach the person for it, changing it, taking it back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries.cases import named_case_for
from panoh.registry.refusals import Conflict
from panoh.registry.tried import led_on, say_within, status_of, tried
from panoh.screening.actions import cancel_second_look, change_second_look, plan_second_look
from panoh.screening.forms import CancelLookForm, SecondLookForm
from panoh.screening.forms.roster import AttemptForm
from panoh.screening.queries import default_day, look_for, look_page
from panoh.screening.queries.second_looks import consent_to_reach


@open_to(Act.SCREEN)
def plan(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, now = named_case_for(request.user, case_id, Act.SCREEN), timezone.now()
    day = default_day(case, today=timezone.localdate(now))
    agreed = consent_to_reach(case) is not None
    form = SecondLookForm(request.POST or None, agreed=agreed, initial={"on": day})
    done, refusal = tried(form, lambda: plan_second_look(case=case, **form.planned(), by=request.user, at=now))
    if done:
        return _planned(request, done.made.pk)
    if isinstance(refusal, Conflict):
        return redirect("screening:second_look", refusal.both.pk)
    if refusal:
        say_within(form, refusal)
    context = {"case": case, "form": form, "agreed": agreed}
    return render(request, "screening/plan_second_look.html", context, status=status_of(form, refusal))


@open_to(Act.SCREEN)
def second_look(request: OfficerRequest, look_id: UUID) -> HttpResponse:
    """The plan; sent as a form it is put to another day or gets another way."""
    now, look = timezone.now(), look_for(request.user, look_id)
    agreed = consent_to_reach(look.case) is not None
    form = SecondLookForm(request.POST or None, agreed=agreed, initial={"on": look.due_on, "why": look.why})
    done, refusal = tried(form, lambda: change_second_look(look=look, **form.planned(), by=request.user, at=now))
    if done:
        return _planned(request, done.made.pk)
    if refusal:
        say_within(form, refusal)
    page = look_page(request.user, look_id, at=now)
    context = {"page": page, "form": form, "agreed": agreed, "cancel": CancelLookForm(), "tries": AttemptForm()}
    return render(request, "screening/second_look.html", context, status=status_of(form, refusal))


@require_POST
@open_to(Act.SCREEN)
def cancelled(request: OfficerRequest, look_id: UUID) -> HttpResponse:
    look = look_for(request.user, look_id)
    because = request.POST.get("because", "")
    cancel_second_look(look=look, because=because, by=request.user, at=timezone.now())
    said = _("The second look is taken back. The person can be screened again at any time.")
    return led_on(request, said, "case", look.case_id)


def _planned(request: OfficerRequest, look_id: UUID) -> HttpResponse:
    said = _("The second look is planned. It will stand on your desk's worklist.")
    return led_on(request, said, "screening:second_look", look_id)
