"""What the pages of answer files show: the list, one file with what waits on whom, and one item with everything about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from panoh.assessment.models import AnswerFile, AnswerText, HandedItem, ItemAnswer
from panoh.assessment.queries.answers.counted import reckoned
from panoh.assessment.queries.answers.files import (
    file_for,
    files,
    handed,
    held,
    item_asked,
    line_now,
    may_answer,
    may_check,
    role_name,
    sent_back,
    text_approved,
    text_waiting,
    versions_of,
    whole_of,
)
from panoh.assessment.rules.answers.counts import Cell, known
from panoh.assessment.rules.answers.overall import OVERALL
from panoh.assessment.rules.answers.standing import STATES, Line, State
from panoh.assessment.rules.answers.text import Whole
from panoh.instruments import assessment
from panoh.instruments.kinds.questionnaire import ItemAsked, Questionnaire
from panoh.instruments.kinds.source import Source, Words
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.queries.figures import today
from panoh.statistics.rules.editions import digest


@dataclass(frozen=True)
class FilesPage:
    files: tuple[AnswerFile, ...]
    asked: Questionnaire
    may_keep: bool


@dataclass(frozen=True)
class LineShown:
    line: Line
    handed: HandedItem | None
    late: bool


@dataclass(frozen=True)
class GroupShown:
    key: str
    name: Words
    lines: tuple[LineShown, ...]


@dataclass(frozen=True)
class ToHandOut:
    """Items one role owns that no post has yet."""

    role: str
    name: Words
    items: tuple[Line, ...]


@dataclass(frozen=True)
class Later:
    """A value the records say differently since the file was put up."""

    item: str
    name: Words
    then: Cell
    now: Cell


@dataclass(frozen=True)
class FilePage:
    file: AnswerFile
    whole: Whole
    groups: tuple[GroupShown, ...]
    states: tuple[tuple[Words, int], ...]
    to_hand_out: tuple[ToHandOut, ...]
    asked: Questionnaire
    approved: AnswerText | None
    waiting: AnswerText | None
    intact: bool
    later: tuple[Later, ...]
    may_keep: bool
    may_sign: bool
    may_correct: bool

    @property
    def being_answered(self) -> bool:
        return self.approved is None and self.waiting is None


@dataclass(frozen=True)
class ItemPage:
    file: AnswerFile
    item: ItemAsked
    line: Line
    newest: ItemAnswer | None
    sent_back: bool
    earlier: tuple[ItemAnswer, ...]
    handed: HandedItem | None
    owner: Words
    sources: dict[str, Source]
    open: bool
    may_answer: bool
    may_check: bool
    may_hand_out: bool


def files_for(viewer: Officer) -> FilesPage:
    """Newest report and version first."""
    access.require(viewer, access.Act.SEE_FIGURES)
    found = tuple(files().order_by("-report", "-number"))
    return FilesPage(found, assessment.questionnaire(), access.may(viewer, access.Act.KEEP_ASSESSMENT))


def file_page(viewer: Officer, answer_file_id: int, *, now: datetime) -> FilePage:
    file = file_for(viewer, answer_file_id)
    approved, waiting = text_approved(file), text_waiting(file)
    whole, text = whole_of(file, now=now), approved or waiting
    may_keep, lying = access.may(viewer, access.Act.KEEP_ASSESSMENT), handed(file)
    counts = Counter(each.state for each in whole.lines)
    return FilePage(
        file=file,
        whole=whole,
        groups=tuple(
            GroupShown(key, name, tuple(_shown(each, lying.get(each.id), now, text) for each in whole.of_group(key)))
            for key, name in whole.groups
        ),
        states=tuple((STATES[state], counts[state]) for state in State),
        to_hand_out=_to_hand_out(file, whole, lying) if text is None else (),
        asked=assessment.questionnaire(),
        approved=approved,
        waiting=waiting,
        intact=text is None or digest(text.text) == text.digest,
        later=_later(file, whole, now) if approved else (),
        may_keep=may_keep,
        may_sign=may_keep and waiting is not None and waiting.by_id != viewer.pk,
        may_correct=may_keep and approved is not None and not AnswerFile.objects.filter(corrects=file).exists(),
    )


def item_page(viewer: Officer, answer_file_id: int, item_id: str, *, now: datetime) -> ItemPage:
    file = file_for(viewer, answer_file_id)
    item, text = item_asked(file, item_id), text_approved(file) or text_waiting(file)
    of_whole = text is not None or any(key in OVERALL for key in item.counts)
    line = (whole_of(file, now=now).line(item_id) if of_whole else None) or line_now(file, item, now=now)
    rows = ItemAnswer.objects.filter(file__in=versions_of(file), item=item_id)
    said = list(rows.select_related("by__post", "check_said__by__post").order_by("-pk"))
    newest, lying = held(file).answers.get(item_id), handed(file).get(item_id)
    owner = lying.post if lying else None
    return ItemPage(
        file=file,
        item=item,
        line=line,
        newest=newest,
        sent_back=newest is not None and sent_back(newest),
        earlier=tuple(said),
        handed=lying,
        owner=role_name(item.owner),
        sources=dict(assessment.sources()),
        open=text is None,
        may_answer=text is None and may_answer(viewer, owner),
        may_check=text is None and newest is not None and may_check(viewer, newest, owner),
        may_hand_out=text is None and access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


def _shown(line: Line, lying: HandedItem | None, now: datetime, text: AnswerText | None) -> LineShown:
    """Of what was put up or approved nothing is late any more: nobody can write in it."""
    return LineShown(line, lying, text is None and lying is not None and lying.open and lying.due_at < now)


def _to_hand_out(file: AnswerFile, whole: Whole, lying: Mapping[str, HandedItem]) -> tuple[ToHandOut, ...]:
    """By the role that owns them, in the order of the items."""
    found: dict[str, list[Line]] = {}
    for item in assessment.questionnaire().of_report(file.report):
        line = whole.line(item.id)
        if line is not None and line.state is State.OPEN and item.id not in lying:
            found.setdefault(item.owner, []).append(line)
    return tuple(ToHandOut(role, role_name(role), tuple(lines)) for role, lines in found.items())


def _later(file: AnswerFile, whole: Whole, now: datetime) -> tuple[Later, ...]:
    """Totals the records say differently today; what was frozen stays, and a new version can correct it."""
    records, found = reckoned(file.report, now=now), []
    for item in assessment.questionnaire().of_report(file.report):
        line = whole.line(item.id)
        if line is None or not line.counts:
            continue
        then = {each.source: each for each in line.counts}
        for count in records.of(item):
            before = then.get(count.source)
            if before is not None and known(before.value) is not None and before.value != count.value:
                found.append(Later(item.id, count.name, before.value, count.value))
    return tuple(found)


def due_day(file: AnswerFile, *, now: datetime) -> date:
    """What a form proposes: the day the whole file is due, or today where that has passed."""
    return max(file.due_on, today(now))
