"""Holding a set of questions against its official text: one officer says so, a second looks. The mark stays as it is."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.models import TextConfirmation
from panoh.screening.queries.instruments import instrument_called, standing_of
from panoh.screening.rules.confirmation import Standing


@act
def hold_against(
    *,
    instrument: ScreeningInstrument,
    document: str,
    place: str,
    item: str = "",
    differs: str = "",
    by: Officer,
    at: datetime,
) -> TextConfirmation:
    """One officer held the set, or one item, against the official text. It waits for a second officer.

    `differs`: words that stand otherwise in the official text. They are kept; the file is changed by whoever keeps it.
    """
    access.require(by, access.Act.CONFIRM_TEXT)
    if not document.strip() or not place.strip():
        raise Refused(
            _("It is not said which official text was read, or where in it."),
            _("Give title and edition of the document, and the page or article."),
            subject=_subject(instrument.id),
        )
    if item and item not in {each.id for each in instrument.items}:
        reason = _("There is no question “%(item)s” in “%(id)s”, version %(version)s.")
        named = {"item": item, "id": instrument.id, "version": instrument.version}
        raise Refused(reason % named, _("Choose a question of this set, or none for the whole of it."))
    held = TextConfirmation.objects.create(
        instrument=instrument.id,
        instrument_version=instrument.version,
        digest=instrument.digest,
        item=item,
        document=document.strip(),
        place=place.strip(),
        differs=differs.strip(),
        by=by,
        at=at,
    )
    ledger.write(
        act="hold_against",
        by=by,
        at=at,
        subject=_subject(instrument.id),
        version=instrument.version,
        confirmation=held.pk,
    )
    return held


@act
def answer_second(
    *, confirmation: TextConfirmation, agrees: bool, words: str = "", by: Officer, at: datetime
) -> TextConfirmation:
    """A second officer, another person, held it against the same text and agrees or objects."""
    access.require(by, access.Act.CONFIRM_TEXT)
    held = TextConfirmation.objects.select_for_update(no_key=True).get(pk=confirmation.pk)  # two may answer at once
    _may_second(held, by)
    if not agrees and not words.strip():
        raise Refused(
            _("An objection says what stands otherwise."),
            _("Write what the official text says, and where."),
            subject=_subject(held.instrument),
        )
    held.second_by, held.second_at, held.second_words = by, at, words.strip()
    held.second_answer = TextConfirmation.Answered.AGREED if agrees else TextConfirmation.Answered.OBJECTED
    held.save(update_fields=["second_by", "second_at", "second_words", "second_answer"])
    ledger.write(
        act="answer_second", by=by, at=at, subject=_subject(held.instrument), agrees=agrees, confirmation=held.pk
    )
    return held


@act
def withdraw_confirmation(
    *, confirmation: TextConfirmation, because: str, by: Officer, at: datetime
) -> TextConfirmation:
    """It no longer counts; it stays on record with the reason."""
    access.require(by, access.Act.CONFIRM_TEXT)
    held = TextConfirmation.objects.select_for_update(no_key=True).get(pk=confirmation.pk)
    if held.withdrawn_at is not None:
        raise OutOfOrder(_("It was withdrawn already."), _("Nothing is left to do."), subject=_subject(held.instrument))
    if not because.strip():
        raise Refused(
            _("It is not said why."),
            _("Write in a few words why it no longer counts."),
            subject=_subject(held.instrument),
        )
    held.withdrawn_by, held.withdrawn_at, held.withdrawn_because = by, at, because.strip()
    held.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
    ledger.write(act="withdraw_confirmation", by=by, at=at, subject=_subject(held.instrument), confirmation=held.pk)
    return held


def _may_second(held: TextConfirmation, by: Officer) -> None:
    if held.by_id == by.pk:
        raise Refused(
            _("You held this against the text yourself; the second officer is another person."),
            _("Ask a colleague to read the same place."),
            subject=_subject(held.instrument),
        )
    stands = standing_of(held, instrument_called(held.instrument))
    if stands is Standing.OUTDATED:
        raise OutOfOrder(
            _("The set has changed since it was held against the text."),
            _("Hold the set as it stands now against the text; the earlier record stays."),
            subject=_subject(held.instrument),
        )
    if stands is not Standing.WAITING:
        raise Conflict(
            _("This was answered or withdrawn meanwhile."),
            _("Look at the page of the set again."),
            subject=_subject(held.instrument),
            both=held,
        )


def _subject(instrument: str) -> str:
    """How the ledger names a set of questions."""
    return f"instrument:{instrument}"
