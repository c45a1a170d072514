"""Asking a desk for something after a visit, by a day, and its answer: done with what shows it, or not done and why."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions.visits import subject
from panoh.prevention.models import Remedy, Visit
from panoh.prevention.queries.sites import WATCH
from panoh.prevention.queries.visits import remedy_for, visit_for
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def ask_remedy(*, visit: Visit, what: str, desk: Desk, due_on: date, by: Officer, at: datetime) -> Remedy:
    """`desk` may be any, also of whoever called people up: they read what is asked of them and nothing of the interviews."""
    access.require(by, WATCH)
    row = visit_for(by, visit.pk)
    if row.status not in (Visit.Status.MADE, Visit.Status.REFUSED):
        raise OutOfOrder(_("Nobody was there yet."), _("Record the visit first."), subject=subject(row))
    if not what.strip() or due_on < timezone.localdate(at):
        raise Refused(
            _("A remedy says what to do, by a day that is still to come."), _("Fill in both."), subject=subject(row)
        )
    made = Remedy(reference=new_reference(), visit=row, desk=desk, due_on=due_on, at=at, by=by)
    vault.seal(made, {"what": what.strip()})
    made.save(force_insert=True)
    ledger.write(act="ask_remedy", by=by, at=at, subject=f"remedy:{made.pk}", desk=desk.code)
    return made


@act
def answer_remedy(*, remedy: Remedy, became: str, evidence: str, by: Officer, at: datetime) -> Remedy:
    """`evidence`: what shows that it was done, or why it was not."""
    row = remedy_for(by, remedy.pk)
    about = f"remedy:{row.pk}"
    if row.desk_id != by.desk.pk:
        raise NotPermitted(_("This is asked of another desk."), _("That desk answers."), subject=about)
    if became not in Remedy.Became.values or not evidence.strip():
        raise Refused(
            _("An answer says done or not done, and what shows it or why not."), _("Fill in both."), subject=about
        )
    row = Remedy.objects.select_for_update(no_key=True).get(pk=row.pk)
    if row.became:
        raise Conflict(_("A colleague answered this a moment ago."), _("Open it again."), subject=about)
    vault.seal(row, {"what": vault.unseal(row)["what"], "evidence": evidence.strip()})
    row.became, row.answered_at, row.answered_by = became, at, by
    row.save()
    ledger.write(act="answer_remedy", by=by, at=at, subject=about, became=became)
    return row
