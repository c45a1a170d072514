"""Visits for the desk that makes them and for whoever sees all. Interviews are read by group, never one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import Remedy, SampledInterview, Site, Visit
from panoh.prevention.queries.findings import Found, found_in
from panoh.prevention.queries.interests import of_others
from panoh.prevention.queries.sites import WATCH, sites_for
from panoh.registry import access, ledger, vault
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import NotPermitted

KEEP = access.Act.KEEP_MONITORING


@dataclass(frozen=True)
class RemedyShown:
    row: Remedy
    what: str
    evidence: str


@dataclass(frozen=True)
class VisitPage:
    """`asked`: how many interviews; `found` is empty while they are too few to show. `signals`: how many were raised."""

    visit: Visit
    name: str
    note: str
    asked: int
    found: Found | None
    signals: int
    remedies: tuple[RemedyShown, ...]
    ours: bool


def visits_for(viewer: Officer) -> QuerySet[Visit]:
    """Those of the viewer's desk, and all for the TIP Centre and analysts, where none of their own has a hand in the site."""
    rows = Visit.objects.select_related("site__employer__agency", "desk__agency", "plan")
    reach = access.scope(viewer, WATCH)
    if reach is access.Scope.NONE:
        return rows.none()
    free = rows.filter(site__in=Site.objects.filter(of_others(viewer.desk.agency)))
    return free if reach is access.Scope.ALL else free.filter(Q(desk=viewer.desk) | Q(site__desk=viewer.desk))


def visits_by_day(viewer: Officer) -> QuerySet[Visit]:
    """The newest first: by the day they were made or tried, before it by the day they are planned for."""
    return visits_for(viewer).annotate(day=Coalesce("on", "planned_on")).order_by("-day", "pk")


def visit_for(viewer: Officer, visit_id: UUID) -> Visit:
    found = visits_for(viewer).filter(pk=visit_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such visit, or it is not your desk’s."), _("Ask the desk that visits, or the TIP Centre.")
        )
    return found


def own_visit_for(viewer: Officer, visit_id: UUID) -> Visit:
    """One that the viewer's own desk makes."""
    found = visit_for(viewer, visit_id)
    if found.desk_id != viewer.desk.pk:
        raise NotPermitted(
            _("Another desk makes this visit."),
            _("Ask that desk, or plan one of your own."),
            subject=f"visit:{visit_id}",
        )
    return found


def watching_desks() -> QuerySet[Desk]:
    """Desks with a post that may visit."""
    roles = [role.value for role in access.TABLE[WATCH]]
    return Desk.objects.filter(posts__role__in=roles).distinct().order_by("code")


def visit_page(viewer: Officer, visit_id: UUID, *, at: datetime) -> VisitPage:
    """What is sealed is opened, and that is on record."""
    visit = visit_for(viewer, visit_id)
    with ledger.reading():
        fields = ("name", "note", "remedies")
        ledger.write(act="read_visit", by=viewer, at=at, subject=f"visit:{visit.pk}", fields=fields)
        return VisitPage(
            visit=visit,
            name=visit.site.name or vault.unseal(visit.site)["name"],
            note=vault.unseal(visit).get("note", "") if visit.sealed else "",
            asked=visit.interviews.count(),
            found=found_in(SampledInterview.objects.filter(visit=visit)),
            signals=visit.signals.count(),
            remedies=tuple(_shown(visit.remedies.select_related("desk__agency").order_by("due_on", "pk"))),
            ours=visit.desk_id == viewer.desk.pk,
        )


def site_visited(viewer: Officer, visit: Visit) -> bool:
    """Whether a way leads back to the site for this viewer."""
    return sites_for(viewer).filter(pk=visit.site_id).exists()


def remedies_for(viewer: Officer) -> QuerySet[Remedy]:
    """Those asked of the viewer's desk, and those after visits the viewer sees."""
    rows = Remedy.objects.select_related("visit__site", "desk__agency")
    if access.scope(viewer, access.Act.SEE_FIGURES) is access.Scope.NONE:
        return rows.none()
    return rows.filter(Q(desk=viewer.desk) | Q(visit__in=visits_for(viewer).values("pk")))


def remedy_page(viewer: Officer, remedy_id: UUID, *, at: datetime) -> RemedyShown:
    """Whoever is asked reads what is asked, and where; nothing of the interviews."""
    row = remedy_for(viewer, remedy_id)
    with ledger.reading():
        ledger.write(act="read_remedy", by=viewer, at=at, subject=f"remedy:{row.pk}", fields=("what", "evidence"))
        return next(iter(_shown([row])))


def remedy_for(viewer: Officer, remedy_id: UUID) -> Remedy:
    found = remedies_for(viewer).filter(pk=remedy_id).first()
    if found is None:
        raise NotPermitted(_("Nothing of the kind is asked of your desk."), _("Ask the desk that made the visit."))
    return found


def _shown(rows: Iterable[Remedy]) -> Iterable[RemedyShown]:
    for row in rows:
        kept = vault.unseal(row)
        yield RemedyShown(row, kept["what"], kept.get("evidence", ""))
