"""An officer lost everything they sign in with, or has no telephone: two others help together, on record, and tell them."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.actions.factors import SHEET_FROM_ADMINISTRATOR, print_sheet
from panoh.registry.actions.officers import others_who_vet, require_of_own_agency
from panoh.registry.acts import act
from panoh.registry.models import Factor, FactorHelp, MinistryIdentity, Officer, OpenSession
from panoh.registry.refusals import NotPermitted, Refused


@act
def ask_for_help(*, officer: Officer, kind: str, by: Officer, at: datetime) -> FactorHelp:
    """The officer lost everything they sign in with, or has no telephone: a second officer has to say so too."""
    require_of_own_agency(by, officer.post)
    if officer.pk == by.pk:
        raise NotPermitted(_("Nobody takes away their own second step."), _("Ask another administrator."))
    if kind not in FactorHelp.Kind.values:
        raise Refused(_("It is not said what is needed."), _("Choose one of the two."))
    FactorHelp.objects.filter(officer=officer, done_at=None).delete()
    asked = FactorHelp.objects.create(officer=officer, kind=kind, asked_by=by, asked_at=at)
    ledger.write(act="ask_for_help", by=by, at=at, subject=f"officer:{officer.pk}", kind=kind)
    return asked


@act
def confirm_help(*, asked: FactorHelp, by: Officer, at: datetime) -> None:
    """A second officer has seen the person, not only heard of them. A lost second step, or a ministry's sign-in, is taken away
    here; a sheet is printed by whoever asked. All their sessions end."""
    held = FactorHelp.objects.select_for_update(no_key=True, of=("self",)).select_related("officer").get(pk=asked.pk)
    if by.pk in {held.asked_by_id, held.officer_id} or not may_confirm(by, held):
        raise NotPermitted(
            _("This takes a second officer: somebody of the same desk, or another administrator."),
            _("Let them confirm it."),
        )
    if held.confirmed_at:
        raise Refused(_("It is confirmed already."), _("Nothing is left to do."))
    held.confirmed_by, held.confirmed_at = by, at
    if held.kind == FactorHelp.Kind.RESET:
        Factor.objects.filter(officer=held.officer).delete()
        MinistryIdentity.objects.filter(officer=held.officer).delete()
        OpenSession.objects.filter(officer=held.officer).delete()
        held.done_at = at
    held.save()
    ledger.write(act="confirm_help", by=by, at=at, subject=f"officer:{held.officer_id}", kind=held.kind)


def may_confirm(by: Officer, asked: FactorHelp) -> bool:
    """Somebody of the officer's own desk, or an administrator who looks after them."""
    if by.desk.pk == asked.officer.desk.pk:
        return True
    return others_who_vet(asked.officer.post, beside=asked.asked_by).filter(pk=by.pk).exists()


@act
def print_sheet_for(*, asked: FactorHelp, by: Officer, at: datetime) -> tuple[str, ...]:
    """The codes, shown once to the administrator who asked, to be handed over on paper. Every code before is void."""
    access.require(by, access.Act.MANAGE_POSTS)
    held = FactorHelp.objects.select_for_update(no_key=True, of=("self",)).select_related("officer").get(pk=asked.pk)
    if held.asked_by_id != by.pk or held.kind != FactorHelp.Kind.SHEET or not held.confirmed_at or held.done_at:
        raise Refused(
            _("There is no sheet to print here."),
            _("Ask for one; a second officer confirms it, then you print it once."),
        )
    held.done_at = at
    held.save(update_fields=["done_at"])
    sheet = print_sheet(held.officer, printed_by=by, length=SHEET_FROM_ADMINISTRATOR, at=at)
    ledger.write(act="print_sheet_for", by=by, at=at, subject=f"officer:{held.officer_id}")
    return sheet


@act
def note_help(*, asked: FactorHelp, by: Officer, at: datetime) -> None:
    """The officer has read what was done for them."""
    if asked.officer_id != by.pk:
        raise NotPermitted(_("This was not done for you."), _("Look at the page anew."))
    FactorHelp.objects.filter(pk=asked.pk, noted_at=None).update(noted_at=at)
    ledger.write(act="note_help", by=by, at=at, subject=f"officer:{by.pk}")
