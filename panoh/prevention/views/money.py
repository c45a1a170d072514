"""Pages of money: budget lines of a year, one line with what was spent, and the rates of days."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.money import AllocationForm, LineForm, RatesForm, SpendingForm
from panoh.prevention.forms.training import BecauseForm
from panoh.prevention.queries.money import line_page, lines_of, own_line, own_spending
from panoh.prevention.queries.rates import newest_rate
from panoh.prevention.queries.spending import rates_page
from panoh.protection.rules.upkeep import FIRST_YEAR
from panoh.registry.access import Act, may
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.rules.numbers_sent import whole_number

YEARS_SHOWN = 6


@open_to(Act.SEE_FIGURES)
def lines(request: OfficerRequest) -> HttpResponse:
    this_year = timezone.localdate().year
    year = asked_year(request, this_year)
    context = {
        "lines": lines_of(year),
        "year": year,
        "years": range(this_year + 1, this_year + 1 - YEARS_SHOWN, -1),
        "keeps": may(request.user, Act.KEEP_MONEY),
    }
    return render(request, "prevention/lines.html", context)


@open_to(Act.KEEP_MONEY)
def open_line(request: OfficerRequest) -> HttpResponse:
    form = LineForm(request.POST or None, initial={"year": timezone.localdate().year})
    return one_act(
        request,
        form,
        lambda: actions.open_line(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Open a budget line"),
        back=reverse("prevention:lines"),
        then=lambda made: reverse("prevention:line", args=[made.pk]),
    )


@open_to(Act.SEE_FIGURES)
def line(request: OfficerRequest, line_id: int) -> HttpResponse:
    return render(request, "prevention/line.html", {"page": line_page(request.user, line_id)})


@open_to(Act.KEEP_MONEY)
def allocate(request: OfficerRequest, line_id: int) -> HttpResponse:
    held, back = own_line(request.user, line_id), reverse("prevention:line", args=[line_id])
    form, title = AllocationForm(request.POST or None), _("What is allocated")
    return one_act(
        request,
        form,
        lambda: actions.allocate(line=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=title,
        back=back,
        lead=held.title,
    )


@open_to(Act.KEEP_MONEY)
def spend(request: OfficerRequest, line_id: int) -> HttpResponse:
    held, back = own_line(request.user, line_id), reverse("prevention:line", args=[line_id])
    form = SpendingForm(request.POST or None, line=held)
    return one_act(
        request,
        form,
        lambda: actions.record_spending(line=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("What was spent"),
        back=back,
        lead=f"{held.title}, {held.currency}",
    )


@open_to(Act.KEEP_MONEY)
def take_back(request: OfficerRequest, spending_id: int) -> HttpResponse:
    held = own_spending(request.user, spending_id)
    back = reverse("prevention:line", args=[held.line_id])
    form = BecauseForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.take_back_spending(spending=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Take a spending back"),
        back=back,
    )


@open_to(Act.SEE_FIGURES)
def rates(request: OfficerRequest) -> HttpResponse:
    year = asked_year(request, timezone.localdate().year)
    context = {"page": rates_page(year), "year": year, "keeps": may(request.user, Act.KEEP_MONEY)}
    return render(request, "prevention/rates.html", context)


@open_to(Act.KEEP_MONEY)
def record_rates(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:rates")
    form = RatesForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.record_rates(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Record rates"),
        back=back,
        after=newest_rate(),
    )


def asked_year(request: HttpRequest, this_year: int) -> int:
    """The year asked for, if it can be one; this year otherwise."""
    return whole_number(request.GET.get("year", ""), least=FIRST_YEAR, most=this_year + 1) or this_year
