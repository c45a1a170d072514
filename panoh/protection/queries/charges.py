"""Complaints of charges: all to the intake desk and whoever answers for the case, to other desks those they recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.protection.models import ChargeAnswer, ChargeComplaint
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted

ANSWER_WITHIN = timedelta(days=5)


@dataclass(frozen=True)
class AnswerShown:
    row: ChargeAnswer
    words: str


@dataclass(frozen=True)
class ComplaintShown:
    row: ChargeComplaint
    service: Words
    words: str
    answers: tuple[AnswerShown, ...]


def charges_page(viewer: Officer, case: Case, *, at: datetime) -> tuple[ComplaintShown, ...]:
    access.require(viewer, access.Act.RECORD_NEED, case)
    rows = list(complaints_in(viewer, case).prefetch_related("answers__by__post__desk"))
    if not rows:
        return ()
    with transaction.atomic():
        ledger.write(act="read_charges", by=viewer, at=at, subject=f"case:{case.pk}", fields=("complaints",))
        return tuple(_shown(row) for row in rows)


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


def _shown(row: ChargeComplaint) -> ComplaintShown:
    answers = sorted(row.answers.all(), key=lambda each: each.at)
    told = tuple(AnswerShown(each, vault.unseal(each).get("words", "")) for each in answers)
    return ComplaintShown(row, service(row.service).name, vault.unseal(row).get("words", ""), told)
