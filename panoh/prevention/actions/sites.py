"""Putting sites and employers on the register of those to watch. A name that could be a person's goes into the seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.models import Employer, Site
from panoh.prevention.queries.seasons import season_keys
from panoh.prevention.queries.sites import WATCH, site_for
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Agency, Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, Refused


@dataclass(frozen=True)
class EmployerGiven:
    """`persons_name`: the name is, or holds, that of a person."""

    kind: str
    name: str
    persons_name: bool = False
    agency: Agency | None = None


@dataclass(frozen=True)
class SiteGiven:
    """`because`: why it is watched, in a sentence. `people`: how many work there, where somebody knows."""

    kind: str
    name: str
    division: str
    sector: str
    concern: str
    because: str
    watched_since: date
    persons_name: bool = False
    employer: Employer | None = None
    season: str = ""
    people: int | None = None
    address: str = ""


@act
def register_employer(*, given: EmployerGiven, by: Officer, at: datetime) -> Employer:
    access.require(by, WATCH)
    if given.kind not in Employer.Kind.values or not given.name.strip():
        raise Refused(_("An employer has a kind of the list and a name."), _("Choose the kind and write the name."))
    plain, sealed = _named(given.name, given.persons_name or given.kind == Employer.Kind.PERSON)
    made = Employer(reference=new_reference(), kind=given.kind, name=plain, agency=given.agency, at=at, by=by)
    vault.seal(made, {"name": sealed})
    made.save(force_insert=True)
    ledger.write(act="register_employer", by=by, at=at, subject=f"employer:{made.pk}", kind=made.kind)
    return made


@act
def register_site(*, given: SiteGiven, by: Officer, at: datetime) -> Site:
    access.require(by, WATCH)
    _require_known(given, today=timezone.localdate(at))
    plain, sealed = _named(given.name, given.persons_name)
    made = Site(
        reference=new_reference(),
        kind=given.kind,
        name=plain,
        division=given.division,
        sector=given.sector,
        employer=given.employer,
        season=given.season,
        people=given.people,
        concern=given.concern,
        watched_since=given.watched_since,
        desk=by.desk,
        at=at,
        by=by,
    )
    vault.seal(made, {"name": sealed, "address": given.address.strip(), "because": given.because.strip()})
    made.save(force_insert=True)
    ledger.write(act="register_site", by=by, at=at, subject=f"site:{made.pk}", kind=made.kind)
    return made


@act
def stop_watching(*, site: Site, on: date, by: Officer, at: datetime) -> Site:
    """It leaves the lists a sample is drawn from. What was found stays."""
    access.require(by, WATCH)
    row = site_for(by, site.pk)
    if not row.watched_since <= on <= timezone.localdate(at):
        raise Refused(
            _("It is watched until a day after it began to be, and not one to come."),
            _("Correct the day."),
            subject=f"site:{row.pk}",
        )
    if not Site.objects.filter(pk=row.pk, watched_until=None).update(watched_until=on):
        raise Conflict(_("This site is not watched any more."), _("Open it again."), subject=f"site:{row.pk}")
    row.refresh_from_db()
    ledger.write(act="stop_watching", by=by, at=at, subject=f"site:{row.pk}")
    return row


def _named(name: str, persons_name: bool) -> tuple[str, str]:
    """What stands plain, and what is sealed."""
    return ("", name.strip()) if persons_name else (name.strip(), "")


def _require_known(given: SiteGiven, *, today: date) -> None:
    if given.kind not in Site.Kind.values or given.concern not in Site.Concern.values:
        raise Refused(_("The kind of site and the source of the concern are of the lists."), _("Choose both."))
    if given.division not in {each.code for each in countries.divisions(settings.COUNTRY)}:
        raise Refused(_("There is no such region or district."), _("Choose one from the list."))
    if given.sector not in {each.key for each in countries.sectors(settings.COUNTRY)}:
        raise Refused(_("There is no such sector."), _("Choose one from the list."))
    if given.season and given.season not in season_keys():
        raise Refused(_("There is no such season."), _("Choose one from the list, or leave it empty."))
    if not given.name.strip() or not given.because.strip():
        raise Refused(_("A site has a name, and a reason why it is watched."), _("Write both, each in a few words."))
    if given.watched_since > today:
        raise Refused(_("It would be watched from a day that is still to come."), _("Correct the day."))
