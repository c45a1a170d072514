"""Keeping an act for those who were trained: proposed under a document with a day ahead, adopted by another agency, ended by
one. Only acts the text lists can be kept so, and none that helps anybody is among them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.prevention import training
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer, TrainedOnly, TrainingSession
from panoh.registry.queries.training import to_come
from panoh.registry.refusals import Conflict, OutOfOrder, Refused


@act
def propose_trained_only(
    *, kept: str, from_day: date, document: str, document_on: date, by: Officer, at: datetime
) -> TrainedOnly:
    """`kept`: the act. A session of its curriculum has to be planned before the day: nobody is locked out of what they
    could not learn."""
    access.require(by, access.Act.ADOPT_PROCEDURE)
    today, rule = timezone.localdate(at), training.trained_only()
    listed = rule.of(kept)
    if listed is None:
        raise Refused(
            _("This act may not be kept for the trained: what helps a person never waits for a certificate."),
            _("Choose one of the list."),
        )
    if from_day < today + timedelta(days=rule.notice_days):
        raise Refused(
            _("Nobody is locked out overnight: it holds at least %(n)s days from today.") % {"n": rule.notice_days},
            _("Take %(day)s or a later day.") % {"day": (today + timedelta(days=rule.notice_days)).isoformat()},
        )
    if not document.strip() or document_on > today:
        raise Refused(
            _("An act is kept for the trained under a document that exists: its title or number, and its day."),
            _("Write the document, and a day that is not in the future."),
        )
    if not _sessions_before(listed.curriculum, today, from_day).exists():
        raise OutOfOrder(
            _("No session of its curriculum is planned before that day, so nobody could learn what is asked for."),
            _("Have a session planned first, or take a later day."),
        )
    if TrainedOnly.objects.filter(act=kept, ended_at=None).exists():
        raise Conflict(
            _("For this act it was proposed or adopted already."), _("End that first, or leave it as it stands.")
        )
    made = TrainedOnly.objects.create(
        act=kept,
        curriculum=listed.curriculum,
        from_day=from_day,
        document=document.strip(),
        document_on=document_on,
        proposed_by=by,
        proposed_at=at,
    )
    ledger.write(act="propose_trained_only", by=by, at=at, subject=_subject(made), kept=kept)
    return made


@act
def adopt_trained_only(*, proposal: TrainedOnly, by: Officer, at: datetime) -> TrainedOnly:
    """A second officer, of another agency, while the day is still as far ahead as the text asks for."""
    access.require(by, access.Act.ADOPT_PROCEDURE)
    held = _held(proposal)
    if held.adopted_at is not None:
        raise Conflict(_("It was adopted already."), _("Nothing has to be done."), subject=_subject(held))
    if held.proposed_by.desk.agency_id == by.desk.agency_id:
        raise Refused(
            _("Adoption takes two agencies, and your agency proposed it."),
            _("Ask an officer of another agency that may adopt."),
            subject=_subject(held),
        )
    if held.from_day < timezone.localdate(at) + timedelta(days=training.trained_only().notice_days):
        raise OutOfOrder(
            _("The day it was to hold from is too near by now."),
            _("End this proposal, and propose a later day."),
            subject=_subject(held),
        )
    held.adopted_by, held.adopted_at = by, at
    held.save(update_fields=["adopted_by", "adopted_at"])
    ledger.write(act="adopt_trained_only", by=by, at=at, subject=_subject(held), kept=held.act)
    return held


@act
def end_trained_only(*, proposal: TrainedOnly, because: str, by: Officer, at: datetime) -> TrainedOnly:
    """From now on nothing asks for a certificate here. One officer is enough, at once: it opens a door."""
    access.require(by, access.Act.ADOPT_PROCEDURE)
    held = _held(proposal)
    if not because.strip():
        raise Refused(_("It is not said why."), _("Write in a few words why it ends."), subject=_subject(held))
    held.ended_by, held.ended_at, held.ended_because = by, at, because.strip()
    held.save(update_fields=["ended_by", "ended_at", "ended_because"])
    ledger.write(act="end_trained_only", by=by, at=at, subject=_subject(held), kept=held.act)
    return held


def _sessions_before(curriculum: str, today: date, from_day: date) -> QuerySet[TrainingSession]:
    return to_come(today).filter(curriculum=curriculum, last_day__lt=from_day)


def _held(proposal: TrainedOnly) -> TrainedOnly:
    held = TrainedOnly.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    if held.ended_at is not None:
        raise Conflict(_("It was ended meanwhile."), _("Look at the list anew."), subject=_subject(held))
    return held


def _subject(row: TrainedOnly) -> str:
    return f"trained_only:{row.pk}"
