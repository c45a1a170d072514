"""Complaints of charges: all to the intake desk and whoever answers for the case, to other desks those they recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.protection.models import ChargeAnswer, ChargeComplaint
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer, SealedRecord
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted

ANSWER_WITHIN = timedelta(days=5)


@dataclass(frozen=True)
class AnswerShown:
    row: ChargeAnswer
    words: str


@dataclass(frozen=True)
class ComplaintShown:
    """`asks_purpose`: its words and those of its answers are shown once the viewer said what for."""

    row: ChargeComplaint
    service: Words
    words: str
    answers: tuple[AnswerShown, ...]
    asks_purpose: bool = False


def charges_page(viewer: Officer, case: Case, *, at: datetime) -> tuple[ComplaintShown, ...]:
    access.require(viewer, access.Act.RECORD_NEED, case)
    rows = list(complaints_in(viewer, case).select_related("made_by__post").prefetch_related("answers__by__post__desk"))
    others = [row for row in rows if not _theirs_to_read(viewer, row)]
    shut = others if others and is_missing(viewer, access.Act.RECORD_NEED, case) else []
    kept = of_reading(viewer, access.Act.RECORD_NEED, case) if others and not shut else {}
    with ledger.reading():
        if len(shut) < len(rows):
            subject, fields = f"case:{case.pk}", ("complaints",)
            ledger.write(act="read_charges", by=viewer, at=at, subject=subject, fields=fields, **kept)
        return tuple(_shown(row, opened=row not in shut) for row in rows)


def _theirs_to_read(viewer: Officer, row: ChargeComplaint) -> bool:
    """What their own desk recorded, what waits for their answer, and what they answered: nobody is asked what for."""
    answers = row.answers.all()
    waits = all(each.outcome == ChargeAnswer.Found.LOOKED_INTO for each in answers)
    answered = any(each.by_id == viewer.pk for each in answers)
    own = row.made_by.post.desk_id == viewer.desk.pk
    return own or answered or (waits and access.may(viewer, access.Act.ANSWER_CHARGE, row.case))


def complaints_in(viewer: Officer, case: Case) -> QuerySet[ChargeComplaint]:
    """Nobody reads here what another desk wrote of theirs."""
    return _complaints(case, viewer, _reads_all(viewer, case))


def complaints_on_page(viewer: Officer, case: Case) -> tuple[ChargeComplaint, ...]:
    """The same, for a page that asks much of one case."""
    return _COMPLAINTS.of(case, _reads_all(viewer, case), viewer=viewer)


def _reads_all(viewer: Officer, case: Case) -> bool:
    return access.works_on(viewer, access.Act.SEE_CASE, case) or access.may(viewer, access.Act.ANSWER_CHARGE, case)


def _complaints(case: Any, viewer: Officer, every: bool) -> QuerySet[ChargeComplaint]:
    rows = ChargeComplaint.objects.filter(case=case).order_by("-made_at", "-pk")
    return rows if every else rows.filter(made_by__post__desk=viewer.desk)


_COMPLAINTS = Beside(_complaints)


def complaint_for(viewer: Officer, complaint_id: UUID) -> ChargeComplaint:
    """A complaint the viewer answers, or NotPermitted without telling whether it exists."""
    seen = cases_for(viewer, access.Act.ANSWER_CHARGE)
    found = ChargeComplaint.objects.select_related("case").filter(pk=complaint_id, case__in=seen).first()
    if found is None:
        raise NotPermitted(_("There is no such complaint, or another post answers it."), _("Ask the intake desk."))
    return found


def unanswered(viewer: Officer) -> QuerySet[ChargeComplaint]:
    """What waits for the post that answers: nothing said yet, or still being looked into."""
    seen = cases_for(viewer, access.Act.ANSWER_CHARGE)
    settled = ChargeAnswer.objects.exclude(outcome=ChargeAnswer.Found.LOOKED_INTO).values("complaint")
    rows = ChargeComplaint.objects.filter(case__in=seen).exclude(pk__in=settled)
    return rows.order_by("made_at", "pk")


def _shown(row: ChargeComplaint, *, opened: bool) -> ComplaintShown:
    answers = sorted(row.answers.all(), key=lambda each: each.at)
    told = tuple(AnswerShown(each, _words(each) if opened else "") for each in answers)
    words = _words(row) if opened else ""
    return ComplaintShown(row, service(row.service).name, words, told, asks_purpose=not opened)


def _words(row: SealedRecord) -> str:
    return str(vault.unseal(row).get("words", ""))
