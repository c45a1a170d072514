"""Pages of the review desk: source texts, one text with its facts, one fact with its verdicts, and the published series."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.assessment import actions
from panoh.assessment.forms.narratives import AddForm, BringForm, VerdictForm, written
from panoh.assessment.queries.facts import FactCard, as_read, card_for, fact_for
from panoh.assessment.queries.narratives import country_name_of, narrative_for, narrative_page, narratives_for
from panoh.assessment.queries.series import series_for
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to, too_large_to_be_read
from panoh.registry.refusals import Refused
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.SEE_FIGURES)
def narratives(request: OfficerRequest) -> HttpResponse:
    shown = {"lines": narratives_for(request.user), "may_bring": may(request.user, Act.KEEP_ASSESSMENT)}
    return render(request, "assessment/narratives.html", shown)


@open_to(Act.KEEP_ASSESSMENT)
def bring(request: OfficerRequest) -> HttpResponse:
    form = BringForm(request.POST or None, request.FILES or None, too_large=too_large_to_be_read(request))
    done, refusal = tried(
        form,
        lambda: actions.bring_narrative(
            content=form.content(),
            **{name: form.cleaned_data[name] for name in ("country", "report", "publisher", "year_sure")},
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        return redirect("assessment:narrative", done.made.pk)
    return form_page(request, "assessment/bring.html", form, refusal)


@open_to(Act.SEE_FIGURES)
def narrative(request: OfficerRequest, narrative_id: int) -> HttpResponse:
    return render(request, "assessment/narrative.html", {"page": narrative_page(request.user, narrative_id)})


@open_to(Act.KEEP_ASSESSMENT)
def add(request: OfficerRequest, narrative_id: int) -> HttpResponse:
    told = narrative_for(request.user, narrative_id)
    form = AddForm(request.POST or None, initial={"year": told.report - 1, "unit": "people"})
    done, refusal = tried(
        form,
        lambda: actions.add_fact(
            narrative=told,
            quote=form.cleaned_data["quote"].replace("\r\n", "\n"),
            start=form.cleaned_data["start"],
            values=form.values(),
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        return redirect(f"{reverse('assessment:narrative', args=[told.pk])}#fact-{done.made.pk}")
    country = country_name_of(told.country)
    return form_page(request, "assessment/add_fact.html", form, refusal, narrative=told, country=country)


@open_to(Act.SEE_FIGURES)
def fact(request: OfficerRequest, fact_id: int) -> HttpResponse:
    shown = card_for(request.user, fact_id)
    return _fact_page(request, shown, VerdictForm(initial=written(shown.proposed)))


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def accept(request: OfficerRequest, fact_id: int) -> HttpResponse:
    """As it was read, with one press; back to its place in the text."""
    told = fact_for(request.user, fact_id)
    actions.judge_fact(fact=told, values=as_read(told), by=request.user, at=timezone.now())
    return redirect(f"{reverse('assessment:narrative', args=[told.narrative_id])}#fact-{told.pk}")


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def judge(request: OfficerRequest, fact_id: int) -> HttpResponse:
    """A verdict, or the settlement where the page asked for one."""
    shown, form = card_for(request.user, fact_id), VerdictForm(request.POST)
    act = actions.settle_fact if "settles" in request.POST else actions.judge_fact
    done, refusal = tried(
        form,
        lambda: act(
            fact=shown.fact,
            values=form.verdict_values(),
            because=form.cleaned_data["because"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        onward = f"{reverse('assessment:narrative', args=[shown.fact.narrative_id])}#fact-{fact_id}"
        return led_on(request, _("Your verdict is kept beside what was read."), onward)
    return _fact_page(request, shown, form, refusal)


@open_to(Act.SEE_FIGURES)
def series(request: OfficerRequest) -> HttpResponse:
    asked = {name: request.GET.get(name, "")[:40] for name in ("country", "measure")}
    return render(request, "assessment/series.html", {"series": series_for(request.user, **asked)})


def _fact_page(
    request: OfficerRequest, card: FactCard, form: VerdictForm, refusal: Refused | None = None
) -> HttpResponse:
    country = country_name_of(card.fact.narrative.country)
    return form_page(request, "assessment/fact.html", form, refusal, card=card, country=country)
