"""What waits for a post in assessment: items of an answer file, answers to check, files to approve, recommendations and gaps."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from panoh.assessment.models import (
    AnswerText,
    HandedGap,
    HandedItem,
    ItemAnswer,
    RecommendationMatch,
    RecommendationStep,
)
from panoh.instruments import assessment
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, spoken
from panoh.registry.worklists import M, WorkItem, Worklist

SHOWN = 50
_State = RecommendationStep.State


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("assessment", found.lines, found.total)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _to_answer(viewer: Officer, now: datetime) -> QuerySet[HandedItem]:
    found = HandedItem.objects.filter(~Exists(_put_up()), open=True)
    return _of_post(found, viewer, "post").order_by("due_at", "pk")


def _put_up() -> QuerySet[AnswerText]:
    """The file can be written in no more, or not until its text was refused."""
    over = Q(signature=None) | Q(signature__approved=True)
    return AnswerText.objects.filter(over, file=OuterRef("file"))


def _to_check(viewer: Officer, now: datetime) -> QuerySet[ItemAnswer]:
    """The newest answer to an item, by somebody else, for whoever keeps the assessment or shares the desk of its post."""
    newer = ItemAnswer.objects.filter(file=OuterRef("file"), item=OuterRef("item"), pk__gt=OuterRef("pk"))
    found = ItemAnswer.objects.filter(~Exists(newer), ~Exists(_put_up()), check_said=None).exclude(by=viewer.pk)
    if not access.may(viewer, access.Act.KEEP_ASSESSMENT):
        ours = HandedItem.objects.filter(file=OuterRef("file"), item=OuterRef("item"), post__desk=viewer.desk.pk)
        found = found.filter(Exists(ours)) if access.may(viewer, access.Act.SEE_FIGURES) else found.none()
    return found.order_by("at", "pk")


def _to_sign(viewer: Officer, now: datetime) -> QuerySet[AnswerText]:
    found = AnswerText.objects.filter(signature=None).exclude(by=viewer.pk)
    return (found if access.may(viewer, access.Act.KEEP_ASSESSMENT) else found.none()).order_by("at", "pk")


def _to_act_on(viewer: Officer, now: datetime) -> QuerySet[RecommendationStep]:
    """The last step of a recommendation, and of those it was found to be one with; owned by the post, and not done."""
    overtaken = RecommendationMatch.objects.filter(
        earlier=OuterRef("earlier"), later=OuterRef("later"), pk__gt=OuterRef("pk")
    )
    same = RecommendationMatch.objects.filter(~Exists(overtaken), same=True)
    this, way = OuterRef("recommendation"), "recommendation__found"
    one = Q(recommendation=this)
    one |= Q(**{f"{way}_earlier__in": same, f"{way}_earlier__earlier": this})
    one |= Q(**{f"{way}_later__in": same, f"{way}_later__later": this})
    later = RecommendationStep.objects.filter(one, pk__gt=OuterRef("pk"))
    found = RecommendationStep.objects.filter(~Exists(later), state__in=(_State.NOT_BEGUN, _State.UNDER_WAY))
    return _of_post(found, viewer, "owner").order_by("at", "pk")


def _to_close(viewer: Officer, now: datetime) -> QuerySet[HandedGap]:
    return _of_post(HandedGap.objects.filter(open=True), viewer, "post").order_by("due_at", "pk")


def _of_post(rows: QuerySet[M], viewer: Officer, field: str) -> QuerySet[M]:
    """Of the post the reader holds; whoever sees no figures has none."""
    if not access.may(viewer, access.Act.SEE_FIGURES):
        return rows.none()
    return rows.filter(**{f"{field}__officers": viewer.pk})


def _item(row: HandedItem, due_at: datetime, asked: Asked) -> WorkItem:
    known = assessment.questionnaire().find(row.item)
    return WorkItem(
        due_at=due_at,
        reference=row.item,
        stage="assessment",
        what=_("Answer for the TIP report %(year)s") % {"year": row.file.report},
        why=spoken(known.asks) if known else row.item,
        address=address_of("assessment:answer_item", row.file_id, row.item),
        escalated=due_at < asked.now,
    )


def _check(row: ItemAnswer, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.item,
        stage="assessment",
        what=_("Check an answer for the TIP report %(year)s") % {"year": row.file.report},
        why=_("written by %(post)s") % {"post": row.by.post},
        address=address_of("assessment:answer_item", row.file_id, row.item),
        since=True,
    )


def _sign(row: AnswerText, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=str(row.file.report),
        stage="assessment",
        what=_("Approve the answer file, or say why not"),
        why=_("put up by %(post)s") % {"post": row.by.post},
        address=address_of("assessment:answer_file", row.file_id),
        since=True,
    )


def _advice(row: RecommendationStep, due_at: datetime, _asked: Asked) -> WorkItem:
    told = row.recommendation
    return WorkItem(
        due_at=due_at,
        reference=str(told.narrative.report),
        stage="assessment",
        what=_("A recommendation of your post: %(state)s") % {"state": choice(row, "state")},
        why=told.words[:160],
        address=address_of("assessment:recommendation", told.pk),
        since=True,
    )


def _gap(row: HandedGap, due_at: datetime, asked: Asked) -> WorkItem:
    found = assessment.criteria().find(row.criterion)
    return WorkItem(
        due_at=due_at,
        reference=str(row.report),
        stage="assessment",
        what=_("Bring what is missing for a standard or criterion"),
        why=spoken(found.title) if found else row.criterion,
        address=address_of("assessment:criterion", row.country, row.report, row.criterion),
        escalated=due_at < asked.now,
    )


PARTS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_to_answer, "pk", "due_at"),),
        each(_item),
        rows=lambda: HandedItem.objects.select_related("file"),
    ),
    Part(
        (waiting(_to_check, "pk", "at"),),
        each(_check),
        rows=lambda: ItemAnswer.objects.select_related("file", "by__post"),
    ),
    Part(
        (waiting(_to_sign, "pk", "at"),),
        each(_sign),
        rows=lambda: AnswerText.objects.select_related("file", "by__post"),
    ),
    Part(
        (waiting(_to_act_on, "pk", "at"),),
        each(_advice),
        rows=lambda: RecommendationStep.objects.select_related("recommendation__narrative"),
    ),
    Part((waiting(_to_close, "pk", "due_at"),), each(_gap), rows=HandedGap.objects.all),
)
