"""Criminal cases for the desks that keep them. Nobody else learns of one, and no page outside says whose victim somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.offence import Offence
from panoh.justice.models import (
    Asset,
    CriminalCase,
    CriminalStage,
    Defendant,
    Restitution,
    StageArticle,
    Transfer,
    VictimLink,
)
from panoh.justice.queries.offences import register
from panoh.justice.queries.sentences import SentenceShown, mark_of_sentences, sentences_of
from panoh.registry import access, ledger, vault
from panoh.registry.models import Desk, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import NotPermitted

KEEP = access.Act.KEEP_CRIMINAL_CASE


@dataclass(frozen=True)
class ArticleShown:
    row: StageArticle
    offence: Offence


@dataclass(frozen=True)
class StageShown:
    row: CriminalStage
    articles: tuple[ArticleShown, ...]


@dataclass(frozen=True)
class DefendantShown:
    row: Defendant
    name: str
    held: str
    sentences: tuple[SentenceShown, ...]
    mark: str


@dataclass(frozen=True)
class VictimShown:
    """`reference` is empty where nobody is linked, or the person does not agree to a desk such as the viewer's knowing."""

    row: VictimLink
    reference: str


@dataclass(frozen=True)
class CriminalCasePage:
    case: CriminalCase
    file_number: str
    stages: tuple[StageShown, ...]
    defendants: tuple[DefendantShown, ...]
    victims: tuple[VictimShown, ...]
    restitutions: tuple[Restitution, ...]
    assets: tuple[Asset, ...]
    transfers: tuple[Transfer, ...]


def criminal_cases_for(viewer: Officer) -> QuerySet[CriminalCase]:
    """Those the viewer's desk holds; the prosecution supervises all."""
    reach, rows = access.scope(viewer, KEEP), CriminalCase.objects.select_related("desk__agency")
    if reach is access.Scope.ALL:
        return rows
    return rows.filter(desk=viewer.desk) if reach is access.Scope.DESK else rows.none()


def criminal_case_for(viewer: Officer, criminal_case_id: UUID) -> CriminalCase:
    """One of them, or NotPermitted without telling whether it exists."""
    found = criminal_cases_for(viewer).filter(pk=criminal_case_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such criminal case, or another desk holds it."), _("Ask the desk that holds it.")
        )
    return found


def transfer_for(viewer: Officer, transfer_id: int) -> Transfer:
    """One offered to the viewer's desk."""
    rows = Transfer.objects.select_related("criminal_case__desk", "to_desk", "from_desk")
    found = rows.filter(pk=transfer_id, to_desk=viewer.desk).first() if access.may(viewer, KEEP) else None
    if found is None:
        raise NotPermitted(_("No such criminal case was sent to your desk."), _("Ask the desk that holds it."))
    return found


def keeping_desks(but: Desk) -> QuerySet[Desk]:
    """Desks a criminal case can be sent to."""
    roles = [role.value for role in access.TABLE[KEEP]]
    return Desk.objects.filter(posts__role__in=roles).exclude(pk=but.pk).distinct().order_by("pk")


def standing(case: CriminalCase) -> list[CriminalStage]:
    """The stages on record, the newest last; those taken back are left out."""
    return list(case.stages.filter(taken_back_at=None).order_by("pk").prefetch_related("articles"))


def criminal_case_page(viewer: Officer, criminal_case_id: UUID, *, at: datetime) -> CriminalCasePage:
    """Names and file number are opened, and that is on record."""
    case = criminal_case_for(viewer, criminal_case_id)
    with ledger.reading():
        fields = ("file_number", "defendants", "victims")
        ledger.write(act="read_criminal_case", by=viewer, at=at, subject=f"criminal_case:{case.pk}", fields=fields)
        return CriminalCasePage(
            case=case,
            file_number=vault.unseal(case).get("file_number", ""),
            stages=tuple(map(_stage, case.stages.order_by("pk").prefetch_related("articles"))),
            defendants=tuple(map(_defendant, case.defendants.order_by("number").prefetch_related("sentences"))),
            victims=tuple(_victim(each, viewer) for each in case.victims.order_by("number").select_related("case")),
            restitutions=tuple(case.restitutions.order_by("on", "pk").prefetch_related("payments")),
            assets=tuple(case.assets.order_by("frozen_on", "pk")),
            transfers=tuple(case.transfers.order_by("pk").select_related("from_desk", "to_desk")),
        )


def _stage(row: CriminalStage) -> StageShown:
    return StageShown(row, articles_of(row.articles.all()))


def articles_of(rows: Iterable[StageArticle]) -> tuple[ArticleShown, ...]:
    return tuple(ArticleShown(each, register().offence(each.offence)) for each in sorted(rows, key=lambda row: row.pk))


def _defendant(row: Defendant) -> DefendantShown:
    kept = vault.unseal(row)
    return DefendantShown(row, kept.get("name", ""), kept.get("held", ""), sentences_of(row), mark_of_sentences(row))


def _victim(row: VictimLink, viewer: Officer) -> VictimShown:
    """By what the person agrees to now for a desk such as the viewer's, whoever made the link."""
    agreed = (
        row.ended_at is None
        and row.case
        and consent_to(row.case, shared_as(viewer), desk=viewer.desk)
        and not access.is_shut(viewer, row.case)
    )
    return VictimShown(row, row.case.reference if agreed and row.case else "")


def shared_as(officer: Officer) -> Purpose:
    """Which of the person's answers covers this officer: agreeing to police and prosecutors says nothing of a court."""
    return Purpose.COURT if officer.role == access.Role.COURT_LIAISON else Purpose.POLICE
