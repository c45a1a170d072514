"""Campaigns: putting one on record, and saying how many it reached and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.models import Campaign, CampaignReach
from panoh.prevention.rules.campaigns import campaign_can_be, reach_can_be
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted, Refused


@act
def record_campaign(
    *,
    title: str,
    aim: str,
    audiences: Sequence[str],
    languages: Sequence[str],
    channels: Sequence[str],
    divisions: Sequence[str],
    first_day: date,
    last_day: date,
    by: Officer,
    at: datetime,
) -> Campaign:
    """One that is planned, or that was held. An empty choice of regions means the whole country."""
    access.require(by, access.Act.KEEP_PREVENTION)
    country = countries.country(settings.COUNTRY)
    everywhere = tuple(divisions) or (country.alpha2,)
    known = (
        Campaign.Audience.values,
        [each.code for each in country.languages],
        Campaign.Channel.values,
        [country.alpha2, *(each.code for each in countries.divisions(settings.COUNTRY))],
    )
    chosen = (audiences, languages, channels, everywhere)
    fits = campaign_can_be(
        first_day=first_day, last_day=last_day, today=timezone.localdate(at), chosen=chosen, known=known
    )
    if not fits or not title.strip() or not aim.strip():
        raise Refused(
            _(
                "A campaign has a name, an aim, and somebody it is for, in some language and by some way, from a day to a day."
            ),
            _("Choose at least one of each list; let it end after it begins."),
        )
    made = Campaign.objects.create(
        title=title.strip(),
        aim=aim.strip(),
        audiences=list(audiences),
        languages=list(languages),
        channels=list(channels),
        divisions=list(everywhere),
        first_day=first_day,
        last_day=last_day,
        desk=by.desk,
        recorded_by=by,
        recorded_at=at,
    )
    ledger.write(act="record_campaign", by=by, at=at, subject=subject(made))
    return made


@act
def record_reach(
    *, campaign: Campaign, people: int, how: str, method: str, on: date, by: Officer, at: datetime
) -> CampaignReach:
    """Up to a day. An estimate stays marked as one wherever the number is shown."""
    access.require(by, access.Act.KEEP_PREVENTION)
    if campaign.desk_id != by.desk.pk:
        raise NotPermitted(
            _("What a campaign reached is said by the desk that holds it."),
            _("Ask an officer of that desk."),
            subject=subject(campaign),
        )
    today = timezone.localdate(at)
    can_be = reach_can_be(people=people, method=method, on=on, first_day=campaign.first_day, today=today)
    if how not in CampaignReach.How.values or not can_be:
        raise Refused(
            _("It is not said how the number is known, or the day lies before the campaign or ahead."),
            _("Say whether it was counted or estimated, and by what: tickets, listeners of a survey, views of a page."),
            subject=subject(campaign),
        )
    made = CampaignReach.objects.create(
        campaign=campaign, people=people, how=how, method=method.strip(), on=on, recorded_by=by, recorded_at=at
    )
    ledger.write(act="record_reach", by=by, at=at, subject=subject(campaign), how=how)
    return made


def subject(campaign: Campaign) -> str:
    """How the ledger names a campaign."""
    return f"campaign:{campaign.pk}"
