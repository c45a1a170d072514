"""Pages of populations at risk: counts for every post, a size with its source, whose people an operation had."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.populations import OfWhomForm, PeriodForm, SizeForm
from panoh.prevention.queries.populations import populations_for
from panoh.prevention.views.acting import act_page
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to


@open_to(Act.SEE_FIGURES)
def populations(request: OfficerRequest) -> HttpResponse:
    """This year, or the period asked for."""
    today = timezone.localdate()
    period = {"start": today.replace(month=1, day=1), "end": today}
    form = PeriodForm(request.GET or period)
    period = form.cleaned_data if form.is_valid() else period
    context = {
        "form": form,
        "period": period,
        "shown": populations_for(request.user, **period),
        "keeps": may(request.user, Act.KEEP_MONITORING),
        "runs": may(request.user, Act.RUN_OPERATION),
    }
    return render(request, "prevention/populations.html", context, status=200 if form.is_valid() else 422)


@open_to(Act.KEEP_MONITORING)
def record_size(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:populations")

    def done(form: Any) -> str:
        actions.record_size(**form.cleaned_data, by=request.user, at=timezone.now())
        return back

    return act_page(request, SizeForm(request.POST or None), _("How many there are said to be"), done, back=back)


@open_to(Act.RUN_OPERATION)
def say_of_whom(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:populations")

    def done(form: Any) -> str:
        actions.say_of_whom(**form.cleaned_data, by=request.user, at=timezone.now())
        return back

    form = OfWhomForm(request.POST or None, by=request.user)
    return act_page(request, form, _("Whose people an operation had"), done, back=back)
