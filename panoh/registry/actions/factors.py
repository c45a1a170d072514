"""Acts on one's own second step: an app, a sheet of codes, taking one away; and proving it when signing in."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Factor, MinistryIdentity, Officer, RecoveryCode, sign_in_rule
from panoh.registry.refusals import Refused
from panoh.registry.rules import one_time_codes as codes

SHEET_OF_ONES_OWN, SHEET_FROM_ADMINISTRATOR = 10, 30


@act
def start_app(*, by: Officer, at: datetime) -> Factor:
    """A secret for an app. It counts once a code of it was given; one begun before and never proven is gone."""
    Factor.objects.filter(officer=by, kind=Factor.Kind.APP, added_at=None).delete()
    factor = Factor(officer=by, kind=Factor.Kind.APP, started_at=at)
    vault.seal(factor, {"secret": codes.new_secret()})
    factor.save(force_insert=True)
    ledger.write(act="start_factor", by=by, at=at, subject=f"officer:{by.pk}", kind=factor.kind)
    return factor


@act
def confirm_app(*, code: str, name: str, by: Officer, at: datetime) -> Factor:
    """The app shows the right code: from now on it is asked for."""
    factor = Factor.objects.filter(officer=by, kind=Factor.Kind.APP, added_at=None).first()
    if factor is None:
        raise Refused(_("No app is being added."), _("Begin again with the square picture."))
    step = codes.step_of(codes.plain(code), vault.unseal(factor)["secret"], at=at, after=0)
    if step is None:
        raise Refused(
            _("This code does not fit."),
            _("Wait for the next code. If it happens again, set the clock of the device by the network."),
        )
    factor.name, factor.added_at, factor.last_step = name, at, step
    factor.save(update_fields=["name", "added_at", "last_step"])
    ledger.write(act="add_factor", by=by, at=at, subject=f"officer:{by.pk}", kind=factor.kind)
    return factor


@act
def new_sheet(*, by: Officer, at: datetime) -> tuple[str, ...]:
    """Codes on paper, shown once; the sheet before is worth nothing."""
    if not held_by(by).exclude(kind=Factor.Kind.SHEET).exists():
        raise Refused(
            _("A sheet of your own stands beside an app or a passkey."),
            _("Add one of these first. Without a telephone or key, ask your administrator to print a sheet."),
        )
    sheet = print_sheet(by, printed_by=None, length=SHEET_OF_ONES_OWN, at=at)
    ledger.write(act="add_factor", by=by, at=at, subject=f"officer:{by.pk}", kind=Factor.Kind.SHEET)
    return sheet


def print_sheet(officer: Officer, *, printed_by: Officer | None, length: int, at: datetime) -> tuple[str, ...]:
    """Part of an act."""
    Factor.objects.filter(officer=officer, kind=Factor.Kind.SHEET).delete()
    sheet = codes.new_sheet(length)
    factor = Factor.objects.create(
        officer=officer, kind=Factor.Kind.SHEET, started_at=at, added_at=at, printed_by=printed_by
    )
    RecoveryCode.objects.bulk_create(
        RecoveryCode(factor=factor, mark=marks_of_code(officer, code)[-1]) for code in sheet
    )
    return sheet


@act
def remove_factor(*, factor: Factor, by: Officer, at: datetime) -> None:
    """Take one of one's own away. The last one stays where the post asks for a second step."""
    if factor.officer_id != by.pk:
        raise Refused(_("This is not yours."), _("Look at the list anew."))
    rest = held_by(by).exclude(pk=factor.pk)
    if sign_in_rule(by).second_step and not rest.exists():
        raise Refused(
            _("Your post asks for a second step, and this is your last one."),
            _("Add another one first, then take this one away."),
        )
    ledger.write(act="remove_factor", by=by, at=at, subject=f"officer:{by.pk}", kind=factor.kind)
    factor.delete()


def held_by(officer: Officer) -> QuerySet[Factor]:
    """What the officer can take the second step with."""
    return Factor.objects.filter(officer=officer, added_at__isnull=False).order_by("added_at")


def stands_by_itself(officer: Officer) -> bool:
    """Whether they hold something nobody but them signs in with: an administrator's link does not stand in its place."""
    return held_by(officer).exists() or MinistryIdentity.objects.filter(officer=officer).exists()


def prove_code(officer: Officer, code: str, *, at: datetime) -> str:
    """The kind of factor this code belongs to, which is used up by it; empty where it fits none. Each is taken once, also
    by two requests at once."""
    typed = codes.plain(code)
    for factor in held_by(officer).filter(kind=Factor.Kind.APP):
        step = codes.step_of(typed, vault.unseal(factor)["secret"], at=at, after=factor.last_step)
        if step and Factor.objects.filter(pk=factor.pk, last_step__lt=step).update(last_step=step, last_at=at):
            return factor.kind
    theirs = RecoveryCode.objects.filter(mark__in=marks_of_code(officer, typed), factor__officer=officer)
    # By their keys: whoever waits for another's update asks again of the row itself, but not of a row it was led to.
    unused = RecoveryCode.objects.filter(pk__in=list(theirs.values_list("pk", flat=True)), used_at=None)
    return Factor.Kind.SHEET if unused.update(used_at=at) and _noted(officer, at) else ""


def _noted(officer: Officer, at: datetime) -> bool:
    """A sheet that is used up is one no longer: what is asked for next is a new one."""
    sheet = Factor.objects.filter(officer=officer, kind=Factor.Kind.SHEET)
    sheet.update(last_at=at)
    if not RecoveryCode.objects.filter(factor__in=sheet, used_at=None).exists():
        sheet.delete()
    return True


def codes_left(officer: Officer) -> int:
    return RecoveryCode.objects.filter(factor__officer=officer, used_at=None).count()


def marks_of_code(officer: Officer, code: str) -> tuple[str, ...]:
    """What is kept of a printed code, in every form; the last is written."""
    return vault.blind_forms("recovery code", f"{officer.pk} {codes.plain(code)}")
