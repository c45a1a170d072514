"""Pages of standards and criteria: evidence and gaps of a report year, one criterion to judge, and the comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.assessment import actions
from panoh.assessment.forms.criteria import DocumentForm, GapForm, JudgementForm, asked_comparison, asked_report
from panoh.assessment.queries.comparison import comparison_for
from panoh.assessment.queries.criteria import criteria_for
from panoh.instruments.assessment import tier_history
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import led_on, status_of, tried_within


@open_to(Act.SEE_FIGURES)
def criteria(request: OfficerRequest) -> HttpResponse:
    """Sixteen blocks: what is shown, what is missing, what changed, what people judge."""
    return render(request, "assessment/criteria.html", _asked(request))


@open_to(Act.SEE_FIGURES)
def gaps(request: OfficerRequest) -> HttpResponse:
    """What Tier 1 would take, as a list with owners. Never how likely it is."""
    return render(request, "assessment/gaps.html", {**_asked(request), **_handing(GapForm())})


@open_to(Act.SEE_FIGURES)
def criterion(request: OfficerRequest, iso3: str, year: int, criterion_key: str) -> HttpResponse:
    return _criterion_page(request, iso3, year, criterion_key)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def judge(request: OfficerRequest, iso3: str, year: int, criterion_key: str) -> HttpResponse:
    return _sent(request, iso3, year, criterion_key, JudgementForm(request.POST), actions.judge_criterion)


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def hand_out(request: OfficerRequest) -> HttpResponse:
    """What is missing, to the post that can bring it."""
    form = GapForm(request.POST)
    done = tried_within(form, lambda: actions.hand_out_gap(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        told, said = form.cleaned_data, _("Handed out. It stands in the work of that post.")
        return led_on(request, said, f"{reverse('assessment:gaps')}?country={told['country']}&report={told['report']}")
    shown = {**_asked(request, request.POST), **_handing(form)}
    return render(request, "assessment/gaps.html", shown, status=status_of(form))


@require_POST
@open_to(Act.SEE_FIGURES)
def document(request: OfficerRequest, iso3: str, year: int, criterion_key: str) -> HttpResponse:
    return _sent(request, iso3, year, criterion_key, DocumentForm(request.POST), actions.name_document)


@open_to(Act.SEE_FIGURES)
def comparison(request: OfficerRequest) -> HttpResponse:
    countries, years = asked_comparison(request.GET.getlist("country"), request.GET.getlist("year"))
    history = tier_history()
    shown = {
        "page": comparison_for(request.user, countries=countries, years=years),
        "countries": history.countries,
        "years": range(history.last_report, history.first_report - 2, -1),
    }
    return render(request, "assessment/comparison.html", shown)


def _handing(form: GapForm) -> dict[str, object]:
    """The posts are read once for all gaps of the page."""
    return {"handing": form, "posts": list(form.fields["post"].choices)}  # type: ignore[attr-defined]  # a model choice


def _asked(request: OfficerRequest, sent: Mapping[str, str] | None = None) -> dict[str, object]:
    """By the address; by what was `sent` where a form comes back, or it would be about another country or report."""
    country, report = asked_report(request.GET if sent is None else sent)
    history = tier_history()
    return {
        "page": criteria_for(request.user, country=country, report=report, now=timezone.now()),
        "countries": history.countries,
        "reports": range(history.last_report + 1, history.first_report - 1, -1),
    }


def _sent(
    request: OfficerRequest, country: str, report: int, criterion_key: str, form: Form, act: Callable[..., object]
) -> HttpResponse:
    """One act on one criterion; where the form is not whole or the act is refused, its page says why."""
    about = {"country": country, "report": report, "criterion": criterion_key}
    done = tried_within(form, lambda: act(**about, **form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return led_on(request, _("It is recorded."), "assessment:criterion", country, report, criterion_key)
    return _criterion_page(request, country, report, criterion_key, form)


def _criterion_page(
    request: OfficerRequest, iso3: str, year: int, criterion_key: str, form: Form | None = None
) -> HttpResponse:
    country, report = asked_report({"country": iso3.upper(), "report": str(year)})
    page = criteria_for(request.user, country=country, report=report, now=timezone.now())
    block = page.block(criterion_key)
    judging = form if isinstance(form, JudgementForm) else JudgementForm()
    naming = form if isinstance(form, DocumentForm) else DocumentForm()
    mine = page.handed_to(request.user.post_id, criterion_key)
    shown = {"page": page, "one": block, "judging": judging, "naming": naming, "may_name": page.may_judge or mine}
    return render(request, "assessment/criterion.html", shown, status=status_of(form))
