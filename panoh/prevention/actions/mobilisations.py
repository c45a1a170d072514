"""Writing down that people were called up for work: by whom, how many, freely or under a threat, paid or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.models import MobilisationOrder, Site
from panoh.prevention.queries.sites import WATCH, site_for
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Agency, Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Refused

Whom, Known, Threat = MobilisationOrder.Whom, MobilisationOrder.Known, MobilisationOrder.Threat


@dataclass(frozen=True)
class OrderGiven:
    """`site`: where one is known, else the division. `orderer`: who ordered, in words; `document`: its number and day."""

    on: date
    whom: str
    voluntary: str = Known.UNKNOWN.value
    threat: str = Threat.NONE.value
    paid: str = Known.UNKNOWN.value
    site: Site | None = None
    division: str = ""
    season: str = ""
    ordered_by: Agency | None = None
    people: int | None = None
    pay: Decimal | None = None
    orderer: str = ""
    document: str = ""
    words: str = ""


@act
def record_order(*, given: OrderGiven, by: Officer, at: datetime) -> MobilisationOrder:
    access.require(by, WATCH)
    if given.site:
        site_for(by, given.site.pk)
    _require_whole(given, today=timezone.localdate(at))
    made = MobilisationOrder(
        reference=new_reference(),
        site=given.site,
        division=given.site.division if given.site else given.division,
        season=given.season,
        ordered_by=given.ordered_by,
        on=given.on,
        whom=given.whom,
        people=given.people,
        voluntary=given.voluntary,
        threat=given.threat,
        paid=given.paid,
        pay=given.pay,
        at=at,
        by=by,
    )
    vault.seal(made, {key: getattr(given, key).strip() for key in ("orderer", "document", "words")})
    made.save(force_insert=True)
    ledger.write(act="record_order", by=by, at=at, subject=f"order:{made.pk}", whom=made.whom)
    return made


def _require_whole(given: OrderGiven, *, today: date) -> None:
    lists = (
        (given.whom, Whom.values),
        (given.voluntary, Known.values),
        (given.threat, Threat.values),
        (given.paid, Known.values),
    )
    if any(chosen not in values for chosen, values in lists):
        raise Refused(
            _("Whom, freely or not, the threat and the pay are of the lists."), _("Choose each from its list.")
        )
    if not given.site and given.division not in {each.code for each in countries.divisions(settings.COUNTRY)}:
        raise Refused(_("An order is about a site or a region."), _("Choose one of the two."))
    if given.on > today:
        raise Refused(_("The order is of a day that is still to come."), _("Correct the day."))
    if given.voluntary == Known.YES and given.threat != Threat.NONE:
        raise Refused(
            _("Nobody comes freely under a threat."), _("Say that it was not free, or that no threat is known.")
        )
    if given.pay is not None and (given.paid != Known.YES or given.pay <= 0):
        raise Refused(
            _("A pay is more than nothing, and of people who are paid."), _("Correct the pay or leave it empty.")
        )
