"""One text of the procedure as everyone reads it: what it changes, what it breaks, what was said of it, who adopted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString, mark_safe

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Procedure, Step
from panoh.registry import access
from panoh.registry.models import Officer, ProcedureComment, ProcedureText, WorkingGroup
from panoh.registry.queries import in_force, procedure_in, texts, what_hinders
from panoh.registry.rules.adoption import Hindrance
from panoh.registry.rules.difference import Change, differences
from panoh.registry.rules.drawing import draw
from panoh.registry.rules.migration import Shortfall, weaker_points
from panoh.registry.rules.procedure import Proof, check


@dataclass(frozen=True)
class Said:
    """A comment with the step it speaks of, where it speaks of one."""

    comment: ProcedureComment
    step: Step | None


@dataclass(frozen=True)
class TextPage:
    """Everything the page of one text shows, and which acts this post may do now."""

    text: ProcedureText
    procedure: Procedure
    before: Procedure
    drawing: SafeString
    proofs: tuple[Proof, ...]
    changes: tuple[Change, ...]
    weaker: tuple[Shortfall, ...]
    said: tuple[Said, ...]
    groups: tuple[WorkingGroup, ...]
    hindrances: tuple[Hindrance, ...]
    in_force: bool
    may_comment: bool
    may_carry: bool
    may_propose: bool
    may_adopt: bool

    @property
    def broken(self) -> tuple[Proof, ...]:
        return tuple(proof for proof in self.proofs if not proof.holds)


def one_text(text_id: int) -> ProcedureText:
    return get_object_or_404(texts(), pk=text_id)


def text_page(viewer: Officer, text: ProcedureText, *, language: str, on: date) -> TextPage:
    """The text against the version before it: for a draft, the one in force."""
    now, draft = in_force(), text.status == ProcedureText.Status.DRAFT
    procedure = procedure_in(text)
    before = now if draft else _before(text)
    hindered = what_hinders(text, on=on) if draft else ()
    adopts = draft and not hindered and access.may(viewer, access.Act.ADOPT_PROCEDURE)
    proposer = text.proposed_by
    return TextPage(
        text=text,
        procedure=procedure,
        before=before,
        drawing=mark_safe(draw(procedure, language)),  # noqa: S308 - every wording in it is escaped
        proofs=check(procedure),
        changes=differences(before, procedure),
        weaker=weaker_points(before, procedure),
        said=_said(text, procedure),
        groups=tuple(text.groups.prefetch_related("agencies").order_by("pk")),
        hindrances=hindered,
        in_force=text.version == now.version and text.status != ProcedureText.Status.SET_ASIDE,
        may_comment=draft and access.may(viewer, access.Act.COMMENT_PROCEDURE),
        may_carry=draft and access.may(viewer, access.Act.CARRY_PROCEDURE),
        may_propose=adopts,
        may_adopt=adopts and proposer is not None and proposer.desk.agency_id != viewer.desk.agency_id,
    )


def _before(text: ProcedureText) -> Procedure:
    """The version in force when this one was adopted; the house's own before any was."""
    adopted = ProcedureText.objects.filter(status=ProcedureText.Status.ADOPTED)
    if text.adopted_at is not None:
        adopted = adopted.filter(adopted_at__lt=text.adopted_at)
    else:
        adopted = adopted.filter(adopted_at__lt=text.put_up_at)
    earlier = adopted.order_by("-adopted_at").first()
    return procedure_in(earlier) if earlier else countries.procedure(settings.COUNTRY)


def _said(text: ProcedureText, procedure: Procedure) -> tuple[Said, ...]:
    steps = {step.key: step for step in procedure.steps}
    rows = text.comments.select_related("by__post__desk__agency", "answered_by__post__desk__agency").order_by("pk")
    return tuple(Said(row, steps.get(row.step)) for row in rows)
