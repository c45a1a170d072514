"""Who opened whose name: told to the person who asks, and watched by the data-protection officer."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk.forms import LookIntoForm
from panoh.desk.posts_page import officer_in_post
from panoh.desk.readings import AskedAbout, asked_about, find_reading, in_words, readers_by_reference
from panoh.instruments.registry import reading_watch
from panoh.registry.access import Act
from panoh.registry.actions import review_reading
from panoh.registry.actions.officers import look_at_officer
from panoh.registry.models import Officer
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries.compartments import watched
from panoh.registry.queries.emergencies import review_by, to_review
from panoh.registry.queries.officer_work import made_alone
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.READ_LEDGER)
def readers(request: OfficerRequest) -> HttpResponse:
    """Everybody who opened the name in one case: what the person may be told."""
    reference = request.GET.get("case", "").strip()
    case, found = readers_by_reference(reference, viewer=request.user) if reference else (None, ())
    status = 200 if case or not reference else 404
    return render(request, "desk/readers.html", {"reference": reference, "case": case, "readers": found}, status=status)


@open_to(Act.READ_LEDGER)
def to_look_into(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    found = in_words(asked_about(viewer=request.user, now=now))
    waits = [(each, review_by(each), review_by(each) < now) for each in to_review(request.user)]
    context: dict[str, object] = {"found": found, "watch": reading_watch(), "emergencies": waits}
    context["compartments"] = watched(request.user)
    context["made_alone"] = made_alone(request.user).select_related("officer__post__desk__agency", "invited_by")
    return render(request, "desk/unusual.html", context)


@require_POST
@open_to(Act.READ_LEDGER)
def look_at(request: OfficerRequest, officer_id: int) -> HttpResponse:
    """An officer whom one administrator made alone."""
    look_at_officer(officer=officer_in_post(officer_id), by=request.user, at=timezone.now())
    return led_on(request, _("It is on record that you looked at who this is."), "unusual_readings")


@open_to(Act.READ_LEDGER)
def look_into(request: OfficerRequest, reading: str) -> HttpResponse:
    """One reading: why it is here, and what came of asking."""
    now = timezone.now()
    found = find_reading(reading, viewer=request.user, now=now)
    form = LookIntoForm(request.POST or None)
    if found is None:
        context = {"found": found, "form": form}
        return render(request, "desk/look_into.html", context, status=409 if form.is_bound else 200)
    done, refusal = tried(form, lambda: _keep(found, form, by=request.user, at=now))
    if done:
        return led_on(request, _("It is kept what came of it."), "unusual_readings")
    return form_page(request, "desk/look_into.html", form, refusal, found=found)


def _keep(found: AskedAbout, form: LookIntoForm, *, by: Officer, at: datetime) -> None:
    which = found.unusual
    review_reading(
        kind=which.kind, day=which.on, officer=found.officer, case=found.case, **form.cleaned_data, by=by, at=at
    )
