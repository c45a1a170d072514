"""Answer files: which there are, what one says now or said when it was approved, and one item with everything about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import AnswerFile, AnswerText, HandedItem, ItemAnswer
from panoh.assessment.queries.answers.about import about
from panoh.assessment.queries.answers.counted import Reckoned, reckoned
from panoh.assessment.queries.answers.of_assessment import own_country
from panoh.assessment.rules.answers.counts import Cell
from panoh.assessment.rules.answers.overall import Told, with_overall
from panoh.assessment.rules.answers.said import Said
from panoh.assessment.rules.answers.standing import WRITTEN, Line, line_of
from panoh.assessment.rules.answers.text import Whole, read
from panoh.instruments import assessment, countries
from panoh.instruments.kinds.questionnaire import AskedPeriod, ItemAsked
from panoh.instruments.kinds.source import Words
from panoh.registry import access
from panoh.registry.models import Officer, Post
from panoh.registry.refusals import Refused
from panoh.statistics.rules.values import counted


@dataclass(frozen=True)
class Held:
    """The answers that stand in a file, by item: its own, else those of the version it corrects; the newest each."""

    answers: Mapping[str, ItemAnswer]

    def standing(self, item: str) -> ItemAnswer | None:
        """Not one that was sent back."""
        found = self.answers.get(item)
        return None if found is None or sent_back(found) else found


def files() -> QuerySet[AnswerFile]:
    return AnswerFile.objects.select_related("corrects", "begun_by__post").prefetch_related(
        "texts__signature__by__post", "texts__by__post"
    )


def file_for(viewer: Officer, answer_file_id: int) -> AnswerFile:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(files(), pk=answer_file_id)


def answer_for(viewer: Officer, answer_id: int) -> ItemAnswer:
    access.require(viewer, access.Act.SEE_FIGURES)
    return get_object_or_404(ItemAnswer.objects.select_related("file", "by__post__desk"), pk=answer_id)


def item_asked(file: AnswerFile, item_id: str) -> ItemAsked:
    found = assessment.questionnaire().find(item_id)
    if found is None or not found.stands_in(file.report):
        raise Refused(
            _("The report of %(year)s asks for no item “%(item)s”.") % {"year": file.report, "item": item_id[:10]},
            _("Open the answer file and choose the item there."),
        )
    return found


def versions_of(file: AnswerFile) -> list[int]:
    """The file, the one it corrects, and so on."""
    found, each = [], file
    while True:
        found.append(each.pk)
        if each.corrects is None:
            return found
        each = each.corrects


def held(file: AnswerFile) -> Held:
    rows = ItemAnswer.objects.filter(file__in=versions_of(file)).select_related(
        "by__post__desk__agency", "check_said__by__post__desk__agency"
    )
    return Held({each.item: each for each in rows.order_by("pk")})


def sent_back(answer: ItemAnswer) -> bool:
    checked = getattr(answer, "check_said", None)
    return checked is not None and not checked.holds


def handed(file: AnswerFile) -> Mapping[str, HandedItem]:
    rows = HandedItem.objects.filter(file__in=versions_of(file)).select_related("post__desk__agency")
    return {each.item: each for each in rows.order_by("pk")}


def owner_of_item(file: AnswerFile, item: str) -> Post | None:
    found = handed(file).get(item)
    return found.post if found else None


def text_waiting(file: AnswerFile) -> AnswerText | None:
    """Put up, and not signed a second time or refused yet."""
    return file.texts.filter(signature=None).select_related("by__post").order_by("-pk").first()


def text_approved(file: AnswerFile) -> AnswerText | None:
    found = file.texts.filter(signature__approved=True).select_related("by__post", "signature__by__post")
    return found.order_by("-pk").first()


def approved_for(report: int) -> AnswerText | None:
    """The text of a report that stands: of its newest version that was approved."""
    found = AnswerText.objects.filter(file__report=report, signature__approved=True).select_related("file")
    return found.order_by("-file__number", "-pk").first()


def whole_of(file: AnswerFile, *, now: datetime) -> Whole:
    """As it was approved or put up; else as it stands now."""
    text = text_approved(file) or text_waiting(file)
    return read(text.text) if text else whole_now(file, now=now)


def whole_now(file: AnswerFile, *, now: datetime) -> Whole:
    asked, records = assessment.questionnaire(), reckoned(file.report, now=now)
    items = asked.of_report(file.report)
    before, answers = _before(file.report), held(file)
    days = about(file.report, AskedPeriod.REPORT, since=records.since, on=records.on)
    told = Told(file.number, days.period.first, days.period.last, records.on)
    lines = tuple(_line(item, records, answers, before) for item in items)
    return Whole(
        country=own_country(),
        report=file.report,
        number=file.number,
        corrects=file.corrects.number if file.corrects else None,
        because=file.because,
        asked_by=f"{asked.id} {asked.version}",
        first=told.first,
        last=told.last,
        cut_off=now,
        groups=tuple(asked.groups.items()),
        lines=with_overall(lines, items, told),
        against=f"{before.report}, {before.number}" if before else "",
    )


def line_now(file: AnswerFile, item: ItemAsked, *, now: datetime) -> Line:
    """One item; what rests on the whole file is not reckoned here."""
    return _line(item, reckoned(file.report, now=now), held(file), _before(file.report))


def _line(item: ItemAsked, records: Reckoned, answers: Held, before: Whole | None) -> Line:
    made = line_of(item, role_name(item.owner), records.of(item), _values(before, item.id))
    answer = answers.standing(item.id)
    if answer is None:
        return made
    checked = getattr(answer, "check_said", None)
    return made.answered(Said.of(answer.said), by=_post(answer.by), checked_by=_post(checked.by) if checked else None)


def role_name(role: str) -> Words:
    return next((each.name for each in countries.roles(settings.COUNTRY) if each.key == role), Words(role))


def may_answer(viewer: Officer, owner: Post | None) -> bool:
    return access.may(viewer, access.Act.KEEP_ASSESSMENT) or (
        owner is not None and owner.pk == viewer.post_id and access.may(viewer, access.Act.SEE_FIGURES)
    )


def may_check(viewer: Officer, answer: ItemAnswer, owner: Post | None) -> bool:
    """Another person: one who keeps the assessment, or a colleague at the desk that owns the item."""
    if answer.by_id == viewer.pk or getattr(answer, "check_said", None) is not None:
        return False
    colleague = owner is not None and owner.desk_id == viewer.desk.pk and access.may(viewer, access.Act.SEE_FIGURES)
    return colleague or access.may(viewer, access.Act.KEEP_ASSESSMENT)


def _before(report: int) -> Whole | None:
    text = approved_for(report - 1)
    return read(text.text) if text else None


def _values(before: Whole | None, item: str) -> dict[str, Cell]:
    line = before.line(item) if before else None
    if line is None:
        return {}
    values = {each.source: each.value for each in line.counts}
    if line.said is not None and line.said.number is not None:
        values[WRITTEN] = counted(line.said.number)
    return values


def _post(officer: Officer) -> Words:
    """A post and its agency, never a name: the file leaves the house."""
    post, agency = officer.post.words, officer.desk.agency.words

    def said(language: str) -> str:
        return ", ".join(each.get(language) or each["en"] for each in (post, agency))

    return Words(said("en"), said("ru"), said("tg"))
