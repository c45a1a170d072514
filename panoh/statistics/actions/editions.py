"""Freezing figures: an analyst prepares an edition of a period that is over, another officer signs it or says why not, and
what turns out wrong later is corrected by another edition that names it. Nothing frozen is ever altered."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.statistics import definitions
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import day
from panoh.statistics.models import Edition, EditionSignature
from panoh.statistics.queries.editions import differing, fault_of, in_force
from panoh.statistics.queries.figures import figures, records_from, today
from panoh.statistics.rules.editions import Frozen, digest, read, text_of
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.values import NotAvailable


@act
def prepare_edition(*, period: Period, by: Officer, at: datetime) -> Edition:
    """Count every figure of a period that is over and keep it word for word, for another officer to sign."""
    access.require(by, access.Act.PREPARE_FIGURES)
    if in_force(period):
        raise OutOfOrder(
            _("The figures of this period are frozen."), _("Open the edition that stands and correct it there.")
        )
    made = _prepared(period, _counted(period, at), None, "", by, at)
    ledger.write(act="prepare_edition", by=by, at=at, subject=f"edition:{made.pk}", digest=made.digest)
    return made


@act
def correct_edition(*, edition: Edition, because: str, by: Officer, at: datetime) -> Edition:
    """Count the period anew beside the edition that stands, which stays as it is and is named as the one corrected."""
    access.require(by, access.Act.PREPARE_FIGURES)
    if in_force(edition.period) != edition:
        raise OutOfOrder(
            _("Another edition of this period stands, or none."), _("Correct the newest one that was signed.")
        )
    if not because.strip() or len(because) > 2000:
        raise Refused(_("A correction says why."), _("Write it, in at most 2000 letters. Name no person."))
    counted = _counted(edition.period, at)
    if not differing(read(edition.text), counted):
        raise Refused(
            _("The records say the same as this edition."),
            _("Nothing has to be corrected; look again when they do not."),
        )
    made = _prepared(edition.period, counted, edition, because.strip(), by, at)
    ledger.write(
        act="correct_edition",
        by=by,
        at=at,
        subject=f"edition:{made.pk}",
        digest=made.digest,
        corrects=edition.pk,
    )
    return made


@act
def sign_edition(*, edition: Edition, approved: bool, because: str = "", by: Officer, at: datetime) -> EditionSignature:
    """Another officer than the one who prepared it signs, or refuses to with reasons. Signed, it stands from now on."""
    access.require(by, access.Act.SIGN_FIGURES)
    if edition.prepared_by_id == by.pk:
        raise Refused(
            _("You prepared these figures."), _("Another officer signs them."), subject=f"edition:{edition.pk}"
        )
    if not approved and not because.strip():
        raise Refused(_("Refusing a signature has reasons."), _("Write what has to be set right first."))
    if len(because) > 2000:
        raise Refused(_("The reasons are too long."), _("Write at most 2000 letters."))
    if fault_of(edition):
        raise Refused(
            _("The text of this edition is not the one that was prepared."),
            _("Do not sign it. Tell the data-protection officer, and prepare the period again."),
            subject=f"edition:{edition.pk}",
        )
    made = _signature(edition, approved, because.strip(), by, at)
    ledger.write(
        act="sign_edition", by=by, at=at, subject=f"edition:{edition.pk}", digest=edition.digest, approved=approved
    )
    return made


def _signature(edition: Edition, approved: bool, because: str, by: Officer, at: datetime) -> EditionSignature:
    answered = Conflict(_("Somebody has answered this edition already."), _("Open it again and read what they said."))
    if EditionSignature.objects.filter(edition=edition).exists():
        raise answered
    try:
        with transaction.atomic():  # two who sign at once: the database takes one
            return EditionSignature.objects.create(
                edition=edition, prepared_by=edition.prepared_by, approved=approved, because=because, by=by, at=at
            )
    except IntegrityError:
        raise answered from None


def _counted(period: Period, at: datetime) -> tuple[Figure, ...]:
    """Only what is over, and only where something can be counted."""
    if period.last >= today(at):
        raise Refused(
            _("This period is not over: its figures may still change."),
            _("Freeze it after %(day)s. Until then the page of figures shows them as they stand.")
            % {"day": day(period.last)},
        )
    counted = figures(period, since=records_from(), on=today(at))
    if all(isinstance(each.value, NotAvailable) for each in counted):
        raise Refused(
            _("No figure of this period can be counted from the records."),
            _("Choose a period in which this installation kept records."),
        )
    return counted


def _prepared(
    period: Period, counted: tuple[Figure, ...], corrects: Edition | None, because: str, by: Officer, at: datetime
) -> Edition:
    of_period = Edition.objects.filter(kind=period.kind, year=period.year).order_by("-number")
    last = of_period.select_related("signature").first()
    if last and not last.signed:
        raise OutOfOrder(
            _("An edition of this period waits for its signature."), _("Have it signed or refused before another.")
        )
    number = last.number + 1 if last else 1
    country = countries.country(settings.COUNTRY).alpha3
    frozen = Frozen(
        country, period, number, corrects.number if corrects else None, because, at, records_from(), counted, {}
    )
    text = text_of(frozen, definitions())
    try:
        with transaction.atomic():  # two analysts at once: the number is given once
            return Edition.objects.create(
                kind=period.kind,
                year=period.year,
                number=number,
                text=text,
                digest=digest(text),
                corrects=corrects,
                because=because,
                prepared_by=by,
                prepared_at=at,
            )
    except IntegrityError:
        raise Conflict(
            _("Somebody prepared this period at the same moment."), _("Open the list of frozen figures again.")
        ) from None
