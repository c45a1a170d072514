"""Pages of populations at risk: counts for every post, a size with its source, whose people an operation had."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.populations import OfWhomForm, PeriodForm, SizeForm
from panoh.prevention.queries.populations import populations_for
from panoh.registry.access import Act, may
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page


@open_to(Act.SEE_FIGURES)
def populations(request: OfficerRequest) -> HttpResponse:
    """This year, or the period asked for."""
    today = timezone.localdate()
    period = {"start": today.replace(month=1, day=1), "end": today}
    form = PeriodForm(request.GET or period)
    period = form.cleaned_data if form.is_valid() else period
    beside: dict[str, Any] = {
        "period": period,
        "shown": populations_for(request.user, **period),
        "keeps": may(request.user, Act.KEEP_MONITORING),
        "runs": may(request.user, Act.RUN_OPERATION),
    }
    return form_page(request, "prevention/populations.html", form, **beside)


@open_to(Act.KEEP_MONITORING)
def record_size(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:populations")
    form = SizeForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.record_size(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("How many there are said to be"),
        back=back,
    )


@open_to(Act.RUN_OPERATION)
def say_of_whom(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:populations")
    form = OfWhomForm(request.POST or None, by=request.user)
    return one_act(
        request,
        form,
        lambda: actions.say_of_whom(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Whose people an operation had"),
        back=back,
    )
