"""Campaigns with what they reached, and measures of the national action plan with how far they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.models import Campaign, CampaignReach, MeasureProgress, PlanMeasure
from panoh.prevention.queries.money import rates_of
from panoh.prevention.queries.training import division_name
from panoh.prevention.rules.rates import Amount
from panoh.prevention.rules.totals import Total, total
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.registry.wording import spoken, spoken_languages

SHOWN = 100


@dataclass(frozen=True)
class CampaignPage:
    """`reach`: the latest word on it; None while nobody said. `cost`: spending of budget lines for it; unknown while none is
    recorded."""

    campaign: Campaign
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    channels: tuple[str, ...]
    places: tuple[str, ...]
    reach: CampaignReach | None
    earlier: tuple[CampaignReach, ...]
    cost: Total
    keeps: bool


def campaigns() -> tuple[tuple[Campaign, CampaignReach | None], ...]:
    """The latest first, each with the latest word on its reach."""
    reached = Prefetch("reached", CampaignReach.objects.order_by("-on", "-pk"))
    rows = Campaign.objects.select_related("desk__agency").prefetch_related(reached).order_by("-first_day", "-pk")
    return tuple((row, next(iter(row.reached.all()), None)) for row in rows[:SHOWN])


def campaign_for(campaign_id: int) -> Campaign:
    found = Campaign.objects.select_related("desk__agency").filter(pk=campaign_id).first()
    if found is None:
        raise NotPermitted(_("There is no such campaign."), _("Choose one of the list."))
    return found


def own_campaign(viewer: Officer, campaign_id: int) -> Campaign:
    """One the viewer's own desk holds."""
    access.require(viewer, access.Act.KEEP_PREVENTION)
    found = campaign_for(campaign_id)
    if found.desk_id != viewer.desk.pk:
        raise NotPermitted(_("Another desk holds this campaign."), _("Ask an officer of that desk."))
    return found


def campaign_page(viewer: Officer, campaign_id: int) -> CampaignPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    campaign = campaign_for(campaign_id)
    reached = tuple(campaign.reached.order_by("-on", "-pk"))
    languages = dict(spoken_languages())
    return CampaignPage(
        campaign=campaign,
        audiences=tuple(str(Campaign.Audience(each).label) for each in campaign.audiences),
        languages=tuple(languages.get(each, each) for each in campaign.languages),
        channels=tuple(str(Campaign.Channel(each).label) for each in campaign.channels),
        places=tuple(_place(each) for each in campaign.divisions),
        reach=reached[0] if reached else None,
        earlier=reached[1:],
        cost=_cost(campaign),
        keeps=access.may(viewer, access.Act.KEEP_PREVENTION) and campaign.desk_id == viewer.desk.pk,
    )


def measures() -> QuerySet[PlanMeasure]:
    """Those still to be done first, by their day."""
    return PlanMeasure.objects.select_related("owner__agency").order_by("plan", "due_on", "number", "pk")


def measure_for(measure_id: int) -> PlanMeasure:
    found = measures().filter(pk=measure_id).first()
    if found is None:
        raise NotPermitted(_("There is no such measure."), _("Choose one of the plan."))
    return found


def own_measure(viewer: Officer, measure_id: int) -> PlanMeasure:
    """One that is the viewer's own desk's."""
    found = measure_for(measure_id)
    if found.owner_id != viewer.desk.pk:
        raise NotPermitted(_("This measure is another desk’s."), _("Ask an officer of that desk."))
    return found


@dataclass(frozen=True)
class MeasurePage:
    measure: PlanMeasure
    progress: tuple[MeasureProgress, ...]
    ours: bool
    late: bool


def measure_page(viewer: Officer, measure_id: int, *, today: date) -> MeasurePage:
    access.require(viewer, access.Act.SEE_FIGURES)
    measure = measure_for(measure_id)
    rows = measure.progress.select_related("by").order_by("-at", "-pk")
    open_still = measure.state in (PlanMeasure.State.NOT_BEGUN, PlanMeasure.State.UNDER_WAY)
    ours = measure.owner_id == viewer.desk.pk
    return MeasurePage(measure, tuple(rows), ours, open_still and measure.due_on < today)


def _cost(campaign: Campaign) -> Total:
    rows = campaign.spendings.filter(taken_back_at=None).select_related("line").order_by("on", "pk")
    amounts = [Amount(row.amount, row.line.currency, row.on, row.on) for row in rows]
    years = {each.first.year for each in amounts}
    rates = {rate for year in years for rate in rates_of(year)}
    return total(amounts, rates, told=bool(amounts))


def _place(code: str) -> str:
    country = countries.country(settings.COUNTRY)
    return spoken(country.name) if code == country.alpha2 else division_name(code)
