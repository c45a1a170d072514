"""Planning a visit, and saying what became of it. Whoever has a hand in a site does not visit it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import SamplingPlan, Site, Visit
from panoh.prevention.queries.interests import may_visit
from panoh.prevention.queries.sites import WATCH, site_for
from panoh.prevention.queries.visits import KEEP, own_visit_for, visit_for
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, NotPermitted, Refused

Status = Visit.Status


@act
def plan_visit(*, site: Site, desk: Desk, planned_on: date, by: Officer, at: datetime) -> Visit:
    """A repeat visit is a visit like the first. The desk's own agency must have no hand in the site."""
    access.require(by, WATCH)
    site_for(by, site.pk)
    made = planned(site, desk, planned_on, by=by, at=at)
    ledger.write(act="plan_visit", by=by, at=at, subject=subject(made), site=str(site.pk), desk=desk.code)
    return made


def planned(
    site: Site, desk: Desk, planned_on: date, *, by: Officer, at: datetime, plan: SamplingPlan | None = None
) -> Visit:
    """Within an act that writes the ledger."""
    if planned_on < timezone.localdate(at):
        raise Refused(_("The visit would be on a day that is over."), _("Choose today or a later day."))
    if site.watched_until is not None:
        raise Refused(_("This site is not watched any more."), _("Put it on the register again first."))
    require_no_hand(desk, site)
    return Visit.objects.create(
        reference=new_reference(), site=site, desk=desk, plan=plan, planned_on=planned_on, planned_at=at, planned_by=by
    )


@act
def record_visit(
    *,
    visit: Visit,
    on: date,
    private: bool,
    present: int | None = None,
    declined: int | None = None,
    note: str = "",
    by: Officer,
    at: datetime,
) -> Visit:
    """`private`: people could be asked where nobody hears. Without that nobody is interviewed there."""
    row = held(visit, by)
    _require_planned(row, on, today=timezone.localdate(at))
    vault.seal(row, {"note": note.strip()})
    _became(row, status=Status.MADE, on=on, private=private, present=present, declined=declined)
    ledger.write(act="record_visit", by=by, at=at, subject=subject(row), private=private)
    return row


@act
def record_refused(*, visit: Visit, on: date, refusal: str, note: str = "", by: Officer, at: datetime) -> Visit:
    """Not let in. It waits with whoever keeps the monitoring until they have looked at it."""
    row = held(visit, by)
    _require_planned(row, on, today=timezone.localdate(at))
    if refusal not in Visit.Refusal.values:
        raise Refused(_("How you were kept out is one of the list."), _("Choose it."), subject=subject(row))
    vault.seal(row, {"note": note.strip()})
    _became(row, status=Status.REFUSED, on=on, refusal=refusal)
    ledger.write(act="record_refused", by=by, at=at, subject=subject(row), refusal=refusal)
    return row


@act
def cancel_visit(*, visit: Visit, note: str, by: Officer, at: datetime) -> Visit:
    row = held(visit, by)
    if not note.strip():
        raise Refused(_("A visit that is called off says why."), _("Write it in a sentence."), subject=subject(row))
    _require_planned(row, None, today=timezone.localdate(at))
    vault.seal(row, {"note": note.strip()})
    _became(row, status=Status.CANCELLED)
    ledger.write(act="cancel_visit", by=by, at=at, subject=subject(row))
    return row


@act
def see_refusal(*, visit: Visit, by: Officer, at: datetime) -> Visit:
    """Whoever keeps the monitoring has looked at a visit that was not let in; what follows is asked for as a remedy."""
    access.require(by, KEEP)
    row = visit_for(by, visit.pk)
    if not Visit.objects.filter(pk=row.pk, status=Status.REFUSED, seen_at=None).update(seen_at=at, seen_by=by):
        raise Conflict(_("Somebody has looked at this already."), _("Open the visit again."), subject=subject(row))
    row.refresh_from_db()
    ledger.write(act="see_refusal", by=by, at=at, subject=subject(row))
    return row


def held(visit: Visit, by: Officer) -> Visit:
    """The visit of the officer's own desk, locked, and as it stands now."""
    access.require(by, WATCH)
    row = own_visit_for(by, visit.pk)
    return (
        Visit.objects.select_for_update(no_key=True, of=("self",))
        .select_related("site__employer__agency")
        .get(pk=row.pk)
    )


def subject(visit: Visit) -> str:
    return f"visit:{visit.pk}"


def require_no_hand(desk: Desk, site: Site) -> None:
    if not may_visit(desk.agency, site):
        raise NotPermitted(
            _("The agency of this desk, or one above or below it, employs people at the site or called them up."),
            _("Send a desk of another agency: the labour inspection, an NGO, or the TIP Centre."),
            subject=f"site:{site.pk}",
        )


def _require_planned(row: Visit, on: date | None, *, today: date) -> None:
    if row.status != Status.PLANNED:
        raise Conflict(
            _("It is recorded already what became of this visit."),
            _("Open it again; plan another for a repeat visit."),
            subject=subject(row),
        )
    if on is not None and on > today:
        raise Refused(
            _("The visit would be on a day that is still to come."), _("Correct the day."), subject=subject(row)
        )


def _became(row: Visit, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=["sealed", "sealed_key", *fields])
